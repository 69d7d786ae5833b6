"""Controls are recognisable on every window: their outlines show on a dark one and on a black one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.window.main_window import MainWindow
from gui.window.outlines import VISIBLE_CONTRAST, outline_controls
from gui.window.settings import WindowSettings
from gui.window.theme import contrast_ratio

_WINDOW = QPalette.ColorRole.Window
_CONTROLS = (QPushButton, QCheckBox, QRadioButton, QComboBox, QLineEdit, QSpinBox, QProgressBar)


def palette_of(window: str, base: str, text: str) -> QPalette:
    ground, words = QColor(window), QColor(text)
    return QPalette(words, ground, ground, ground, ground, words, QColor(base))


BLACK, DARK = palette_of("black", "black", "white"), palette_of("#323232", "#242424", "#f0f0f0")


@pytest.fixture(autouse=True)
def same_palette_afterwards(qapp: QApplication) -> Iterator[None]:
    before = QApplication.palette()
    yield
    QApplication.setPalette(before)


@pytest.fixture
def window(qtbot: QtBot) -> MainWindow:
    made = MainWindow(page_makers={}, settings=WindowSettings())
    qtbot.addWidget(made)
    return made


def contrast_in(control: QWidget, ground: QColor) -> float:
    """Return the largest contrast of what is painted of a control, without words, with the window around it."""
    image = control.window().grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(contrast_ratio(pixel, ground) for pixel in pixels)


@pytest.mark.parametrize("palette", [BLACK, DARK], ids=["black", "dark"])
@pytest.mark.parametrize("kind", _CONTROLS, ids=[kind.__name__ for kind in _CONTROLS])
def test_a_control_without_words_is_recognisable(qtbot: QtBot, palette: QPalette, kind: type[QWidget]) -> None:
    if QApplication.style().name() != "fusion":
        pytest.skip("other styles have outlines of their own")
    QApplication.setPalette(palette)
    outline_controls()
    holder = QMainWindow()
    qtbot.addWidget(holder)
    control = kind(holder)
    holder.setCentralWidget(control)
    if isinstance(control, QSpinBox):
        control.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        control.lineEdit().setVisible(False)

    assert contrast_in(control, palette.color(_WINDOW)) >= VISIBLE_CONTRAST


def test_outlines_follow_the_desktop_from_light_to_dark_and_back(
    window: MainWindow, frostline_home: Path, qapp: QApplication
) -> None:
    button = QPushButton("Train", window)
    light = qapp.palette().color(_WINDOW)
    assert button.palette().color(_WINDOW) == light

    QApplication.setPalette(BLACK)
    qapp.processEvents()
    assert contrast_ratio(button.palette().color(_WINDOW).darker(140), QColor("black")) >= VISIBLE_CONTRAST
    assert window.palette().color(_WINDOW) == QColor("black")

    QApplication.setPalette(palette_of("#efefef", "white", "black"))
    qapp.processEvents()
    assert button.palette().color(_WINDOW) == QColor("#efefef")
