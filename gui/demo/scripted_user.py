"""A user made of code: it finds widgets by their object names, clicks, types, drops, waits, and takes pictures.

It knows widgets and patience; what the demo does with them is `job`'s concern. Nothing here reaches behind the
window: whatever it does, a person could do.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEventLoop, QMimeData, QPoint, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLineEdit,
    QListWidget,
    QMainWindow,
    QTabBar,
    QTreeView,
    QWidget,
)

_LOOK_EVERY_MILLISECONDS = 40
#: Before a picture is taken, the window gets so long to draw what just arrived.
_SETTLE_MILLISECONDS = 400

AnyWidget = TypeVar("AnyWidget", bound=QWidget)


class GaveUpWaiting(Exception):
    """What the user waited for did not happen in time."""


class ScriptedUser:
    """Drives one window and puts pictures of it into a folder."""

    def __init__(self, window: QMainWindow, pictures: Path) -> None:
        self._window = window
        self._pictures = pictures

    def find(self, kind: type[AnyWidget], name: str) -> AnyWidget:
        """Return the widget of that object name; LookupError when there is none."""
        found = self._window.findChild(kind, name)
        if found is None:
            raise LookupError(f"The window has no {kind.__name__} named {name}.")
        return found

    def is_visible(self, name: str) -> bool:
        """Whether a widget of that name is on the screen now."""
        found = self._window.findChild(QWidget, name)
        return found is not None and found.isVisible()

    def row_count(self, name: str) -> int:
        """Return how many rows a list, table or tree of that name has."""
        model = self.find(QAbstractItemView, name).model()
        return model.rowCount() if model is not None else 0

    def go_to(self, step: int) -> None:
        """Click on a step, by its number from 1.

        Its keys would go to the window that has the keyboard, and without a window manager, as in Xvfb, none has it.
        """
        rail = self.find(QListWidget, "step_rail")
        place = rail.visualItemRect(rail.item(step - 1)).center()
        QTest.mouseClick(rail.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def click(self, name: str) -> None:
        """Wait until a button can be pressed, and press it."""
        self.wait_until(
            lambda: self.is_visible(name) and self.find(QAbstractButton, name).isEnabled(), f"{name} is usable"
        )
        QTest.mouseClick(self.find(QAbstractButton, name), Qt.MouseButton.LeftButton)

    def choose(self, name: str, title: str) -> None:
        """Choose an entry of a list as the keyboard would."""
        box = self.find(QComboBox, name)
        index = box.findText(title)
        if index < 0:
            raise LookupError(f"{name} has no entry {title}.")
        box.setFocus()
        QTest.keyClick(box, Qt.Key.Key_Home)
        for _ in range(index - box.currentIndex()):
            QTest.keyClick(box, Qt.Key.Key_Down)

    def type_into(self, name: str, text: str) -> None:
        """Replace the text of a field."""
        field = self.find(QLineEdit, name)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)
        QTest.keyClick(field, Qt.Key.Key_Return)

    def choose_tab(self, name: str, title: str) -> None:
        """Click a tab of a tab bar."""
        bar = self.find(QTabBar, name)
        for index in range(bar.count()):
            if bar.tabText(index).replace("&", "") == title:
                QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=bar.tabRect(index).center())
                return
        raise LookupError(f"{name} has no tab {title}.")

    def select_row(self, name: str, text: str) -> None:
        """Click on the words of a row of a tree, however deep it lies."""
        tree = self.find(QTreeView, name)
        model = tree.model()
        flags = Qt.MatchFlag.MatchExactly | Qt.MatchFlag.MatchRecursive
        found = model.match(model.index(0, 0), Qt.ItemDataRole.DisplayRole, text, 1, flags)
        if not found:
            raise LookupError(f"{name} has no row {text}.")
        tree.scrollTo(found[0])
        # Near the right edge, since a click on the left one ticks the box.
        place = tree.visualRect(found[0])
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(place.right() - 6, place.center().y()))

    def drop(self, files: Sequence[Path]) -> None:
        """Drag files over the window and let go."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
        middle = self._window.rect().center()
        action, button = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
        keys = Qt.KeyboardModifier.NoModifier
        QApplication.sendEvent(self._window, QDragEnterEvent(middle, action, mime, button, keys))
        QApplication.sendEvent(self._window, QDropEvent(QPointF(middle), action, mime, button, keys))

    def wait_until(self, happened: Callable[[], bool], what: str, *, seconds: float = 600.0) -> None:
        """Let the window live until something happened; GaveUpWaiting after `seconds`."""
        deadline = time.monotonic() + seconds
        while not happened():
            if time.monotonic() > deadline:
                raise GaveUpWaiting(f"waited {seconds:.0f} s until {what}")
            self.rest(_LOOK_EVERY_MILLISECONDS)

    def rest(self, milliseconds: int) -> None:
        """Do nothing for a while; the window goes on."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def take_picture(self, name: str, seen_as: Callable[[QImage], QImage] = lambda picture: picture) -> Path:
        """Save a picture of the window as `name`.png and return the file. seen_as: changes it before it is saved."""
        self.rest(_SETTLE_MILLISECONDS)
        file = self._pictures / f"{name}.png"
        if not seen_as(self._window.grab().toImage()).save(str(file)):
            raise OSError(f"The picture {file} can't be written.")
        return file
