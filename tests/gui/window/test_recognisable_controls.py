"""Controls are recognisable on every window: all of them on a black one, boxes and circles on any dark one."""

from __future__ import annotations

from collections.abc import Iterator

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

from gui.style.frost_palette import frost_palette
from gui.window.theme import contrast_ratio

#: WCAG AA for what makes a control recognisable.
VISIBLE_CONTRAST = 3.0
_WINDOW = QPalette.ColorRole.Window
_CONTROLS = (QPushButton, QCheckBox, QRadioButton, QComboBox, QLineEdit, QSpinBox, QProgressBar)
#: Nothing but their outline tells where they are; of the others the ground tells it, too.
_WITHOUT_GROUND = (QCheckBox, QRadioButton)


def palette_of(window: str, base: str, text: str) -> QPalette:
    ground, words = QColor(window), QColor(text)
    return QPalette(words, ground, ground, ground, ground, words, QColor(base))


BLACK, DARK = palette_of("black", "black", "white"), palette_of("#323232", "#242424", "#f0f0f0")
NIGHT = frost_palette(dark=True)


@pytest.fixture(autouse=True)
def same_palette_afterwards(qapp: QApplication) -> Iterator[None]:
    before = QApplication.palette()
    yield
    QApplication.setPalette(before)


def contrast_in(control: QWidget, ground: QColor) -> float:
    """Return the largest contrast of what is painted of a control, without words, with the window around it."""
    image = control.window().grab().toImage()
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return max(contrast_ratio(pixel, ground) for pixel in pixels)


@pytest.mark.parametrize(
    ("palette", "kind"),
    [(BLACK, kind) for kind in _CONTROLS] + [(dark, kind) for dark in (DARK, NIGHT) for kind in _WITHOUT_GROUND],
)
def test_a_control_without_words_is_recognisable(qtbot: QtBot, palette: QPalette, kind: type[QWidget]) -> None:
    if QApplication.style().objectName() != "frost":
        pytest.skip("other styles have outlines of their own")
    QApplication.setPalette(palette)
    holder = QMainWindow()
    qtbot.addWidget(holder)
    control = kind(holder)
    holder.setCentralWidget(control)
    if isinstance(control, QSpinBox):
        control.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        control.lineEdit().setVisible(False)

    assert contrast_in(control, palette.color(_WINDOW)) >= VISIBLE_CONTRAST
