"""The small panel beside the cursor of a plot that says the values there."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.language.translate import tr
from gui.training.curve_style import Look, look_style
from gui.training.plot_reading import Reading
from gui.window.theme import SMALL, TIGHT, hairline

#: More curves than this are not listed: the panel would hide the plot.
_MOST_ROWS = 8
_LONGEST_NAME = 26
_LONGEST_IN_NARROW_PLOT = 12
#: Plots of fewer pixels than this are narrow.
_NARROW = 320


class ReadOut(QLabel):
    """Epoch and values in a table; it stands to the right of the cursor, or to the left where there is more room."""

    def __init__(self, *, words: Callable[[float], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._plot = parent
        self._words = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(SMALL, TIGHT, SMALL, TIGHT)
        self.hide()

    def show_reading(self, reading: Reading, at: QPoint) -> None:
        """Show `reading` beside the point `at` of the parent."""
        self.setText(self._as_html(reading))
        self.adjustSize()
        right = at.x() + SMALL
        left = at.x() - SMALL - self.width()
        x = right if right + self.width() <= self._plot.width() or left < 0 else left
        self.move(max(0, min(x, self._plot.width() - self.width())), at.y())
        self.show()
        self.raise_()

    def in_words(self, reading: Reading) -> str:
        """Return `reading` as a sentence for screen readers."""
        values = ", ".join(f"{label} {self._words(value)}" for label, _, value in reading.values)
        return f"{reading.place}: {values or tr('no values')}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()
        super().paintEvent(event)

    def _as_html(self, reading: Reading) -> str:
        longest = _LONGEST_NAME if self._plot.width() >= _NARROW else _LONGEST_IN_NARROW_PLOT
        rows = [
            f"<tr><td><span style='color:{self._colour(look)}'>&#9632;</span> {escape(_short(name, longest))}</td>"
            f"<td align='right'>&nbsp;&nbsp;{escape(self._words(value))}</td></tr>"
            for name, look, value in reading.values[:_MOST_ROWS]
        ]
        more = len(reading.values) - _MOST_ROWS
        if more > 0:
            rows.append(f"<tr><td>{tr('and {more} more', more=more)}</td></tr>")
        return f"<b>{escape(reading.place)}</b><table cellspacing='0'>{''.join(rows)}</table>"

    def _colour(self, look: Look) -> str:
        pen = look_style(look, self.palette()).pen
        return (self.palette().color(QPalette.ColorRole.Text) if pen is None else pen.color()).name()


def _short(name: str, longest: int) -> str:
    half = longest // 2
    return name if len(name) <= longest else f"{name[: half - 1]}…{name[-half:]}"
