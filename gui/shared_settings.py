"""Those settings of the next training that other pages know or set, with the defaults of a specification."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any

from core.training.specification import TrainingSpecification

_DEFAULTS: dict[str, Any] = {one.name: one.default for one in dataclasses.fields(TrainingSpecification)}


@dataclass(frozen=True, kw_only=True)
class SharedSettings:
    """What decides how large the network's tensors are, what an epoch goes through, and whose weights there are.

    Fields mean what those of `TrainingSpecification` mean.
    """

    image_size: int = _DEFAULTS["image_size"]
    batch_size: int = _DEFAULTS["batch_size"]
    validation_split: float = _DEFAULTS["validation_split"]
    weights: str = _DEFAULTS["weights"]
    seed: int = _DEFAULTS["seed"]
    class_weights: bool = _DEFAULTS["class_weights"]
    pixel_limit: int | None = _DEFAULTS["pixel_limit"]
