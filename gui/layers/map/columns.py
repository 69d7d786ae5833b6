"""The columns of the layer map: stage, name and figures, the blocks, the skip connections, the output shapes.

Their widths come from the words that stand in them, so that nothing is cut in any font.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtGui import QFontMetricsF

from gui.layers.map.map_words import CAPTIONS, figures_of_layer, figures_of_row, name_in_row, output_of_row
from gui.layers.map.rows import MapRow
from gui.layers.map.style import MapStyle
from gui.layers.tree_node import shape_in_words
from gui.window.theme import MEDIUM, SMALL

#: The room for the widest block, and for what its skip connection takes at its right, in widths of a letter; where
#: there is much room, and where there is little.
_LETTERS_OF_BLOCK, _LETTERS_OF_SKIP = 16, 5
_FEWER_OF_BLOCK, _FEWER_OF_SKIP = 11, 4


@dataclass(frozen=True)
class Span:
    """From `left` to `right`, in device-independent pixels."""

    left: float
    right: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def middle(self) -> float:
        """Its centre."""
        return (self.left + self.right) / 2


@dataclass(frozen=True)
class Columns:
    """The columns from left to right; `words` holds the name at its left and the figures at its right.

    The column of the stages is left out where there is little room: the names of the blocks tell them too.
    """

    stage: Span
    words: Span
    blocks: Span
    skips: Span
    shapes: Span
    width: float

    @property
    def has_stages(self) -> bool:
        """Whether there is a column of stages."""
        return self.stage.width > 0

    def stretched(self, width: float) -> Columns:
        """Return these columns in more width: most of it goes to the blocks, the rest between the others."""
        extra = width - self.width
        if extra <= 0:
            return self
        to_blocks = min(extra * 0.75, self.blocks.width * 3)
        to_skips = min(extra * 0.05, self.skips.width)
        rest = (extra - to_blocks - to_skips) / 2
        return _placed(
            self.stage.width,
            self.words.width + rest,
            self.blocks.width + to_blocks,
            self.skips.width + to_skips,
            self.shapes.width + rest,
        )


@dataclass(frozen=True)
class ColumnChoice:
    """The narrowest columns with and without that of the stages, measured once for a network and a font."""

    whole: Columns
    narrow: Columns

    def fitting(self, width: float) -> Columns:
        """Return the columns for a view of this width; wider than it where their words need it."""
        chosen = self.narrow if self.whole.width > width else self.whole
        return chosen.stretched(width)


def measure_choice(rows: tuple[MapRow, ...], style: MapStyle) -> ColumnChoice:
    """Measure the words of these rows."""
    return ColumnChoice(whole=measure_columns(rows, style), narrow=measure_columns(rows, style, is_narrow=True))


def measure_columns(rows: Iterable[MapRow], style: MapStyle, *, is_narrow: bool = False) -> Columns:
    """Return the narrowest columns in which all words of these rows have room."""
    rows = tuple(rows)
    strong, name, small = (QFontMetricsF(font) for font in (style.strong, style.name, style.small))
    letter = name.averageCharWidth()
    stages = [strong.horizontalAdvance(row.stage.name) for row in rows if row.stage is not None]
    words = [
        strong.horizontalAdvance(row.node.name) + MEDIUM + small.horizontalAdvance(figures_of_row(row)) for row in rows
    ] + [
        small.horizontalAdvance(name_in_row(one, row)) + MEDIUM + small.horizontalAdvance(figures_of_layer(one))
        for row in rows
        for one in row.layers
    ]
    shapes = [small.horizontalAdvance(output_of_row(row, 1000)) for row in rows] + [
        small.horizontalAdvance(shape_in_words(one.layer.output_shape)) for row in rows for one in row.layers
    ]
    shapes.append(small.horizontalAdvance(CAPTIONS.shape))
    widths = (
        0.0 if is_narrow else max(stages, default=0.0) + MEDIUM,
        max(words, default=0.0) + MEDIUM,
        (_FEWER_OF_BLOCK if is_narrow else _LETTERS_OF_BLOCK) * letter,
        (_FEWER_OF_SKIP if is_narrow else _LETTERS_OF_SKIP) * letter,
        max(shapes),
    )
    return _placed(*widths)


def _placed(stage: float, words: float, blocks: float, skips: float, shapes: float) -> Columns:
    def span(left: float, width: float) -> Span:
        return Span(left, round(left + width))

    of_stages = span(SMALL, stage)
    of_words = span(of_stages.right, words)
    of_blocks = span(of_words.right, blocks)
    of_skips = span(of_blocks.right, skips)
    of_shapes = span(of_skips.right, shapes)
    return Columns(of_stages, of_words, of_blocks, of_skips, of_shapes, width=of_shapes.right + SMALL)
