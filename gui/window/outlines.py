"""Outlines of buttons, boxes and fields that show on a dark window, too, and most of all on a black one.

Fusion outlines a control in a darker tone of the window: on a dark one that is hardly there, and on the black one of a
high-contrast setting not at all. It takes that tone from the control's palette, so kinds of widgets that use the
window's colour for nothing else are given a lighter one there. Other styles have outlines of their own.
"""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

from gui.window.theme import blend, contrast_ratio, hairline, is_dark, is_high_contrast

#: WCAG AA for what makes a control recognisable.
VISIBLE_CONTRAST = 3.0
#: A round outline loses some of its own to what lies around each pixel.
_DRAWN_CONTRAST = 4.2
_KINDS = (
    *(b"QAbstractButton", b"QComboBox", b"QLineEdit", b"QAbstractSpinBox", b"QPlainTextEdit", b"QTextEdit"),
    *(b"QProgressBar", b"QScrollBar", b"QSlider"),
)
#: Fusion's outline is the window's colour, so much per cent darker (QColor.darker).
_DARKER = 140
_WINDOW = QPalette.ColorRole.Window


def outline_controls() -> None:
    """Give the controls outlines for the palette that the application has now; it takes them away when that changes."""
    palette = QApplication.palette()
    if QApplication.style().name() != "fusion":
        return
    wanted = outline_colour(palette).lighter(_DARKER) if is_dark(palette) else palette.color(_WINDOW)
    if QApplication.palette(b"QAbstractButton").color(_WINDOW) == wanted:
        return
    palette.setColor(QPalette.ColorGroup.Active, _WINDOW, wanted)
    palette.setColor(QPalette.ColorGroup.Inactive, _WINDOW, wanted)
    if is_dark(QApplication.palette()):  # What can't be used now is quieter, except in a high-contrast setting.
        palette.setColor(QPalette.ColorGroup.Disabled, _WINDOW, hairline(QApplication.palette()).lighter(_DARKER))
    for kind in _KINDS:
        QApplication.setPalette(palette, kind)


def outline_colour(palette: QPalette) -> QColor:
    """Return the colour of outlines on a dark window: recognisable, in a high-contrast setting nearly the text's."""
    text, window = palette.color(QPalette.ColorRole.WindowText), palette.color(_WINDOW)
    if is_high_contrast(palette):
        return blend(text, window, 0.7)
    shares = (share / 100.0 for share in range(25, 100, 5))
    tones = (blend(text, window, share) for share in shares)
    return next((one for one in tones if contrast_ratio(one, window) >= _DRAWN_CONTRAST), text)
