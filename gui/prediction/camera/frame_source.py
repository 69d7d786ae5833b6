"""What a camera is to the window: something that gives pictures until it is stopped. No camera library here."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class FrameSource(Protocol):
    """Gives the pictures of a camera. Signals, which Qt's protocols can't type: a QImage, and a sentence."""

    frame_arrived: Any
    failed: Any

    @property
    def cameras(self) -> tuple[str, ...]:
        """The names of the cameras that there are; empty without any."""
        ...

    def start(self, camera: int) -> None:
        """Give the pictures of this camera; `frame_arrived` and `failed` follow."""

    def stop(self) -> None:
        """Let go of the camera."""


#: Makes a source, or returns None where the library for cameras is not installed.
SourceMaker = Callable[[], FrameSource | None]
