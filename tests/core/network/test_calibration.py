"""The calibration measures this machine, and what it says of an epoch is of the right size."""

from __future__ import annotations

import time

import numpy as np
import pytest

from core.errors import Stopped
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.calibration import calibrate
from core.network.freeze_plan import FreezePlan
from core.network.plan_cost import extraction_seconds, plan_cost


def test_predicted_extraction_is_within_a_factor_of_three_of_the_measured_one() -> None:
    calibration = calibrate(128, JobControl())
    backbone = build_backbone(128)
    backbone.compile(jit_compile=False)
    pixels = np.zeros((16, 128, 128, 3), np.float32)
    backbone.predict_on_batch(pixels)

    started = time.perf_counter()
    backbone.predict_on_batch(pixels)
    measured = time.perf_counter() - started
    predicted = extraction_seconds(plan_cost(describe_backbone(backbone), FreezePlan(), 16), calibration)

    assert calibration.forward_per_second > 0
    assert calibration.backward_per_second > 0
    assert 0 < calibration.seconds_for_each_batch < 1
    assert 0 <= calibration.seconds_for_each_epoch < 10
    assert 0 < calibration.seconds_for_each_weight < 1e-5
    assert measured / 3 < predicted < measured * 3


def test_calibration_is_given_up_when_the_user_stops_it() -> None:
    control = JobControl()
    control.stop_requested.set()
    with pytest.raises(Stopped):
        calibrate(32, control)
