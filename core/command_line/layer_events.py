"""What `frostline layers` tells: a line for each layer, and a summary. Plain data, no Keras."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from core.messages import Event

FROZEN, TRAINABLE, FIXED, WITHOUT_WEIGHTS = "frozen", "trainable", "fixed", "without_weights"


@dataclass(frozen=True, kw_only=True)
class LayerListed(Event):
    """A layer; stage and block '' where it belongs to none.

    state: `frozen`, `trainable`, `fixed` (weights that never learn: preprocessing, normalisation), `without_weights`.

    parameters: all weights; trainable_parameters: those that learn in this state.
    """

    name: ClassVar[str] = "layer"
    layer: str
    kind: str
    stage: str
    block: str
    output_shape: tuple[int | None, ...]
    parameters: int
    trainable_parameters: int
    state: str


@dataclass(frozen=True, kw_only=True)
class LayersSummed(Event):
    """The sums over all layers. `cut_layer` is the frost line; None for a model that is not Frostline's own.

    parameters: all weights, the moving statistics of BatchNorm included.
    """

    name: ClassVar[str] = "summary"
    #: The layers themselves, for text; as JSON each has a line of its own.
    listed: tuple[LayerListed, ...] = field(repr=False)
    layers: int
    frozen_layers: int
    trainable_layers: int
    fixed_layers: int
    parameters: int
    trainable_parameters: int
    cut_layer: str | None
