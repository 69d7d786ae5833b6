"""The window as others see it: in the dark, and without green cones. For pictures that show both to the README."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from gui.style.frost_palette import frost_palette

#: Linear RGB as a person without green cones sees it (Viénot, Brettel and Mollon 1999).
_DEUTERANOPIA = np.asarray(((0.29275, 0.70725, 0.0), (0.29275, 0.70725, 0.0), (-0.02234, 0.02234, 1.0)))
_GAMMA = 2.2


@contextmanager
def dark_desktop() -> Iterator[None]:
    """Give the application the palette of a dark desktop for a while."""
    before = QApplication.palette()
    QApplication.setPalette(frost_palette(dark=True))
    try:
        yield
    finally:
        QApplication.setPalette(before)


def without_green_cones(picture: QImage) -> QImage:
    """Return the picture as a person with deuteranopia sees it."""
    rgb = picture.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(rgb.constBits(), np.uint8).reshape(rgb.height(), rgb.bytesPerLine())
    pixels = rows[:, : rgb.width() * 3].reshape(rgb.height(), rgb.width(), 3)
    linear = (pixels / 255.0) ** _GAMMA
    seen = np.clip(linear @ _DEUTERANOPIA.T, 0.0, 1.0) ** (1.0 / _GAMMA)
    content = np.ascontiguousarray((seen * 255.0).round().astype(np.uint8))
    height, width, _ = content.shape
    # A copy, since the image would otherwise point into the array.
    return QImage(content.tobytes(), width, height, 3 * width, QImage.Format.Format_RGB888).copy()
