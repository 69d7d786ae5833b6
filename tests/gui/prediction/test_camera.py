"""The camera's dialog with a source of pictures that needs no camera and no library for one."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QComboBox, QPushButton
from pytestqt.qtbot import QtBot

from gui.prediction.camera.camera_dialog import NO_CAMERA, CameraDialog
from gui.prediction.camera.qt_camera import may_have_cameras, qt_camera
from gui.prediction.empty_state import EmptyState
from gui.prediction.page import PredictPage
from gui.prediction.picture_view import PictureView
from gui.prediction.pictures_model import PicturesModel
from gui.session import Session
from gui.worker.workers import Workers


class DrawnFrames(QObject):
    """A source whose pictures are drawn by the test."""

    frame_arrived = Signal(object)
    failed = Signal(str)

    def __init__(self, cameras: tuple[str, ...] = ("Front", "Back")) -> None:
        super().__init__()
        self.cameras = cameras
        self.running: int | None = None

    def start(self, camera: int) -> None:
        self.running = camera

    def stop(self) -> None:
        self.running = None

    def show(self, colour: str) -> None:
        frame = QImage(40, 30, QImage.Format.Format_RGB32)
        frame.fill(QColor(colour))
        self.frame_arrived.emit(frame)


@pytest.fixture
def source(qtbot: QtBot) -> DrawnFrames:
    return DrawnFrames()


@pytest.fixture
def dialog(qtbot: QtBot, source: DrawnFrames) -> CameraDialog:
    made = CameraDialog(source=source)
    qtbot.addWidget(made)
    made.show()
    return made


def take_button(dialog: CameraDialog) -> QPushButton:
    return dialog.findChildren(QPushButton, "take_picture")[0]


def test_the_live_picture_can_be_taken(qtbot: QtBot, dialog: CameraDialog, source: DrawnFrames) -> None:
    assert not take_button(dialog).isEnabled()
    source.show("teal")

    assert dialog.findChildren(PictureView)[0].image.width() == 40
    with qtbot.waitSignal(dialog.picture_taken) as taken:
        take_button(dialog).click()
    picture = QImage.fromData(taken.args[0])
    assert picture.pixelColor(5, 5) == QColor("teal")


def test_another_camera_is_started_and_the_dialog_lets_go_of_it(
    qtbot: QtBot, dialog: CameraDialog, source: DrawnFrames
) -> None:
    cameras = dialog.findChildren(QComboBox, "choose_camera")[0]
    assert (source.running, cameras.isVisible()) == (0, True)

    cameras.setCurrentIndex(1)
    cameras.activated.emit(1)
    assert source.running == 1

    dialog.reject()
    assert source.running is None


def test_without_a_camera_and_when_it_fails_there_is_a_sentence(qtbot: QtBot) -> None:
    without = CameraDialog(source=DrawnFrames(cameras=()))
    qtbot.addWidget(without)
    assert without.findChildren(EmptyState)[0].text == " ".join(NO_CAMERA)

    source = DrawnFrames()
    dialog = CameraDialog(source=source)
    qtbot.addWidget(dialog)
    source.show("teal")
    source.failed.emit("The camera can't be used: it is gone.")
    assert "it is gone" in dialog.findChildren(EmptyState)[0].text
    assert not take_button(dialog).isEnabled()


def test_a_picture_that_is_taken_is_classified(
    qtbot: QtBot, session: Session, scripted_workers: Workers, source: DrawnFrames
) -> None:
    page = PredictPage(session=session, workers=scripted_workers, camera=lambda: source)
    qtbot.addWidget(page)
    page.show()
    session.select_run(Path("/runs/unsure"))
    page.findChildren(QPushButton, "open_camera")[0].click()
    [dialog] = page.findChildren(CameraDialog)
    source.show("navy")

    take_button(dialog).click()

    pictures = page.findChildren(PicturesModel)[0]
    qtbot.waitUntil(lambda: pictures.rowCount() == 1)
    dialog.reject()


def test_where_the_library_is_missing_there_is_no_button_and_no_word(
    qtbot: QtBot, session: Session, scripted_workers: Workers
) -> None:
    page = PredictPage(session=session, workers=scripted_workers)
    qtbot.addWidget(page)
    page.show()

    assert not page.findChildren(QPushButton, "open_camera")[0].isVisible()
    assert may_have_cameras() or qt_camera() is None
