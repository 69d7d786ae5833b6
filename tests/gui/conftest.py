"""Real workers for the pages, which answer without Keras (see scripted_answers.py), and pictures to show them."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt, QThreadPool
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QRadioButton,
    QScrollBar,
    QTabBar,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.messages import ClassCount, FolderScan
from core.worker.client import WorkerClient
from core.worker.launch import worker_command
from core.worker.pipe import Pipe
from gui.app import create_window
from gui.session import Session
from gui.window.main_window import MainWindow
from gui.worker.bridge import ClientMaker
from gui.worker.workers import Workers

_CONTROLS = (QAbstractButton, QAbstractItemView, QAbstractSlider, QAbstractSpinBox, QComboBox)
_PARTS = (QHeaderView, QScrollBar)
#: More than one round, since what is chosen on the way allows more.
_STEPS = 80


@pytest.fixture(autouse=True)
def late_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    """With LATE_ANSWERS in the environment, let threads and workers answer late, to find tests that don't wait."""
    if "LATE_ANSWERS" in os.environ:
        _delay_pool(monkeypatch, 0.5)
        monkeypatch.setattr(Pipe, "receive", _late(Pipe.receive, 0.1))


def _delay_pool(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Let every function that is given to a pool of threads take longer, whoever gives it."""
    start = QThreadPool.start
    monkeypatch.setattr(QThreadPool, "start", lambda pool, function: start(pool, _late(function, seconds)))


def _late(function: Callable[..., object], seconds: float) -> Callable[..., object]:
    """Return `function`, taking up to so much longer; mostly much less, since long waits are found early."""

    def late(*arguments: object) -> object:
        time.sleep(seconds * random.random() ** 3)
        return function(*arguments)

    return late


@pytest.fixture
def window_on_screen(qtbot: QtBot, frostline_home: Path) -> Iterator[MainWindow]:
    """Give a window with all its pages on the screen, without workers."""
    made = create_window()
    qtbot.addWidget(made)
    made.first_painted.disconnect()
    made.show()
    with qtbot.waitActive(made):
        made.activateWindow()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def no_thread_left() -> Iterator[None]:
    """Wait at the end of a test for what its windows began to read, so that it does not answer into the next test."""
    yield
    QThreadPool.globalInstance().waitForDone(10_000)


@pytest.fixture(autouse=True, scope="session")
def clipboard_emptied() -> Iterator[None]:
    """Empty the clipboard when all tests are over.

    The offscreen platform keeps it in a static object that outlives Python; what Python made is destroyed there too
    late, and the interpreter crashes. The platforms of real screens let go of it with the application.
    """
    yield
    if QGuiApplication.instance() is not None:
        QGuiApplication.clipboard().clear()


@pytest.fixture
def scripted_workers(qtbot: QtBot) -> Iterator[Workers]:
    """Give workers in real processes that answer every request at once, as `scripted_answers` says."""

    def maker(name: str) -> ClientMaker:
        command = worker_command(name=name, answers="scripted_answers:answer")
        return partial(WorkerClient, name=name, command=command, environment={"PYTHONPATH": str(Path(__file__).parent)})

    made = Workers(trainer=maker("trainer"), viewer=maker("viewer"))
    yield made
    made.close()


@pytest.fixture
def real_workers(qtbot: QtBot) -> Iterator[Workers]:
    """Give the workers of the program itself, with Keras."""
    made = Workers()
    yield made
    made.close()


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def scan(tmp_path: Path) -> FolderScan:
    """Give the scan of a folder of two classes."""
    classes = (ClassCount(class_name="ants", images=4), ClassCount(class_name="bees", images=4))
    return FolderScan(folder=tmp_path / "insects", classes=classes, problems=(), files=((), ()))


@pytest.fixture
def pictures(tmp_path: Path) -> tuple[Path, ...]:
    """Give three picture files of different shapes."""
    folder = tmp_path / "pictures"
    folder.mkdir()
    files = tuple(folder / f"{number}.png" for number in range(3))
    for number, file in enumerate(files):
        Image.new("RGB", (40 + 30 * number, 60), (80 * number, 90, 120)).save(file)
    return files


@pytest.fixture
def missed_by_tab(qtbot: QtBot) -> Callable[[QWidget], list[str]]:
    """Return what names the controls of a page on show that are not reached by pressing Tab again and again."""

    def missed(page: QWidget) -> list[str]:
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        page.setFocus()
        reached: set[QWidget] = set()
        for _ in range(_STEPS):
            qtbot.keyClick(QApplication.focusWidget() or page, Qt.Key.Key_Tab)
            focused = QApplication.focusWidget()
            if focused is not None:
                reached.add(focused)
        controls = [one for kind in _CONTROLS for one in page.findChildren(kind) if one.isVisible() and one.isEnabled()]
        return sorted(_name(one) for one in controls if not _is_part(one) and one not in reached)

    return missed


def _is_part(widget: QWidget) -> bool:
    """Whether a widget belongs to another that has the focus: a header, a scroll bar, a radio button not chosen."""
    if isinstance(widget, _PARTS) or (isinstance(widget, QRadioButton) and not widget.isChecked()):
        return True
    parent = widget.parentWidget()
    return isinstance(parent, (QTabBar, QComboBox, QAbstractItemView))


def _name(widget: QWidget) -> str:
    return widget.objectName() or f"{type(widget).__name__} {widget.accessibleName()}"
