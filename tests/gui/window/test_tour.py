"""The tour for new users: beside the real widgets, put away for good, called again from the menu."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.app import create_window
from gui.tour.callout import Callout
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings


@pytest.fixture
def window(window_on_screen: MainWindow) -> MainWindow:
    return window_on_screen


def callout(window: MainWindow) -> QFrame:
    found = window.findChild(QFrame, "tour")
    assert found is not None
    return found


def press(key: Qt.Key) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, key)


def test_the_tour_goes_through_three_pages_with_the_keyboard_alone(window: MainWindow) -> None:
    window.actions_by_name["tour"].trigger()
    seen = []
    while callout(window).isVisible():
        seen.append((window.rail.step, callout(window).geometry()))
        press(Qt.Key.Key_Space)

    assert [step for step, _place in seen] == ["data", "layers", "train"]
    assert all(window.rect().contains(place) for _step, place in seen)
    assert WindowSettings().tour_seen


def test_escape_puts_the_tour_away_for_good(qtbot: QtBot, frostline_home: Path) -> None:
    for expected in (True, False):
        made = create_window(offers_tour=True)
        qtbot.addWidget(made)
        made.resize(1280, 800)
        with qtbot.waitSignal(made.first_painted):
            made.show()
        QApplication.processEvents()
        assert callout(made).isVisible() == expected
        QTest.keyClick(made, Qt.Key.Key_Escape)
        assert not callout(made).isVisible()
        made.close()


def test_the_callout_is_as_wide_as_the_words_of_its_buttons(qtbot: QtBot) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    around.resize(900, 600)
    card = Callout(parent=around)
    skip = card.findChild(QPushButton, "tour_skip")
    assert skip is not None
    skip.setText("Leave out all of the rest of this tour")
    around.show()
    card.say("Here", "Words. " * 30, number=1, of=3, target=QRect(400, 200, 80, 30))

    qtbot.waitUntil(lambda: skip.width() >= skip.sizeHint().width())
    assert card.rect().contains(skip.geometry())


def test_the_callout_does_not_cover_what_it_speaks_of_and_follows_it(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name["tour"].trigger()
    for size in ((1280, 800), (900, 600)):
        window.resize(*size)
        for name in ("choose_folder", "try_sample_pictures"):
            button = window.findChild(QWidget, name)
            assert button is not None
            qtbot.waitUntil(partial(_is_beside, window, button))


def _is_beside(window: MainWindow, button: QWidget) -> bool:
    place = button.rect().translated(button.mapTo(window, button.rect().topLeft()))
    return not callout(window).geometry().intersects(place.adjusted(2, 2, -2, -2))


def test_going_elsewhere_ends_the_tour(window: MainWindow) -> None:
    window.actions_by_name["tour"].trigger()
    window.show_step("train")
    assert callout(window).isVisible()
    window.show_step("export")
    assert not callout(window).isVisible()
