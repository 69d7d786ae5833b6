"""The histogram as it is painted: on whole pixels, in the colour of the state, with words for each bar."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from core.messages import WeightHistogram
from gui.layers.inspector.histogram_view import HistogramView
from gui.window.theme import accents

WIDTH = 240


def histogram(counts: tuple[int, ...], *, mean: float = 0.0, deviation: float = 0.1) -> WeightHistogram:
    edges = tuple(2.0 * number / len(counts) - 1.0 for number in range(len(counts) + 1))
    return WeightHistogram(weight="kernel", shape=(9,), edges=edges, counts=counts, mean=mean, deviation=deviation)


@pytest.fixture
def view(qtbot: QtBot) -> HistogramView:
    made = HistogramView()
    qtbot.addWidget(made)
    made.resize(WIDTH, made.sizeHint().height())
    made.show()
    return made


def _ink(view: HistogramView, *, learns: bool = False) -> list[int]:
    """Return how many pixels of each column have the colour of the bars."""
    shot: QImage = view.grab().toImage()
    colour = (accents(view.palette()).ember if learns else accents(view.palette()).ice).rgb()
    return [sum(shot.pixel(x, y) == colour for y in range(84)) for x in range(WIDTH)]


def test_bars_are_as_high_as_their_counts_and_have_no_gaps(view: HistogramView) -> None:
    view.show_histogram(histogram((0, 20, 40, 10), mean=-0.99))

    ink = _ink(view)

    assert set(ink[5:60]) == {0}
    assert set(ink[60:120]) == {40}
    assert set(ink[120:180]) == {80}
    assert set(ink[180:240]) == {20}


def test_a_single_value_among_thousands_is_seen(view: HistogramView) -> None:
    view.show_histogram(histogram((100_000, 0, 0, 1)))

    assert set(_ink(view)[180:240]) == {1}


def test_colour_tells_whether_the_layer_learns(view: HistogramView) -> None:
    view.show_histogram(histogram((1, 2, 3, 4)))
    view.show_learning(True)

    assert sum(_ink(view)) == 0
    assert sum(_ink(view, learns=True)) > 0


def test_values_that_are_all_alike_are_painted_too(view: HistogramView) -> None:
    view.show_histogram(histogram((0, 0, 64, 0), mean=0.25, deviation=0.0))

    assert sum(_ink(view)) > 0


def test_nothing_is_painted_while_it_is_waited_for(view: HistogramView) -> None:
    view.show_histogram(None)

    assert sum(_ink(view)) == 0
    assert view.accessibleName() == ""


# Said by the offscreen platform for every tool tip.
@pytest.mark.qt_log_ignore("This plugin does not support raise", extend=True)
def test_each_bar_says_what_it_counts(view: HistogramView, qtbot: QtBot) -> None:
    view.show_histogram(histogram((5, 1, 2, 3)))
    at = QPoint(10, 30)

    QApplication.sendEvent(view, QHelpEvent(QHelpEvent.Type.ToolTip, at, view.mapToGlobal(at)))

    assert QToolTip.text().startswith("5 values from")
    QToolTip.hideText()
    qtbot.waitUntil(lambda: not QToolTip.isVisible())
