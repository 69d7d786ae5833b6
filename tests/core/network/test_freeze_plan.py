"""The SPEC is read and written the same way, and the frost line lies where everything below is frozen."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from core.errors import UnusableInput
from core.network.description import NetworkDescription
from core.network.freeze_plan import (
    FreezePlan,
    FreezeState,
    format_spec,
    frost_line,
    group_state,
    layers_up_to,
    parse_spec,
    trainable_layers,
)

on_one_network = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.mark.parametrize(
    ("spec", "line", "convolutions"),
    [
        ("head", "avg_pool", 0),
        ("conv5", "conv4_block6_out", 10),
        ("conv4+", "conv3_block4_out", 29),
        ("conv5_block3", "conv5_block2_out", 3),
        ("conv5_block3_2_conv", "conv5_block2_out", 1),
        ("conv2_block1, conv5_block3", "pool1_pool", 7),
        ("conv1", "image", 1),
        ("all", "image", 53),
    ],
)
def test_spec_thaws_what_it_names_and_the_line_lies_below(
    network: NetworkDescription, spec: str, line: str, convolutions: int
) -> None:
    plan = FreezePlan(parse_spec(spec, network))

    learning = trainable_layers(plan, network)

    assert frost_line(plan, network) == line
    assert len(learning) == convolutions
    assert all(name.endswith("_conv") for name in learning)


@pytest.mark.parametrize("spec", ["", " , ", "conv6", "conv5_block9", "conv5_block1_1_relu", "conv4_block1+", "Head"])
def test_a_spec_that_names_nothing_is_refused_in_a_sentence(network: NetworkDescription, spec: str) -> None:
    with pytest.raises(UnusableInput) as refusal:
        parse_spec(spec, network)

    assert refusal.value.message.endswith(".")
    assert refusal.value.hint


def test_batch_norm_of_thawed_blocks_learns_only_with_the_switch(network: NetworkDescription) -> None:
    thawed = parse_spec("conv5_block3", network)

    kept = trainable_layers(FreezePlan(thawed), network)
    thawn = trainable_layers(FreezePlan(thawed, thaw_batch_norm=True), network)

    assert thawn - kept == {f"conv5_block3_{number}_bn" for number in (1, 2, 3)}


def test_state_of_a_group_is_mixed_when_part_of_it_is_thawed(network: NetworkDescription) -> None:
    block = tuple(layer for layer in network.layers if layer.block == "conv5_block3")

    assert group_state(block, FreezePlan()) is FreezeState.FROZEN
    assert group_state(block, FreezePlan(frozenset({"conv5_block3_2_conv"}))) is FreezeState.MIXED
    assert group_state(block, FreezePlan(parse_spec("conv5_block3", network))) is FreezeState.TRAINABLE


@given(data=st.data())
@on_one_network
def test_any_set_of_thawed_layers_survives_being_written_and_read(
    network: NetworkDescription, data: st.DataObject
) -> None:
    thawed = data.draw(subsets_of(network))

    assert parse_spec(format_spec(thawed, network), network) == thawed


@given(data=st.data(), thaw_batch_norm=st.booleans())
@on_one_network
def test_below_the_line_nothing_learns_and_the_next_cut_would_hold_something_that_does(
    network: NetworkDescription, data: st.DataObject, thaw_batch_norm: bool
) -> None:
    plan = FreezePlan(data.draw(subsets_of(network)), thaw_batch_norm)

    line = frost_line(plan, network)
    learning = trainable_layers(plan, network)

    assert not layers_up_to(line, network) & learning
    deeper = network.cut_points[network.cut_points.index(line) + 1 :]
    if deeper:
        assert layers_up_to(deeper[0], network) & learning


def subsets_of(network: NetworkDescription) -> st.SearchStrategy[frozenset[str]]:
    layers = st.frozensets(st.sampled_from([layer.name for layer in network.layers if layer.can_be_thawed]), max_size=8)
    parts = st.frozensets(st.sampled_from(["head", *network.stages, *network.blocks, "conv4+", "all"]), max_size=3)
    return st.builds(lambda some, named: some.union(*(parse_spec(part, network) for part in named)), layers, parts)
