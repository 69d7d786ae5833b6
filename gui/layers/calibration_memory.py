"""Remembering how fast a machine was found to be, in an ini file of the settings folder: one entry for each machine.

A machine is a backend with its device; the speed also depends on the size of the images and on the network. An entry
that can't be read is as good as none.
"""

from __future__ import annotations

import math
from dataclasses import astuple, fields
from pathlib import Path

from core.network.backbones import DEFAULT
from core.network.plan_cost import Calibration
from core.places import settings_folder
from gui.language.translate import tr
from gui.layers.speed_state import Machine
from gui.window.settings_file import open_settings

_FILE = "calibration.ini"
#: In the order in which an entry has them; an entry of another length is one of another version.
_NUMBERS = tuple(one.name for one in fields(Calibration))


class CalibrationMemory:
    """Calibrations by machine and image size."""

    def __init__(self, file: Path | None = None) -> None:
        self._settings, _ = open_settings(file or settings_folder() / _FILE)

    def recall(self, machine: Machine, image_size: int, backbone: str = DEFAULT.name) -> Calibration | None:
        """Return the calibration that was kept, or None."""
        value = self._settings.value(_key(machine, image_size, backbone))
        try:
            numbers = [float(part) for part in value] if isinstance(value, list) else []
        except (TypeError, ValueError):
            return None
        if (
            len(numbers) != len(_NUMBERS)
            or not all(map(math.isfinite, numbers))
            or min(numbers) < 0
            or min(numbers[:2]) == 0
        ):
            return None
        return Calibration(**dict(zip(_NUMBERS, numbers, strict=True)))

    def keep(self, machine: Machine, image_size: int, calibration: Calibration, backbone: str = DEFAULT.name) -> None:
        """Keep a calibration in place of the one before."""
        self._settings.setValue(_key(machine, image_size, backbone), [repr(number) for number in astuple(calibration)])


def _key(machine: Machine, image_size: int, backbone: str) -> str:
    words = tr(
        "{backend}, {device}, {image_size} pixels",
        backend=machine.backend,
        device=machine.device,
        image_size=image_size,
    )
    if backbone != DEFAULT.name:
        words += f", {backbone}"
    return words.replace("/", "-").replace("\\", "-")
