"""The small panel beside the cursor of a plot that says the values there."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QWidget

from gui.training.curve_style import Look, look_style
from gui.training.plot_reading import Reading
from gui.window.theme import SMALL, TIGHT, hairline

#: More curves than this are not listed: the panel would hide the plot.
_MOST_ROWS = 8
_LONGEST_NAME = 26


class ReadOut(QLabel):
    """Epoch and values in a table; it stands to the right of the cursor, or to the left where there is more room."""

    def __init__(self, *, words: Callable[[float], str], parent: QWidget) -> None:
        super().__init__(parent)
        self._words = words
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setContentsMargins(SMALL, TIGHT, SMALL, TIGHT)
        self.hide()

    def show_reading(self, reading: Reading, at: QPoint) -> None:
        """Show `reading` beside the point `at` of the parent."""
        self.setText(self._as_html(reading))
        self.adjustSize()
        parent = self.parentWidget()
        right = at.x() + SMALL
        left = at.x() - SMALL - self.width()
        self.move(right if right + self.width() <= parent.width() or left < 0 else left, at.y())
        self.show()
        self.raise_()

    def in_words(self, reading: Reading) -> str:
        """Return `reading` as a sentence for screen readers."""
        values = ", ".join(f"{label} {self._words(value)}" for label, _, value in reading.values)
        return f"{reading.place}: {values or 'no values'}"

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Window))
        painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 4, 4)
        painter.end()
        super().paintEvent(event)

    def _as_html(self, reading: Reading) -> str:
        rows = [
            f"<tr><td><span style='color:{self._colour(row)}'>&#9632;</span> {escape(_short(row[0]))}&nbsp;&nbsp;</td>"
            f"<td align='right'>{escape(self._words(row[2]))}</td></tr>"
            for row in reading.values[:_MOST_ROWS]
        ]
        more = len(reading.values) - _MOST_ROWS
        if more > 0:
            rows.append(f"<tr><td>and {more} more</td></tr>")
        return f"<b>{escape(reading.place)}</b><table cellspacing='0'>{''.join(rows)}</table>"

    def _colour(self, row: tuple[str, Look, float]) -> str:
        pen = look_style(row[1], self.palette()).pen
        return (self.palette().color(QPalette.ColorRole.Text) if pen is None else pen.color()).name()


def _short(name: str) -> str:
    half = _LONGEST_NAME // 2
    return name if len(name) <= _LONGEST_NAME else f"{name[: half - 1]}…{name[-half:]}"
