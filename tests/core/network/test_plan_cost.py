"""The cost of a plan is arithmetic over the network, and grows as the frost line sinks."""

from __future__ import annotations

import itertools

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.network.plan_cost import Calibration, PlanCost, epoch_seconds, extraction_seconds, plan_cost


def cost_of(network: NetworkDescription, spec: str, images: int = 10, thaw_batch_norm: bool = False) -> PlanCost:
    return plan_cost(network, FreezePlan(parse_spec(spec, network), thaw_batch_norm), images)


def test_with_only_the_head_thawed_an_epoch_computes_nothing_of_the_backbone(network: NetworkDescription) -> None:
    cost = cost_of(network, "head")
    forward = sum(layer.multiply_adds for layer in network.layers)

    assert cost.trainable_parameters == 0
    assert cost.epoch_with_store == 0
    assert cost.epoch_without_store == 10 * forward == cost.extraction_multiply_adds
    assert cost.store_bytes == 10 * 2048 * 4


def test_training_everything_costs_three_forward_passes_less_the_first_input(network: NetworkDescription) -> None:
    cost = cost_of(network, "all")
    forward = sum(layer.multiply_adds for layer in network.layers)
    # Neither preprocessing (fixed) nor the gradient of the image is ever needed.
    unneeded = 2 * network.layer("preprocessing").multiply_adds + network.layer("conv1_conv").multiply_adds

    assert cost.epoch_with_store == cost.epoch_without_store == 10 * (3 * forward - unneeded)
    assert cost.store_bytes == 0


def test_thawing_more_never_costs_less(network: NetworkDescription) -> None:
    costs = [cost_of(network, spec) for spec in ("head", "conv5_block3", "conv5", "conv4+", "conv3+", "conv2+", "all")]

    for less, more in itertools.pairwise(costs):
        assert less.trainable_parameters < more.trainable_parameters
        assert less.epoch_with_store < more.epoch_with_store
        assert less.trainable_parameters + less.frozen_parameters == more.trainable_parameters + more.frozen_parameters


def test_thawing_batch_norm_adds_its_gamma_and_beta(network: NetworkDescription) -> None:
    kept, thawed = cost_of(network, "conv5_block3"), cost_of(network, "conv5_block3", thaw_batch_norm=True)

    assert thawed.trainable_parameters - kept.trainable_parameters == 2 * (512 + 512 + 2048)


def test_seconds_follow_from_the_calibration(network: NetworkDescription) -> None:
    cost = cost_of(network, "conv5")
    calibration = Calibration(forward_per_second=1e9, backward_per_second=5e8, seconds_for_each_batch=0.01)

    seconds = epoch_seconds(cost, calibration, batches=3)

    assert seconds == cost.forward_with_store / 1e9 + cost.backward / 5e8 + 0.03
    assert extraction_seconds(cost, calibration) == cost.extraction_multiply_adds / 1e9
