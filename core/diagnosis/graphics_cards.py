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
    """A card, whether its driver answers, and its memory (0: not known)."""

    name: str
    has_driver: bool
    memory_bytes: int = 0


def find_nvidia_card() -> NvidiaCard | None:
    """Return the first NVIDIA card of this machine, or None."""
    cards = cards_by_driver()
    if cards:
        return cards[0]
    return NvidiaCard(name="An NVIDIA card", has_driver=False) if is_on_bus(_BUS) else None


def is_on_bus(bus: Path) -> bool:
    """Tell whether a folder of PCI devices, as Linux shows them, has an NVIDIA card for graphics or computing."""
    return any(
        _text(device / "vendor") == _NVIDIA and _text(device / "class").startswith(_DISPLAY_CLASS)
        for device in bus.glob("*")
    )


def cards_by_driver() -> tuple[NvidiaCard, ...]:
    """Return the cards that NVIDIA's driver knows; none where it is missing or does not answer."""
    tool = shutil.which("nvidia-smi")
    if tool is None:
        return ()
    try:
        answer = subprocess.run(
            [tool, "--query-gpu=name,memory.total", "--format=csv,noheader,nounits"],
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_SECONDS_TO_ANSWER,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ()
    return cards_in(answer.stdout) if answer.returncode == 0 else ()


def cards_in(table: str) -> tuple[NvidiaCard, ...]:
    """Read the lines `name, MiB` of NVIDIA's tool; where the memory is no number, as with a shared one, it is 0.

    Other lines are what a tool says that finds no card, or no driver.
    """
    cards = []
    for line in table.strip().splitlines():
        name, comma, mebibytes = line.rpartition(",")
        if not comma:
            continue
        memory = int(mebibytes) * 2**20 if mebibytes.strip().isdecimal() else 0
        cards.append(NvidiaCard(name=name.strip(), has_driver=True, memory_bytes=memory))
    return tuple(cards)


def _text(file: Path) -> str:
    try:
        return file.read_text(encoding="ascii").strip()
    except (OSError, ValueError):
        return ""
