"""The search for the learning rate, on real features."""

from __future__ import annotations

import math
from pathlib import Path

import pytest

from core.errors import Stopped
from core.job_control import JobControl
from core.messages import Event, Progress
from core.training.learning_rate_finder import find_learning_rate, rates_to_try, suggested_rate
from core.training.specification import TrainingSpecification
from core.training.train import train

pytestmark = pytest.mark.usefixtures("small_resnet50")


@pytest.fixture
def specification(stripes: Path, tmp_path: Path) -> TrainingSpecification:
    return TrainingSpecification(folder=stripes, run=tmp_path / "run", weights="random", image_size=32, batch_size=8)


def test_rates_rise_evenly_on_a_scale_of_logarithms() -> None:
    rates = rates_to_try(7)

    assert rates == pytest.approx([1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0])


def test_a_tenth_of_the_rate_with_the_lowest_loss_is_suggested() -> None:
    assert suggested_rate([1e-4, 1e-3, 3e-2, 1e-1], [0.7, 0.5, 0.2, 0.9]) == pytest.approx(3e-3)


def test_a_suggested_rate_trains_well_and_nothing_but_features_is_left(specification: TrainingSpecification) -> None:
    tried = find_learning_rate(specification, JobControl())

    assert list(tried.rates) == sorted(tried.rates)
    assert len(tried.losses) == len(tried.rates) > 20
    assert all(math.isfinite(loss) for loss in tried.losses)
    assert min(tried.losses) < 0.8 * tried.losses[0]
    assert not specification.run.exists()
    finished = train(
        TrainingSpecification(
            **{**vars(specification), "learning_rate": tried.suggestion, "epochs": 8},
        ),
        JobControl(),
    )
    assert finished.images_extracted == 0
    assert finished.val_accuracy is not None
    assert finished.val_accuracy >= 0.5


def test_a_search_can_be_stopped(specification: TrainingSpecification) -> None:
    control = JobControl()

    def stop_soon(event: Event) -> None:
        if isinstance(event, Progress) and event.stage == "try":
            control.stop_requested.set()

    control.report = stop_soon

    with pytest.raises(Stopped):
        find_learning_rate(specification, control)
