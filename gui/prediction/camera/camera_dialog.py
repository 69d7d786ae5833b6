"""The camera's picture, live, with the button that takes one to be classified. Knows no camera library."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.prediction.camera.frame_source import FrameSource
from gui.prediction.dropped_sources import encoded_as_png
from gui.prediction.empty_state import EmptyState
from gui.prediction.picture_view import PictureView
from gui.training.named_button import named_button
from gui.window.roomy_dialog import RoomyDialog
from gui.window.theme import MEDIUM, SMALL

NO_CAMERA = (tr("There is no camera"), tr("Connect one and open this again, or choose picture files instead."))
_STARTING = (tr("The camera is starting…"), tr("If nothing comes, another program may be using it."))


class CameraDialog(RoomyDialog):
    """Stays open while pictures are taken; does not stop the window."""

    picture_taken = Signal(bytes)  # the content of a PNG file

    def __init__(self, *, source: FrameSource, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("camera")
        self.setWindowTitle(tr("Camera"))
        self.resize(640, 540)
        self._source = source
        self._frame = QImage()
        self._cameras = QComboBox()
        self._words = EmptyState(icon="picture")
        self._picture = PictureView()
        self._layers = QStackedWidget()
        self._take = named_button("take_picture", tr("&Take picture"), "picture")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build()
        self._lay_out()
        self._connect()
        self._start(0)

    def _build(self) -> None:
        self._cameras.setObjectName("choose_camera")
        self._cameras.setAccessibleName(tr("Camera"))
        self._cameras.addItems(self._source.cameras)
        self._cameras.setVisible(self._cameras.count() > 1)
        self._layers.addWidget(self._words)
        self._layers.addWidget(self._picture)
        self._take.setDefault(True)
        self._buttons.button(QDialogButtonBox.StandardButton.Close).setObjectName("close_camera")

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SMALL)
        row.addWidget(self._cameras)
        row.addStretch(1)
        row.addWidget(self._take)
        row.addWidget(self._buttons)
        column = QVBoxLayout(self)
        column.setSpacing(MEDIUM)
        column.addWidget(self._layers, 1)
        column.addLayout(row)

    def _connect(self) -> None:
        self._cameras.activated.connect(self._start)
        self._take.clicked.connect(self._take_picture)
        self._buttons.rejected.connect(self.reject)
        self._source.frame_arrived.connect(self._on_frame_arrived)
        self._source.failed.connect(self._on_failed)
        self.finished.connect(lambda _result: self._source.stop())

    def _start(self, camera: int) -> None:
        self._frame = QImage()
        self._take.setEnabled(False)
        if self._source.cameras:
            self._say(*_STARTING)
            self._source.start(camera)
        else:
            self._say(*NO_CAMERA)

    def _take_picture(self) -> None:
        content = encoded_as_png(self._frame)
        if content:
            self.picture_taken.emit(content)

    def _on_frame_arrived(self, frame: QImage) -> None:
        self._frame = frame
        self._take.setEnabled(True)
        self._picture.show_image(frame, tr("What the camera sees"))
        self._layers.setCurrentWidget(self._picture)

    def _on_failed(self, sentence: str) -> None:
        self._take.setEnabled(False)
        self._say(
            sentence, tr("See that no other program uses it and that this one may, or choose picture files instead.")
        )

    def _say(self, title: str, hint: str) -> None:
        self._words.say(title, hint)
        self._layers.setCurrentWidget(self._words)
