"""The real window with its real workers, and a person who works it by the names of its widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QListWidget, QWidget
from pytestqt.qtbot import QtBot

from core.data.sample_pictures import draw_sample_pictures
from core.job_control import JobControl
from gui.app import create_window
from gui.window.main_window import MainWindow
from tests.conftest import watching_networks

#: Keras takes its time to load, the more so while other tests run.
PATIENCE = 400_000

Kind = TypeVar("Kind", bound=QWidget)


class Person:
    """Finds widgets by the object names of the design, and uses mouse and keyboard on them."""

    def __init__(self, window: MainWindow, qtbot: QtBot) -> None:
        self.window, self._qtbot = window, qtbot

    def find(self, kind: type[Kind], name: str) -> Kind:
        found = self.window.findChild(kind, name)
        assert found is not None, name
        return found

    def go_to(self, step: str) -> None:
        rail = self.find(QListWidget, "step_rail")
        (item,) = (rail.item(row) for row in range(rail.count()) if rail.item(row).text() == step)
        QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=rail.visualItemRect(item).center())

    def click(self, name: str) -> None:
        button = self.find(QWidget, name)
        assert button.isVisible(), name
        assert button.isEnabled(), name
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)

    def choose_folder(self, folder: Path) -> None:
        self.click("choose_folder")
        dialog = self.window.findChild(QFileDialog)
        assert dialog is not None
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(str(folder))
        QTest.keyClick(line, Qt.Key.Key_Return)

    def drop(self, name: str, *files: Path) -> None:
        target = self.find(QWidget, name)
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        middle, action = target.rect().center(), Qt.DropAction.CopyAction
        button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(middle, action, mime, button, no_keys)
        QApplication.sendEvent(target, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(middle), action, mime, button, no_keys))

    def wait_until(self, holds: Callable[[], bool]) -> None:
        self._qtbot.waitUntil(holds, timeout=PATIENCE)


@pytest.fixture(scope="module")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give a small set of the sample pictures: four classes of six."""
    folder = tmp_path_factory.mktemp("pictures") / "nature"
    draw_sample_pictures(folder, JobControl(), pictures_per_class=6, edge=64)
    return folder


@pytest.fixture(autouse=True, scope="module")
def frostline_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the tests of a file one home, since they share a window."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("FROSTLINE_HOME", str(home))
        environment.setenv("KERAS_HOME", str(home / "keras"))
        yield home


@pytest.fixture(scope="module")
def window(qapp: QApplication, frostline_home: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[MainWindow]:
    """Give a window that was just started, to all tests of a file; it and its workers may not use any network."""
    with watching_networks(tmp_path_factory.mktemp("network")) as watch:
        made = create_window()
        made.resize(1280, 800)
        made.show()
        yield made
        made.close()
        for name in ("trainer", "viewer"):
            assert watch.watched(f"core.worker --name {name}") >= 1
        made.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def person(window: MainWindow, qtbot: QtBot) -> Person:
    """Give a person in front of the window."""
    return Person(window, qtbot)
