"""How small the window may be, and that what a person dragged stays where it was put."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QSplitter
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings
from gui.window.steps import STEPS

_ROOT = Path(__file__).parents[3]
#: What is left of 1920 x 1080 at 200 %, without the frame of the window and a bar of the desktop.
_WIDTH, _HEIGHT = 960, 505
_AT_TWICE_THE_SIZE = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from gui.app import create_window
window = create_window()
window.make_all_pages()
window.resize(900, 100)
window.show()
application.processEvents()
picture = window.grab()
print(picture.devicePixelRatio(), window.width(), window.height(), picture.width(), flush=True)
window.close()
"""


@pytest.mark.parametrize("step", [step.name for step in STEPS])
def test_every_page_has_room_on_a_screen_at_200_percent(window_on_screen: MainWindow, step: str) -> None:
    window_on_screen.show_step(step)
    window_on_screen.resize(_WIDTH, _HEIGHT)

    assert (window_on_screen.width(), window_on_screen.height()) == (_WIDTH, _HEIGHT)
    page, hint = window_on_screen.page(step), window_on_screen.page(step).minimumSizeHint()
    assert hint.width() <= page.width(), "cut at its right"
    assert hint.height() <= page.height(), "cut at its bottom"


def test_at_200_percent_the_window_is_drawn_with_twice_the_dots() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _AT_TWICE_THE_SIZE],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=_ROOT,
        env={**os.environ, "QT_SCALE_FACTOR": "2"},
    )
    ratio, width, height, dots = map(float, done.stdout.split())
    assert ratio == 2.0
    assert (width, height) <= (_WIDTH, _HEIGHT)
    assert dots == 2 * width


def test_borders_that_were_dragged_are_where_they_were_left(qtbot: QtBot) -> None:
    first = _window(qtbot)
    splitter = _splitter(first, "curves_and_runs")
    splitter.setSizes([300, 300])
    splitter.splitterMoved.emit(300, 1)  # as a drag says it
    left = splitter.sizes()
    first.close()

    again = _splitter(_window(qtbot), "curves_and_runs")

    assert again.sizes() == left


def test_borders_that_nobody_dragged_are_where_the_page_puts_them(qtbot: QtBot) -> None:
    window = _window(qtbot)
    names = [one.objectName() for step in STEPS for one in window.page(step.name).findChildren(QSplitter)]

    assert all(names)
    assert len(set(names)) == len(names)
    assert [name for name in names if WindowSettings().sizes_of(name)] == []


@pytest.mark.parametrize("kept", ["", "-1 300", "half half", "9999999 1", "1.5 2"])
def test_sizes_that_make_no_sense_are_none(frostline_home: Path, kept: str) -> None:
    settings = WindowSettings()
    settings.keep_sizes_of("curves_and_runs", [])
    settings._settings.setValue("splitters/curves_and_runs", kept)

    assert settings.sizes_of("curves_and_runs") == ()


def test_sizes_of_other_parts_than_there_are_now_are_passed_over(qtbot: QtBot) -> None:
    usual = _splitter(_window(qtbot), "curves_and_runs").sizes()
    WindowSettings().keep_sizes_of("curves_and_runs", [10, 10, 600])

    assert _splitter(_window(qtbot), "curves_and_runs").sizes() == usual


def _window(qtbot: QtBot) -> MainWindow:
    window = create_window()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    window.make_all_pages()
    window.show_step("train")
    with qtbot.waitExposed(window):
        window.show()
    return window


def _splitter(window: MainWindow, name: str) -> QSplitter:
    found = window.findChild(QSplitter, name)
    assert isinstance(found, QSplitter)
    return found
