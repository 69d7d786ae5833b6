"""The speed of a machine outlives the session, and a damaged file costs nothing but a new measurement."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings

from core.network.plan_cost import Calibration
from gui.layers.calibration_memory import CalibrationMemory
from gui.layers.speed_state import Machine

CPU = Machine("tensorflow", "CPU")
GPU = Machine("torch", "NVIDIA RTX 6000 / Ada \\ 48 GB, 2 x")
FAST = Calibration(
    forward_per_second=1.25e11, backward_per_second=1e11 / 3, seconds_for_each_batch=0.004, seconds_for_each_epoch=0.0
)


def test_speed_is_remembered_for_its_machine_and_image_size(frostline_home: Path) -> None:
    CalibrationMemory().keep(CPU, 224, FAST)
    CalibrationMemory().keep(
        GPU, 224, Calibration(forward_per_second=1.0, backward_per_second=2.0, seconds_for_each_batch=3.0)
    )
    # A new object reads the file, as the next session does.
    memory = CalibrationMemory()
    assert memory.recall(CPU, 224) == FAST
    remembered = memory.recall(GPU, 224)
    assert remembered is not None
    assert remembered.backward_per_second == 2.0
    assert memory.recall(CPU, 96) is None
    assert memory.recall(Machine("torch", "CPU"), 224) is None
    assert (frostline_home / "settings" / "calibration.ini").is_file()


def test_newer_speed_replaces_the_one_before(tmp_path: Path) -> None:
    memory = CalibrationMemory(tmp_path / "speed.ini")
    slow = Calibration(forward_per_second=1.0, backward_per_second=1.0, seconds_for_each_batch=1.0)
    memory.keep(CPU, 224, slow)
    memory.keep(CPU, 224, FAST)
    assert memory.recall(CPU, 224) == FAST


@pytest.mark.parametrize(
    "kept",
    [
        "1e9",
        ["1e9", "1e9"],
        ["fast", "1e9", "0", "0", "0"],
        ["nan"] * 5,
        ["0", "1", "1", "1", "1"],
        ["1", "1", "-1", "1", "1"],
        ["inf"] * 5,
    ],
)
def test_entry_that_makes_no_sense_is_as_good_as_none(tmp_path: Path, kept: object) -> None:
    file = tmp_path / "speed.ini"
    settings = QSettings(str(file), QSettings.Format.IniFormat)
    settings.setValue("tensorflow, CPU, 224 pixels", kept)
    settings.sync()
    assert CalibrationMemory(file).recall(CPU, 224) is None


def test_file_that_is_no_settings_is_as_good_as_none(tmp_path: Path) -> None:
    file = tmp_path / "speed.ini"
    file.write_bytes(b"\x00\xff[[[")
    assert CalibrationMemory(file).recall(CPU, 224) is None
