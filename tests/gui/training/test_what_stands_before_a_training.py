from __future__ import annotations

from pathlib import Path

import pytest

from core.messages import ClassCount, FolderScan
from core.network.description import LayerDescription, NetworkDescription
from core.network.freeze_plan import FreezePlan
from gui.training.obstacles import default_run_name, new_run_folder, why_not_run_name, why_not_start
from gui.training.plan_words import plan_in_words, spec_of_plan

FOLDER = Path("/pictures/insects")


def scan(*obstacles: str) -> FolderScan:
    classes = (ClassCount(class_name="ants", images=3), ClassCount(class_name="bees", images=3))
    return FolderScan(folder=FOLDER, classes=classes, problems=(), files=((), ()), obstacles=obstacles)


def layer(name: str, *inputs: str, stage: str, weights: int) -> LayerDescription:
    return LayerDescription(
        name=name,
        kind="Conv2D",
        stage=stage,
        block="",
        inputs=inputs,
        output_shape=(1, 1, 8),
        parameters=weights,
        trainable_parameters=weights,
        multiply_adds=10 * weights,
    )


@pytest.fixture
def network() -> NetworkDescription:
    layers = (
        layer("image", stage="input", weights=0),
        layer("conv1_conv", "image", stage="conv1", weights=4),
        layer("conv2_conv", "conv1_conv", stage="conv2", weights=4),
        layer("avg_pool", "conv2_conv", stage="pooling", weights=0),
    )
    return NetworkDescription(layers=layers, cut_points=("image", "conv1_conv", "avg_pool"), image_size=224)


def test_without_a_folder_there_is_nothing_to_train_on() -> None:
    assert "Choose a folder" in why_not_start(folder=None, scan=None, weights="imagenet", run_name="")


def test_a_folder_is_checked_first() -> None:
    assert "still being checked" in why_not_start(folder=FOLDER, scan=None, weights="imagenet", run_name="")


def test_an_obstacle_of_the_folder_is_passed_on() -> None:
    found = scan("There is one class only.", "And it is empty.")

    assert why_not_start(folder=FOLDER, scan=found, weights="random", run_name="") == "There is one class only."


def test_a_weights_file_must_be_named_when_that_is_the_choice() -> None:
    assert "weights file" in why_not_start(folder=FOLDER, scan=scan(), weights="", run_name="")


def test_a_good_folder_can_be_trained_on() -> None:
    assert why_not_start(folder=FOLDER, scan=scan(), weights="imagenet", run_name="Tuesday's try") == ""


@pytest.mark.parametrize("name", ["a/b", "a\\b", "what?", "..", " . ", "two\nlines"])
def test_a_name_that_can_be_no_folder_is_refused(name: str) -> None:
    assert why_not_run_name(name)


def test_a_run_is_named_after_its_folder_and_the_moment() -> None:
    assert default_run_name(FOLDER, "2026-01-31 17.05.09") == "insects 2026-01-31 17.05.09"
    assert default_run_name(Path("/"), "2026-01-31 17.05.09").startswith("pictures ")


def test_a_moment_that_comes_again_makes_another_run(tmp_path: Path) -> None:
    """Given a clock that was set back to when a run began, twice."""
    for expected in ("insects 17.05.09", "insects 17.05.09 (2)", "insects 17.05.09 (3)"):
        run = new_run_folder(tmp_path, FOLDER, "17.05.09")

        assert run == tmp_path / expected
        run.mkdir()


def test_before_the_network_is_known_only_the_head_can_be_meant() -> None:
    assert spec_of_plan(FreezePlan(), None) == "head"
    assert "backbone is frozen" in plan_in_words(FreezePlan(), None)


def test_an_untouched_plan_trains_the_head_alone(network: NetworkDescription) -> None:
    words = plan_in_words(FreezePlan(), network)

    assert words.startswith("Only the new head learns.")
    assert "avg_pool" in words


def test_a_thawed_layer_is_named_with_the_frost_line(network: NetworkDescription) -> None:
    plan = FreezePlan(thawed=frozenset({"conv2_conv"}))

    words = plan_in_words(plan, network)

    assert spec_of_plan(plan, network) == "conv2"
    assert "1 layer of the backbone" in words
    assert "(conv2)" in words
    assert "conv1_conv" in words
