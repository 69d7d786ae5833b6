"""Which machine the trainer computes on, and where measuring its speed stands. Plain values, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True)
class Machine:
    """What computes: the backend of Keras and the device, as the worker names them."""

    backend: str
    device: str


class SpeedState(Enum):
    """Where the measuring stands."""

    UNKNOWN = "unknown"
    WAITING = "waiting"
    MEASURING = "measuring"
    KNOWN = "known"
    FAILED = "failed"
