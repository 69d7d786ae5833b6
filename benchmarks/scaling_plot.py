"""The plot of the costs: seconds and memory against images, and epochs against what is thawed, as one SVG."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence

from benchmarks import svg
from benchmarks.findings import Table, short
from benchmarks.rows import image_scaling, stage_scaling

_PANEL_WIDTH, _PANEL_HEIGHT = 400.0, 300.0
_LEFT, _RIGHT, _TOP, _BOTTOM = 60.0, 20.0, 68.0, 44.0
_INSET = 22.0
_LEGEND_SAMPLE, _LETTER = 36.0, 7.0

_ICE, _FLAME, _STONE = "#1c7ed6", "#e8590c", "#495057"

#: Columns of the table of images in the two panels on it: (column, colour, dashes).
_SECONDS = (("extract s", _ICE, ""), ("fit s", _FLAME, "6 3"), ("total s", _STONE, "2 3"))
_MEGABYTES = (("peak memory MB", _FLAME, ""), ("own memory MB", _ICE, "6 3"), ("store MB", _STONE, "2 3"))


def draw_scaling(tables: Sequence[Table]) -> str:
    """Return the plot as SVG: a panel or two for each table that it knows; '' where there is none of them."""
    by_name = {table.name: table for table in tables}
    panels: list[Callable[[float], list[str]]] = []
    if image_scaling.NAME in by_name:
        images = by_name[image_scaling.NAME]
        panels.append(lambda left: _curves(left, "Seconds, by number of images", images, _SECONDS))
        panels.append(lambda left: _curves(left, "MB, by number of images", images, _MEGABYTES))
    if stage_scaling.NAME in by_name:
        stages = by_name[stage_scaling.NAME]
        panels.append(lambda left: _bars(left, "Seconds of an epoch, by what is thawed", stages))
    if not panels:
        return ""
    shapes = [shape for number, draw in enumerate(panels) for shape in draw(number * _PANEL_WIDTH)]
    return svg.document(len(panels) * _PANEL_WIDTH, _PANEL_HEIGHT, shapes, "What training costs")


def _curves(left: float, title: str, table: Table, lines: Sequence[tuple[str, str, str]]) -> list[str]:
    """Return a panel with logarithmic axes."""
    counts = table.column("images")
    shown = [(name, colour, dashes, table.column(name)) for name, colour, dashes in lines]
    across = _LogAxis(min(counts), max(counts), left + _LEFT + _INSET, left + _PANEL_WIDTH - _RIGHT - _INSET)
    amounts = [amount for *_, column in shown for amount in column if amount > 0] or [1.0]
    powers = _powers_of_ten_around(amounts)
    up = _LogAxis(powers[0], powers[-1], _PANEL_HEIGHT - _BOTTOM, _TOP)
    shapes = _heading(left, title, [(name.rpartition(" ")[0], colour) for name, colour, *_ in shown])
    for power in powers:
        shapes += _grid_line(left, up.place(power), short(power))
    for count in counts:
        shapes.append(svg.words(across.place(count), _PANEL_HEIGHT - _BOTTOM + 18, short(count), anchor="middle"))
    for _, colour, dashes, column in shown:
        points = [(across.place(x), up.place(y)) for x, y in zip(counts, column, strict=True) if y > 0]
        shapes.append(svg.curve(points, colour, dashes))
    return shapes


def _bars(left: float, title: str, table: Table) -> list[str]:
    """Return a panel of pairs of bars, ours and the naive one, from zero."""
    pairs = list(zip(table.column("epoch s"), table.column("naive epoch s"), strict=True))
    highest = max(max(pair) for pair in pairs)
    floor, height = _PANEL_HEIGHT - _BOTTOM, _PANEL_HEIGHT - _BOTTOM - _TOP
    room = (_PANEL_WIDTH - _LEFT - _RIGHT) / len(pairs)
    width = room * 0.32
    shapes = _heading(left, title, [("frost line", _ICE), ("naive Keras fit", _FLAME)])
    shapes += _grid_line(left, floor, "0")
    for number, (line, pair) in enumerate(zip(table.lines, pairs, strict=True)):
        middle = left + _LEFT + room * (number + 0.5)
        for side, (amount, colour) in enumerate(zip(pair, (_ICE, _FLAME), strict=True)):
            tall = height * amount / highest
            start = middle + (side - 1) * (width + 2) + 1
            shapes.append(svg.bar(start, floor - tall, width, tall, colour))
            shapes.append(svg.words(start + width / 2, floor - tall - 4, short(amount), anchor="middle", quiet=True))
        shapes.append(svg.words(middle, floor + 18, str(line[0]), anchor="middle"))
    return shapes


def _heading(left: float, title: str, entries: Sequence[tuple[str, str]]) -> list[str]:
    shapes = [svg.words(left + 16, 24, title, strong=True)]
    x = left + 16
    for name, colour in entries:
        shapes.append(svg.bar(x, 36, 14, 10, colour))
        shapes.append(svg.words(x + 19, 45, name))
        x += _LEGEND_SAMPLE + _LETTER * len(name)
    return shapes


def _grid_line(left: float, y: float, text: str) -> list[str]:
    return [
        svg.rule(left + _LEFT, y, left + _PANEL_WIDTH - _RIGHT, y),
        svg.words(left + _LEFT - 8, y + 4, text, anchor="end", quiet=True),
    ]


def _powers_of_ten_around(amounts: Sequence[float]) -> list[float]:
    lowest = math.floor(math.log10(min(amounts)))
    highest = max(math.ceil(math.log10(max(amounts))), lowest + 1)
    return [10.0**power for power in range(lowest, highest + 1)]


class _LogAxis:
    """Places of positive amounts, from `lowest` at `start` to `highest` at `end`, by their logarithm."""

    def __init__(self, lowest: float, highest: float, start: float, end: float) -> None:
        self._lowest = math.log10(lowest)
        self._span = math.log10(highest) - self._lowest or 1.0
        self._start, self._length = start, end - start

    def place(self, amount: float) -> float:
        """Return where an amount lies."""
        return self._start + self._length * (math.log10(amount) - self._lowest) / self._span
