"""What a freeze plan costs, before anyone trains: weights, multiply-adds, bytes, and from these an estimate of seconds.

Plain arithmetic over a `NetworkDescription`. Speeds come from a `Calibration`, measured elsewhere; an estimate is an
estimate, and shown beside the measured time afterwards.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from core.network.description import LayerDescription, NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line, layers_up_to, trainable_layers

_BYTES_OF_A_FEATURE = 4


@dataclass(frozen=True, kw_only=True)
class Calibration:
    """How fast this machine is: multiply-adds a second forwards and backwards, and what all else costs in seconds.

    seconds_for_each_weight: of the optimizer's update of one weight, once in each batch.
    """

    forward_per_second: float
    backward_per_second: float
    seconds_for_each_batch: float
    seconds_for_each_epoch: float = 0.0
    seconds_for_each_weight: float = 0.0


@dataclass(frozen=True, kw_only=True)
class PlanCost:
    """The cost of a plan for a number of images, in multiply-adds of one epoch: training, then validation.

    trainable_parameters and frozen_parameters are the backbone's, moving statistics counted as frozen.
    extraction_multiply_adds: computed once, for images that the store has not. store_bytes: their features.
    """

    trainable_parameters: int
    frozen_parameters: int
    extraction_multiply_adds: int
    forward_with_store: int
    forward_without_store: int
    backward: int
    store_bytes: int

    @property
    def epoch_with_store(self) -> int:
        """Multiply-adds of an epoch that starts at the frost line."""
        return self.forward_with_store + self.backward

    @property
    def epoch_without_store(self) -> int:
        """Multiply-adds of an epoch that starts at the image, as `fit` on the whole frozen network does."""
        return self.forward_without_store + self.backward


def plan_cost(network: NetworkDescription, plan: FreezePlan, images: int, *, held_out: int = 0) -> PlanCost:
    """Return what training `images` images under `plan` costs; the new head, a few thousand weights, is left out.

    held_out: images to validate with after each epoch, which go forwards through the network as well.
    """
    learning = trainable_layers(plan, network)
    line = frost_line(plan, network)
    below = layers_up_to(line, network)
    whole = sum(layer.multiply_adds for layer in network.layers)
    once = sum(layer.multiply_adds for layer in network.layers if layer.name in below)
    trainable = sum(layer.trainable_parameters for layer in network.layers if layer.name in learning)
    seen = images + held_out
    return PlanCost(
        trainable_parameters=trainable,
        frozen_parameters=sum(layer.parameters for layer in network.layers) - trainable,
        extraction_multiply_adds=once * seen,
        forward_with_store=(whole - once) * seen,
        forward_without_store=whole * seen,
        backward=_backward(network.layers, learning) * images,
        store_bytes=_feature_bytes(network, line) * seen,
    )


def epoch_seconds(cost: PlanCost, calibration: Calibration, batches: int, *, held_out_batches: int = 0) -> float:
    """Estimate the seconds of an epoch that starts at the frost line, with its validation.

    batches, held_out_batches: how many of the images to train on, and of those held out.
    """
    return (
        cost.forward_with_store / calibration.forward_per_second
        + cost.backward / calibration.backward_per_second
        + batches * cost.trainable_parameters * calibration.seconds_for_each_weight
        + (batches + held_out_batches) * calibration.seconds_for_each_batch
        + calibration.seconds_for_each_epoch
    )


def extraction_seconds(cost: PlanCost, calibration: Calibration) -> float:
    """Estimate the seconds of computing the features of all images once."""
    return cost.extraction_multiply_adds / calibration.forward_per_second


def _backward(layers: tuple[LayerDescription, ...], learning: frozenset[str]) -> int:
    """Return the multiply-adds of the backward pass of one image.

    The gradient of a layer's weights costs what its forward pass costs, and so does the gradient of its input. The
    first is needed where a layer learns, the second where anything before it learns.
    """
    reached: set[str] = set()
    total = 0
    for layer in layers:
        behind_learning = any(name in reached for name in layer.inputs)
        total += layer.multiply_adds * ((layer.name in learning) + behind_learning)
        if behind_learning or layer.name in learning:
            reached.add(layer.name)
    return total


def _feature_bytes(network: NetworkDescription, line: str) -> int:
    if line == network.cut_points[0]:
        return 0  # the image itself: nothing is frozen that could be kept
    return math.prod(network.layer(line).output_shape) * _BYTES_OF_A_FEATURE
