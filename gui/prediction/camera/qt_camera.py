"""Cameras through QtMultimedia, where it is installed (extra `camera`): the only file that imports it.

It is no part of the program's own Qt packages, and may lack libraries of the system; either way there is simply no
camera, and nobody is told.
"""

from __future__ import annotations

import importlib.util
import logging
from typing import Any

from PySide6.QtCore import QObject, Signal

from gui.language.translate import tr

_MODULE = "PySide6.QtMultimedia"
_log = logging.getLogger(__name__)


def may_have_cameras() -> bool:
    """Whether the library for cameras is installed; cheap, since nothing is loaded."""
    try:
        return importlib.util.find_spec(_MODULE) is not None
    except (ImportError, ValueError):
        return False


def qt_camera() -> QtCamera | None:
    """Return the cameras of this machine; None where the library for them can't be loaded."""
    try:
        multimedia: Any = importlib.import_module(_MODULE)
    except ImportError as error:
        _log.info("No camera: %s", error)
        return None
    return QtCamera(multimedia)


class QtCamera(QObject):
    """A `FrameSource` over QtMultimedia."""

    frame_arrived = Signal(object)  # QImage
    failed = Signal(str)

    def __init__(self, multimedia: Any, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._multimedia = multimedia
        self._devices = list(multimedia.QMediaDevices.videoInputs())
        self._camera: Any = None
        self._capture: Any = None
        self._sink: Any = None

    @property
    def cameras(self) -> tuple[str, ...]:
        """The names of the cameras that there are."""
        return tuple(device.description() for device in self._devices)

    def start(self, camera: int) -> None:
        """Give the pictures of this camera."""
        self.stop()
        multimedia = self._multimedia
        self._sink = multimedia.QVideoSink(self)
        self._sink.videoFrameChanged.connect(self._on_frame_changed)
        self._camera = multimedia.QCamera(self._devices[camera], self)
        self._camera.errorOccurred.connect(self._on_error_occurred)
        self._capture = multimedia.QMediaCaptureSession(self)
        self._capture.setCamera(self._camera)
        self._capture.setVideoSink(self._sink)
        self._camera.start()

    def stop(self) -> None:
        """Let go of the camera."""
        if self._camera is not None:
            self._camera.stop()
            for one in (self._capture, self._camera, self._sink):
                one.deleteLater()
            self._camera = self._capture = self._sink = None

    def _on_frame_changed(self, frame: Any) -> None:
        image = frame.toImage()
        if not image.isNull():
            self.frame_arrived.emit(image)

    def _on_error_occurred(self, _error: object, words: str) -> None:
        self.failed.emit(tr("The camera can't be used: {words}.", words=words or tr("it gives no pictures")))
