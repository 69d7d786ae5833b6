"""What the Layers page says of a plan, in numbers and words, over the real network."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from gui.layers.parameter_bar import trainable_width
from gui.layers.plan_words import (
    ParameterTotals,
    batch_norm_in_words,
    change_in_words,
    frost_line_in_words,
    parameter_totals,
)
from gui.layers.presets import preset_of, presets


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_every_weight_is_counted_once_under_any_plan(network: NetworkDescription, data: st.DataObject) -> None:
    can_learn = [layer.name for layer in network.layers if layer.can_be_thawed]
    plan = FreezePlan(data.draw(st.frozensets(st.sampled_from(can_learn))), data.draw(st.booleans()))
    totals = parameter_totals(plan, network)
    assert totals.total == sum(layer.parameters for layer in network.layers)
    assert min(totals.trainable, totals.frozen, totals.following) >= 0
    assert (totals.following > 0) <= plan.thaw_batch_norm


def test_nothing_learns_in_the_backbone_under_the_default_plan(network: NetworkDescription) -> None:
    totals = parameter_totals(FreezePlan(), network)
    assert totals.trainable == 0
    assert totals.following == 0


def test_moving_statistics_follow_only_when_batch_norm_is_thawed(network: NetworkDescription) -> None:
    thawed = frozenset({"conv5_block3_3_bn"})
    assert parameter_totals(FreezePlan(thawed), network).trainable == 0
    totals = parameter_totals(FreezePlan(thawed, thaw_batch_norm=True), network)
    assert (totals.trainable, totals.following) == (4096, 4096)


def test_frost_line_says_how_much_work_it_saves(network: NetworkDescription) -> None:
    sentence = frost_line_in_words(FreezePlan(parse_spec("conv5", network)), network)
    assert sentence.startswith("Everything up to conv4_block6_out is computed once for each image: ")
    share = int(sentence.split(": ")[1].split("%")[0])
    # Forwards 19 % are left to compute, and backwards all that there was.
    assert 55 <= share <= 65


def test_batch_norm_is_counted_and_spoken_of(network: NetworkDescription) -> None:
    assert batch_norm_in_words(FreezePlan(), network) == ""
    one = frozenset({"conv5_block3_3_bn"})
    assert batch_norm_in_words(FreezePlan(one), network) == "1 BatchNorm layer in the thawed part stays frozen."
    thawed = FreezePlan(parse_spec("conv5", network), thaw_batch_norm=True)
    assert batch_norm_in_words(thawed, network).startswith("10 BatchNorm layers learn too")


def test_changes_are_named_as_one_would(network: NetworkDescription) -> None:
    nothing, conv5, conv4_up = (parse_spec(spec, network) for spec in ("head", "conv5", "conv4+"))
    assert change_in_words(nothing, conv5, network) == "thaw conv5"
    assert change_in_words(conv4_up, conv5, network) == "freeze conv4"
    block = parse_spec("conv3_block1", network)
    assert change_in_words(block, conv5, network) == "choose conv5"
    scattered = frozenset({"conv1_conv", "conv2_block1_1_conv", "conv3_block1_1_conv"})
    assert change_in_words(nothing, scattered, network) == "thaw 3 layers"


def test_each_preset_is_found_again_by_what_it_thaws(network: NetworkDescription) -> None:
    for preset in presets(network):
        assert preset_of(parse_spec(preset.spec, network), network) == preset
    assert preset_of(frozenset({"conv1_conv"}), network) is None


def test_small_part_of_the_bar_is_still_seen() -> None:
    assert trainable_width(ParameterTotals(trainable=1, frozen=10**9, following=0), 200.0) == 4.0
    assert trainable_width(ParameterTotals(trainable=0, frozen=10, following=0), 200.0) == 0.0
    assert trainable_width(ParameterTotals(trainable=10, frozen=0, following=0), 200.0) == 200.0
    assert trainable_width(ParameterTotals(trainable=10**9, frozen=1, following=0), 200.0) == 196.0
