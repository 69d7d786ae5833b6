"""What is said of the cost of a plan, in plain functions over numbers."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.data.split import stratified_split
from core.messages import ClassCount, FolderScan
from core.network.plan_cost import PlanCost
from gui.layers import cost_words
from gui.layers.measured_epoch import MeasuredEpoch
from gui.layers.speed_state import Machine, SpeedState
from gui.layers.work_bar import computed_width
from gui.layers.workload import Workload, workload_of

INSECTS = Workload(training=196, held_out=49, of_folder=True)


def cost(**figures: Any) -> PlanCost:
    nothing = dict.fromkeys(PlanCost.__dataclass_fields__, 0)
    return PlanCost(**(nothing | figures))


def measured(**changes: Any) -> MeasuredEpoch:
    usual: dict[str, Any] = {
        "run": "insects",
        "created": "2026-03-01T12:00:00+00:00",
        "seconds": 0.051,
        "only_first": False,
        "training_images": 196,
        "image_size": 224,
        "batch_size": 32,
        "device": "CPU",
    }
    return MeasuredEpoch(**(usual | changes))


def scan(*images: int) -> FolderScan:
    classes = tuple(ClassCount(class_name=str(number), images=count) for number, count in enumerate(images))
    return FolderScan(folder=Path("/pictures"), classes=classes, problems=(), files=())


@pytest.mark.parametrize(
    ("forward", "backward", "naive", "words"),
    [
        (0.3e12, 0.6e12, 3.9e12, "0.9 instead of 4.5 trillion"),
        (0, 0, 0.758e12, "hardly any instead of 760 billion"),
        (2.1e9, 0, 4.5e12, "2.1 billion instead of 4.5 trillion"),
        (200e9, 260e9, 2e12, "0.5 instead of 2.3 trillion"),
        (12e12, 12e12, 16e12, "24 instead of 28 trillion"),
        (4e12, 8e12, 4e12, "12 trillion"),
        (150_000, 0, 400_000, "150,000 instead of 400,000"),
    ],
)
def test_work_is_said_with_the_store_and_without(forward: float, backward: float, naive: float, words: str) -> None:
    costs = cost(forward_with_store=int(forward), backward=int(backward), forward_without_store=int(naive))
    assert cost_words.work_in_words(costs) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(999, "1,000"), (4_530_000, "4.5 million"), (960_000_000, "1.0 billion"), (45_300_000_000, "45 billion")],
)
def test_large_numbers_have_two_digits(count: int, words: str) -> None:
    assert cost_words.count_in_words(count) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "less than 0.1 s"),
        (0.32, "about 0.3 s"),
        (1.44, "about 1.4 s"),
        (2.97, "about 3.0 s"),
        (7.6, "about 8 s"),
        (59.0, "about 59 s"),
        (100.0, "about 2 min"),
        (5400.0, "about 1.5 h"),
    ],
)
def test_estimates_are_rounded(seconds: float, words: str) -> None:
    assert cost_words.estimate_in_words(seconds) == words


def test_measured_time_says_what_it_was_measured_on_where_that_differs() -> None:
    assert cost_words.measured_in_words(measured(), INSECTS) == "0.05 s"
    assert cost_words.measured_in_words(measured(seconds=75.0), INSECTS) == "1 min 15 s"
    assert cost_words.measured_in_words(measured(training_images=80), INSECTS) == "0.05 s for 80 images"
    assert cost_words.measured_in_words(measured(image_size=96), INSECTS) == "0.05 s at 96 pixels"


def test_tip_of_the_measured_time_names_the_run_and_the_first_epoch() -> None:
    assert "“insects”: 196 images, 224 pixels wide, in batches of 32, on CPU." in cost_words.measured_tip(measured())
    assert "what starting costs" in cost_words.measured_tip(measured(only_first=True))
    assert "what starting costs" not in cost_words.measured_tip(measured())


def test_store_is_said_for_all_images() -> None:
    assert cost_words.store_in_words(cost(store_bytes=1_638_400), INSECTS) == "1.6 MB for 245 images"
    assert cost_words.store_in_words(cost(), INSECTS) == ""


def test_basis_is_the_folder_or_a_round_number() -> None:
    assert cost_words.basis_in_words(INSECTS) == "For 196 images and 49 held out, 224 pixels wide, batches of 32."
    assert cost_words.basis_in_words(workload_of(None)).startswith("For each 1,000 images, 224 pixels wide")


@pytest.mark.parametrize("state", SpeedState)
def test_every_state_of_the_measuring_has_its_words(state: SpeedState) -> None:
    machine = Machine("tensorflow", "CPU")
    words = cost_words.machine_in_words(state, machine, "The worker died.")
    assert words.endswith(".")
    assert ("The worker died." in words) is (state is SpeedState.FAILED)
    assert cost_words.machine_in_words(state, None, "")


def test_workload_is_split_as_a_training_splits() -> None:
    images = (123, 122, 1, 0, 2)
    labels = [label for label, count in enumerate(images) for _ in range(count)]
    training, held_out = stratified_split(labels, 0.2, seed=0)
    workload = workload_of(scan(*images))
    assert (workload.training, workload.held_out) == (len(training), len(held_out))
    assert workload.images == sum(images)
    assert workload.batches == -(-len(training) // 32)
    assert workload.held_out_batches == -(-len(held_out) // 32)
    assert workload.of_folder


def test_empty_folder_is_as_good_as_none() -> None:
    assert workload_of(scan(0, 0)) == workload_of(None)


def test_bar_shows_a_little_of_whatever_is_there() -> None:
    assert computed_width(0.0, 200.0) == 0.0
    assert computed_width(1e-6, 200.0) == 4.0
    assert computed_width(0.5, 200.0) == 100.0
    assert computed_width(0.999999, 200.0) == 196.0
    assert computed_width(1.0, 200.0) == 200.0
