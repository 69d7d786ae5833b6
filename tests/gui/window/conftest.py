"""A whole window for a test, and mime data as file managers and browsers make it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.window.main_window import MainWindow


@pytest.fixture
def window(qtbot: QtBot, frostline_home: Path) -> Iterator[MainWindow]:
    """Give a window with all its pages that is not shown, so that no worker starts unless the test asks for one."""
    made = create_window()
    qtbot.addWidget(made)
    yield made
    made.close()


@pytest.fixture
def files_as_mime() -> Callable[..., QMimeData]:
    """Return what makes mime data of paths, as a file manager does."""

    def make(*paths: Path) -> QMimeData:
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        return mime

    return make


@pytest.fixture
def drop() -> Callable[[MainWindow, QMimeData], bool]:
    """Return what drags mime data into the middle of a window and lets go; it returns whether that was allowed."""

    def let_go(window: MainWindow, mime: QMimeData) -> bool:
        middle = window.rect().center()
        button, no_keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entered = QDragEnterEvent(middle, Qt.DropAction.CopyAction, mime, button, no_keys)
        QApplication.sendEvent(window, entered)
        if entered.isAccepted():
            QApplication.sendEvent(window, QDropEvent(QPointF(middle), Qt.DropAction.CopyAction, mime, button, no_keys))
        return entered.isAccepted()

    return let_go
