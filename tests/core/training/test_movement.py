"""How far layers move: zero for those that don't learn, and the plain quotient of norms for those that do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.job_control import JobControl
from core.training.movement import relative_change
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train
from tests.core.small_resnet import LAST_CONVOLUTION


def test_relative_change_is_the_quotient_of_norms() -> None:
    before = [np.array([3.0, 4.0]), np.array([[0.0]])]
    after = [np.array([3.0, 4.5]), np.array([[0.0]])]

    assert relative_change(before, after) == pytest.approx(0.1)
    assert relative_change([np.zeros(2)], [np.zeros(2)]) == 0.0
    assert relative_change([np.zeros(2)], [np.ones(2)]) == float("inf")


@pytest.mark.usefixtures("small_resnet50", "with_kept_features")
def test_every_epoch_of_a_run_tells_how_far_the_thawed_layers_moved(stripes: Path, tmp_path: Path) -> None:
    specification = TrainingSpecification(
        folder=stripes, run=tmp_path / "run", weights="random", image_size=32, epochs=2, thaw=LAST_CONVOLUTION
    )

    train(replace(specification, learning_rate=1e-4), JobControl())

    for epoch in read_run_record(specification.run).history:
        moved = dict(epoch.movement)
        assert set(moved) == {LAST_CONVOLUTION, "predictions"}
        assert all(0.0 < change < 1.0 for change in moved.values())
