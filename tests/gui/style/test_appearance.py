"""View > Appearance: what is chosen is worn at once, and again at the next start."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gui.style.appearance import Appearance
from gui.style.appearance_menu import AppearanceMenu
from gui.style.dressing import Dressing
from gui.window.settings import WindowSettings
from gui.window.theme import is_dark


@pytest.fixture
def dressing(qapp: QApplication) -> Iterator[Dressing]:
    """Give what dresses the application, which wears afterwards what it wore before."""
    dressing = Dressing.of(qapp)
    before = dressing.appearance
    yield dressing
    dressing.wear(before)


def choose(menu: AppearanceMenu, name: str) -> None:
    action = menu.findChild(QAction, f"appearance_{name}")
    assert action is not None
    action.trigger()
    assert action.isChecked()


def test_the_night_is_worn_at_once_and_at_the_next_start(qtbot: QtBot, dressing: Dressing) -> None:
    menu = AppearanceMenu(dressing=dressing, settings=WindowSettings())
    qtbot.addWidget(menu)

    choose(menu, "dark")

    assert is_dark(QApplication.palette())
    dressing.wear(Appearance.LIGHT)
    again = AppearanceMenu(dressing=dressing, settings=WindowSettings())
    qtbot.addWidget(again)
    assert is_dark(QApplication.palette())
    choose(again, "light")
    assert not is_dark(QApplication.palette())


def test_there_is_one_dressing_for_an_application(qapp: QApplication, dressing: Dressing) -> None:
    assert Dressing.of(qapp) is dressing


def test_an_unknown_appearance_in_the_settings_is_that_of_the_desktop() -> None:
    settings = WindowSettings()
    settings._settings.setValue("window/appearance", "sepia")

    assert settings.appearance is Appearance.SYSTEM


def test_a_palette_for_high_contrast_is_kept(qapp: QApplication, dressing: Dressing) -> None:
    before = QApplication.palette()
    contrast = QPalette("white", "black")
    QApplication.setPalette(contrast)
    kept = Dressing(qapp)

    kept.wear(Appearance.LIGHT)

    assert QApplication.palette().color(QPalette.ColorRole.Window) == contrast.color(QPalette.ColorRole.Window)
    kept.deleteLater()
    QApplication.setPalette(before)
