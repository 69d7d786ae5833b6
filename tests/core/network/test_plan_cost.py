"""The cost of a plan is arithmetic over the network, and grows as the frost line sinks."""

from __future__ import annotations

import itertools

import pytest

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


def test_images_held_out_go_forwards_at_every_epoch_and_have_a_row_in_the_store(network: NetworkDescription) -> None:
    plan = FreezePlan(parse_spec("conv5_block3", network))
    without, with_held_out = plan_cost(network, plan, 10), plan_cost(network, plan, 10, held_out=5)

    assert with_held_out.backward == without.backward
    assert with_held_out.forward_with_store == 15 * without.forward_with_store // 10
    assert with_held_out.forward_without_store == 15 * without.forward_without_store // 10
    assert with_held_out.extraction_multiply_adds == 15 * without.extraction_multiply_adds // 10
    assert with_held_out.store_bytes == 15 * without.store_bytes // 10


def test_seconds_follow_from_the_calibration(network: NetworkDescription) -> None:
    cost = cost_of(network, "conv5")
    calibration = Calibration(
        forward_per_second=1e9,
        backward_per_second=5e8,
        seconds_for_each_batch=0.01,
        seconds_for_each_epoch=0.5,
        seconds_for_each_weight=1e-9,
    )

    seconds = epoch_seconds(cost, calibration, batches=3, held_out_batches=2)

    computing = cost.forward_with_store / 1e9 + cost.backward / 5e8
    assert seconds == pytest.approx(computing + 3 * cost.trainable_parameters * 1e-9 + 5 * 0.01 + 0.5)
    assert extraction_seconds(cost, calibration) == cost.extraction_multiply_adds / 1e9
