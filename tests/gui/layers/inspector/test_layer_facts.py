"""What is said of a selection before anyone looks into it."""

from __future__ import annotations

import pytest

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from gui.layers.inspector.facts import Fact, facts_of, heading_of
from gui.layers.inspector.subject import Subjects, is_layer


@pytest.fixture(scope="module")
def subjects(network: NetworkDescription) -> Subjects:
    return Subjects(network)


def _facts(subjects: Subjects, name: str, plan: FreezePlan | None = None, classes: int = 0) -> dict[str, Fact]:
    facts = facts_of(subjects.named(name), subjects, plan or FreezePlan(), classes)
    return {fact.term: fact for fact in facts}


def _layers_of(network: NetworkDescription, part: str) -> frozenset[str]:
    return frozenset(layer.name for layer in network.layers if part in (layer.stage, layer.block, layer.name))


@pytest.mark.parametrize("name", ["conv3_block2_1_conv", "conv3_block2", "conv3", "conv1", "avg_pool", "image"])
def test_selection_of_all_layers_of_a_part_is_that_part(
    subjects: Subjects, network: NetworkDescription, name: str
) -> None:
    node = subjects.of_selection(_layers_of(network, name))

    assert node is not None
    assert node.name == name


def test_head_is_selected_by_name_and_nothing_by_none(subjects: Subjects) -> None:
    head = subjects.of_selection(frozenset({"head"}))

    assert head is not None
    assert head.is_head
    assert subjects.of_selection(frozenset()) is None
    assert subjects.of_selection(frozenset({"a layer of another network"})) is None


def test_layers_that_are_no_part_by_themselves_are_a_group(subjects: Subjects) -> None:
    node = subjects.of_selection(frozenset({"conv1_conv", "conv5_block3_2_conv", "head"}))

    assert node is not None
    assert node.name == "2 layers and the head"
    assert not is_layer(node)
    facts = {fact.term: fact.value for fact in facts_of(node, subjects, FreezePlan(), 0)}
    assert facts["Layers"] == "2, of these\n2 Conv2D"
    assert facts["Parameters"] == "2,369,280"
    assert facts["Outputs"].splitlines() == ["112 × 112 × 64", "7 × 7 × 512"]


def test_layer_says_where_it_stands_and_what_it_is_connected_to(subjects: Subjects) -> None:
    facts = _facts(subjects, "conv3_block1_add")

    assert facts["Stands in"].targets == ("conv3", "conv3_block1")
    assert set(facts["Inputs"].targets) == {"conv3_block1_0_bn", "conv3_block1_3_bn"}
    assert facts["Goes to"].targets == ("conv3_block1_out",)
    assert facts["Output"].value == "28 × 28 × 512"
    assert facts["State"].value == "No weights"
    assert "Parameters" not in facts


def test_last_layer_goes_to_the_head(subjects: Subjects) -> None:
    assert _facts(subjects, "avg_pool")["Goes to"].targets == ("head",)


def test_convolution_says_what_it_costs(subjects: Subjects) -> None:
    facts = _facts(subjects, "conv1_conv")

    assert facts["Parameters"].value == "9,472"
    assert facts["Multiply-adds"].value == "118,013,952"


def test_state_follows_the_plan_and_the_switch(subjects: Subjects, network: NetworkDescription) -> None:
    plan = FreezePlan(parse_spec("conv5", network))

    assert _facts(subjects, "conv5_block1_1_conv", plan)["State"].value == "Trainable"
    assert _facts(subjects, "conv5_block1_1_bn", plan)["State"].value.startswith("Frozen")
    assert _facts(subjects, "conv4_block1_1_bn", plan)["State"].value == "Frozen"


def test_block_says_what_it_takes_gives_and_consists_of(subjects: Subjects, network: NetworkDescription) -> None:
    facts = _facts(subjects, "conv3_block1", FreezePlan(parse_spec("conv3_block1", network)))

    assert facts["Input"].targets == ("conv2_block3_out",)
    assert (facts["Takes"].value, facts["Gives"].value) == ("56 × 56 × 256", "28 × 28 × 512")
    assert facts["Layers"].value.splitlines()[:2] == ["12, of these", "4 Conv2D"]
    assert facts["Parameters"].value == "383,232"
    # Without its BatchNorm layers, which the switch keeps frozen.
    assert facts["Will learn"].value == "378,112"


def test_stage_is_told_as_a_whole(subjects: Subjects) -> None:
    assert heading_of(subjects.named("conv4")) == "6 residual blocks"
    assert _facts(subjects, "conv4")["Takes"].value == "28 × 28 × 512"
    assert "Will learn" not in _facts(subjects, "conv4")


@pytest.mark.parametrize(
    ("name", "heading"),
    [
        ("conv1_conv", "Conv2D: 64 filters of 7 × 7, stride 2 × 2"),
        ("conv2_block1_1_conv", "Conv2D: 64 filters of 1 × 1"),
        ("pool1_pool", "MaxPooling2D: window 3 × 3, stride 2 × 2"),
        ("conv1_relu", "Activation: relu"),
        ("conv1_bn", "BatchNormalization"),
    ],
)
def test_heading_tells_a_layer_from_others_of_its_kind(subjects: Subjects, name: str, heading: str) -> None:
    assert heading_of(subjects.named(name)).replace("\N{NO-BREAK SPACE}", " ") == heading


def test_head_counts_the_classes_of_the_folder(subjects: Subjects) -> None:
    assert _facts(subjects, "head")["Output"].value == "your classes"
    assert _facts(subjects, "head", classes=3)["Output"].value == "3 classes"
    assert _facts(subjects, "head")["State"].value == "Trainable, always"


def test_only_the_convolution_of_the_stem_has_filters_to_see(subjects: Subjects, network: NetworkDescription) -> None:
    seen = {layer.name: subjects.filters_to_see(subjects.named(layer.name)) for layer in network.layers}

    assert {name: count for name, count in seen.items() if count} == {"conv1_conv": 64}
