"""The colours and fonts of the layer map, all derived from a palette and a font of the platform.

Frozen is ice, what learns is ember; everything else is a tone of the palette. Nothing here draws.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from core.network.freeze_plan import FreezeState
from gui.window.theme import (
    READABLE_CONTRAST,
    SMALL_SCALE,
    accents,
    blend,
    card_surface,
    contrast_ratio,
    hairline,
    is_dark,
    muted_text,
    scaled_font,
)

#: How much of the text's colour is in the card of a stage, and in what is under the pointer.
_STAGE_SHARE, _HOVER_SHARE = 0.045, 0.07


@dataclass(frozen=True)
class MapColours:
    """The colours for one palette.

    below, above: the ground under and over the frost line, and that of the stages there. fills, edges: of blocks, by
    state; None is the state of what has no weights. pale_fills: of a block whose layers are seen inside it.
    silhouettes: of layers while they are small.
    """

    is_dark: bool
    below: QColor
    above: QColor
    stage_below: QColor
    stage_above: QColor
    text: QColor
    quiet: QColor
    hairline: QColor
    wire: QColor
    ice: QColor
    ember: QColor
    on_ice: QColor
    highlight: QColor
    selected: QColor
    hovered: QColor
    fills: dict[FreezeState | None, QColor]
    pale_fills: dict[FreezeState | None, QColor]
    silhouettes: dict[FreezeState | None, QColor]
    edges: dict[FreezeState | None, QColor]


@dataclass(frozen=True)
class MapStyle:
    """Colours and fonts together. `name` is for blocks, `small` for layers, figures and captions."""

    colours: MapColours
    name: QFont
    strong: QFont
    small: QFont

    @property
    def line_height(self) -> float:
        """The height of a line of a block, in device-independent pixels."""
        return QFontMetricsF(self.name).height()

    @property
    def small_line_height(self) -> float:
        """The height of a line of a layer, in device-independent pixels."""
        return QFontMetricsF(self.small).height()


def map_style(palette: QPalette, font: QFont) -> MapStyle:
    """Return the style for a palette and the font of the view."""
    return MapStyle(
        colours=map_colours(palette),
        name=QFont(font),
        strong=scaled_font(font, 1.0, strong=True),
        small=scaled_font(font, SMALL_SCALE),
    )


def map_colours(palette: QPalette) -> MapColours:
    """Return the colours for a palette."""
    ground = card_surface(palette)
    chosen = accents(palette)
    text = palette.color(QPalette.ColorRole.WindowText)
    highlight = palette.color(QPalette.ColorRole.Highlight)
    below, above = blend(chosen.ice, ground, 0.09), blend(chosen.ember, ground, 0.06)
    return MapColours(
        is_dark=is_dark(palette),
        below=below,
        above=above,
        stage_below=blend(text, below, _STAGE_SHARE),
        stage_above=blend(text, above, _STAGE_SHARE),
        text=text,
        quiet=_quiet(palette, [blend(text, seen, _STAGE_SHARE) for seen in (below, above)]),
        hairline=hairline(palette),
        wire=blend(text, ground, 0.5),
        ice=chosen.ice,
        ember=chosen.ember,
        on_ice=readable_on(chosen.ice),
        highlight=highlight,
        selected=blend(highlight, ground, 0.26),
        hovered=_veil(text, _HOVER_SHARE),
        fills=_by_state(ground, chosen.ice, chosen.ember, text, (0.26, 0.30, 0.1)),
        pale_fills=_by_state(ground, chosen.ice, chosen.ember, text, (0.1, 0.1, 0.03)),
        silhouettes=_by_state(ground, chosen.ice, chosen.ember, text, (0.6, 0.6, 0.2)),
        edges=_by_state(ground, chosen.ice, chosen.ember, text, (0.85, 0.85, 0.35)),
    )


def readable_on(ground: QColor) -> QColor:
    """Return black or white, whichever is easier to read on `ground`."""
    return max((QColor("#101418"), QColor("#ffffff")), key=lambda ink: contrast_ratio(ink, ground))


def _veil(colour: QColor, share: float) -> QColor:
    """Return `colour` so transparent that it leaves a tint of `share` on what it covers."""
    veil = QColor(colour)
    veil.setAlphaF(share)
    return veil


def _quiet(palette: QPalette, grounds: list[QColor]) -> QColor:
    """Return the colour of secondary text, strengthened so far that it can be read on these grounds."""
    text, quiet = palette.color(QPalette.ColorRole.WindowText), muted_text(palette)
    for share in (0.0, 0.15, 0.3, 0.5):
        stronger = blend(text, quiet, share)
        if all(contrast_ratio(stronger, ground) >= READABLE_CONTRAST for ground in grounds):
            return stronger
    return text


def _by_state(
    ground: QColor, ice: QColor, ember: QColor, text: QColor, shares: tuple[float, float, float]
) -> dict[FreezeState | None, QColor]:
    frozen, learning, neutral = shares
    return {
        FreezeState.FROZEN: blend(ice, ground, frozen),
        FreezeState.TRAINABLE: blend(ember, ground, learning),
        FreezeState.MIXED: blend(blend(ice, ember, 0.5), ground, frozen),
        None: blend(text, ground, neutral),
    }
