"""Looks for an NVIDIA card without any framework: by its driver's own tool, and by what Linux lists on the bus."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

_BUS = Path("/sys/bus/pci/devices")
_NVIDIA, _DISPLAY_CLASS = "0x10de", "0x03"
_SECONDS_TO_ANSWER = 20.0


@dataclass(frozen=True)
class NvidiaCard:
    """A card, and whether its driver answers."""

    name: str
    has_driver: bool


def find_nvidia_card() -> NvidiaCard | None:
    """Return the first NVIDIA card of this machine, or None."""
    name = _name_by_driver()
    if name:
        return NvidiaCard(name=name, has_driver=True)
    return NvidiaCard(name="An NVIDIA card", has_driver=False) if is_on_bus(_BUS) else None


def is_on_bus(bus: Path) -> bool:
    """Tell whether a folder of PCI devices, as Linux shows them, has an NVIDIA card for graphics or computing."""
    return any(
        _text(device / "vendor") == _NVIDIA and _text(device / "class").startswith(_DISPLAY_CLASS)
        for device in bus.glob("*")
    )


def _name_by_driver() -> str:
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return ""
    try:
        answer = subprocess.run(
            [tool, "--query-gpu=name", "--format=csv,noheader"],
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    lines = answer.stdout.strip().splitlines()
    return lines[0].strip() if answer.returncode == 0 and lines else ""


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
