"""Lists the layers of a backbone or of a trained model, each with its state. Needs Keras."""

from __future__ import annotations

import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from core.command_line.layer_events import FIXED, FROZEN, TRAINABLE, WITHOUT_WEIGHTS, LayerListed, LayersSummed
from core.errors import UnusableInput
from core.network.backbone import describe_backbone, describe_network
from core.network.backbones import DEFAULT
from core.network.description import FEATURES_LAYER, HEAD, LayerDescription, NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line, parse_spec, trainable_layers
from core.network.head import NORMALIZATION_LAYER
from core.prediction.trained_model import open_trained_model


def list_layers(
    path: Path | None, *, thaw: str | None, thaw_batch_norm: bool, backbone: str = DEFAULT.name
) -> LayersSummed:
    """List the layers of the model at `path` (None: the backbone without a head) with their states.

    thaw: a SPEC that decides the states; None: as the model was trained (a backbone: all frozen).

    Raises:
        UnusableInput: the model or the SPEC can't be used.

    """
    if path is None:
        network = describe_network(backbone=backbone)
        plan = FreezePlan(parse_spec(thaw or "head", network), thaw_batch_norm)
        return _summed(_backbone(network, trainable_layers(plan, network)), frost_line(plan, network))
    model = open_trained_model(path).model
    if not any(layer.name == FEATURES_LAYER for layer in model.layers):
        return _foreign(model, path, thaw)
    network = describe_backbone(model)
    plan = _plan_of(model, network) if thaw is None else FreezePlan(parse_spec(thaw, network), thaw_batch_norm)
    names = {layer.name for layer in network.layers}
    head = [_from_model(layer, HEAD) for layer in model.layers if layer.name not in names]
    return _summed([*_backbone(network, trainable_layers(plan, network)), *head], frost_line(plan, network))


def _plan_of(model: Any, network: NetworkDescription) -> FreezePlan:
    """Return the plan by which the model was trained: a model file keeps the flag of each layer."""
    learning = {layer.name for layer in model.layers if layer.trainable}
    return FreezePlan(frozenset(layer.name for layer in network.layers if layer.name in learning), thaw_batch_norm=True)


def _foreign(model: Any, path: Path, thaw: str | None) -> LayersSummed:
    if thaw is not None:
        raise UnusableInput(
            f"{path} is not built as Frostline builds its models, so --thaw says nothing about it.",
            hint="Leave out --thaw.",
        )
    return _summed([_from_model(layer, "") for layer in model.layers], None)


def _backbone(network: NetworkDescription, trainable: frozenset[str]) -> list[LayerListed]:
    return [_from_description(layer, learns=layer.name in trainable) for layer in network.layers]


def _from_description(layer: LayerDescription, *, learns: bool) -> LayerListed:
    return LayerListed(
        layer=layer.name,
        kind=layer.kind,
        stage=layer.stage,
        block=layer.block,
        output_shape=layer.output_shape,
        parameters=layer.parameters,
        trainable_parameters=layer.trainable_parameters if learns else 0,
        state=_state(layer.parameters, learns=learns, fixed=not layer.can_be_thawed),
    )


def _from_model(layer: Any, stage: str) -> LayerListed:
    learning = _size(layer.trainable_weights)
    shape = getattr(getattr(layer, "output", None), "shape", ())
    return LayerListed(
        layer=layer.name,
        kind=type(layer).__name__,
        stage=stage,
        block="",
        output_shape=tuple(shape[1:]),
        parameters=_size(layer.weights),
        trainable_parameters=learning,
        state=_state(_size(layer.weights), learns=learning > 0, fixed=layer.name == NORMALIZATION_LAYER),
    )


def _size(weights: Sequence[Any]) -> int:
    return sum(math.prod(weight.shape) for weight in weights)


def _state(parameters: int, *, learns: bool, fixed: bool) -> str:
    if not parameters:
        return WITHOUT_WEIGHTS
    if fixed:
        return FIXED
    return TRAINABLE if learns else FROZEN


def _summed(layers: list[LayerListed], cut_layer: str | None) -> LayersSummed:
    return LayersSummed(
        listed=tuple(layers),
        layers=len(layers),
        frozen_layers=sum(layer.state == FROZEN for layer in layers),
        trainable_layers=sum(layer.state == TRAINABLE for layer in layers),
        fixed_layers=sum(layer.state == FIXED for layer in layers),
        parameters=sum(layer.parameters for layer in layers),
        trainable_parameters=sum(layer.trainable_parameters for layer in layers),
        cut_layer=cut_layer,
    )
