"""Colours, distances and sizes of type: the one place where the look of the window is decided.

Everything is derived from the palette that the platform gives, so that light, dark and high-contrast settings hold;
the only fixed colours are the accents below. Nothing here draws or listens: widgets ask again when their palette
changes (`QEvent.Type.PaletteChange`), which Qt sends to all of them when the colour scheme changes.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QPalette

#: The grid of distances, in device-independent pixels. Inside a group, between groups, around a page.
HAIR, TIGHT, SMALL, MEDIUM, LARGE, PAGE = 2, 4, 8, 12, 16, 24

#: The typographic scale, as factors of the platform's own size.
TITLE_SCALE, HEADING_SCALE, SMALL_SCALE = 1.7, 1.2, 0.9

#: WCAG AA for text.
READABLE_CONTRAST = 4.5
#: Only settings for people who need it have as much on a dark window; the most there can be is 21.
HIGH_CONTRAST = 20.0


@dataclass(frozen=True)
class Accents:
    """The few colours that carry meaning; each is readable as text on the windows it is made for."""

    ice: QColor
    ember: QColor
    success: QColor
    warning: QColor
    error: QColor


ON_LIGHT = Accents(
    ice=QColor("#0b66a8"),
    ember=QColor("#b0470c"),
    success=QColor("#1c6e3a"),
    warning=QColor("#855400"),
    error=QColor("#b3261e"),
)
ON_DARK = Accents(
    ice=QColor("#6cc0f5"),
    ember=QColor("#ff9c5b"),
    success=QColor("#6fcf8e"),
    warning=QColor("#f0b84a"),
    error=QColor("#ff8f85"),
)

#: Colours that only tell things of one kind apart, such as the curves of several runs; never without a second sign.
APART_ON_LIGHT = tuple(QColor(one) for one in ("#0b66a8", "#c2500f", "#1c7a48", "#8a3fb0", "#7a6a00", "#c2185b"))
APART_ON_DARK = tuple(QColor(one) for one in ("#6cc0f5", "#ff9c5b", "#6fcf8e", "#c9a2f2", "#e6cf5a", "#ff8fb8"))


def is_dark(palette: QPalette) -> bool:
    """Return whether `palette` is that of a dark window."""
    return relative_luminance(palette.color(QPalette.ColorRole.Window)) < 0.18


def is_high_contrast(palette: QPalette) -> bool:
    """Return whether `palette` is that of a high-contrast setting: nothing but white on black."""
    text, window = palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window)
    return is_dark(palette) and contrast_ratio(text, window) >= HIGH_CONTRAST


def accents(palette: QPalette) -> Accents:
    """Return the accents that are readable with `palette`."""
    return ON_DARK if is_dark(palette) else ON_LIGHT


def colours_apart(palette: QPalette) -> tuple[QColor, ...]:
    """Return colours that tell things of one kind apart, readable with `palette`."""
    return APART_ON_DARK if is_dark(palette) else APART_ON_LIGHT


def muted_text(palette: QPalette) -> QColor:
    """Return the colour of secondary text: quieter than the text, still readable on window and base."""
    text = palette.color(QPalette.ColorRole.WindowText)
    if is_high_contrast(palette):
        return text
    grounds = (palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base))
    for share in (0.62, 0.7, 0.78, 0.86):
        quiet = blend(text, grounds[0], share)
        if all(contrast_ratio(quiet, ground) >= READABLE_CONTRAST for ground in grounds):
            return quiet
    return text


def hairline(palette: QPalette) -> QColor:
    """Return the colour of the thin lines that part and frame surfaces."""
    share = 0.7 if is_high_contrast(palette) else 0.16
    return blend(palette.color(QPalette.ColorRole.WindowText), palette.color(QPalette.ColorRole.Window), share)


def card_surface(palette: QPalette) -> QColor:
    """Return the ground of a panel that lies on the window: paper on a light one, a little raised on a dark one."""
    window = palette.color(QPalette.ColorRole.Window)
    if is_dark(palette):
        return blend(palette.color(QPalette.ColorRole.WindowText), window, 0.05)
    return palette.color(QPalette.ColorRole.Base)


def tinted_surface(palette: QPalette, accent: QColor) -> QColor:
    """Return the ground of a strip or a chip in the tone of `accent`, quiet enough for text on it."""
    return blend(accent, palette.color(QPalette.ColorRole.Base), 0.12)


def blend(upper: QColor, lower: QColor, share: float) -> QColor:
    """Return the opaque mixture of `share` (0 to 1) of `upper` with the rest of `lower`."""
    return QColor.fromRgbF(
        *(
            share * one + (1.0 - share) * other
            for one, other in zip(upper.getRgbF()[:3], lower.getRgbF()[:3], strict=True)  # type: ignore[index]
        )
    )


def contrast_ratio(one: QColor, other: QColor) -> float:
    """Return the contrast of two colours after WCAG 2: from 1 (the same) to 21 (black on white)."""
    darker, lighter = sorted((relative_luminance(one), relative_luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def relative_luminance(colour: QColor) -> float:
    """Return how light a colour is to the eye, 0 to 1, after WCAG 2."""
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def scaled_font(font: QFont, scale: float, *, strong: bool = False) -> QFont:
    """Return `font` at another step of the typographic scale."""
    scaled = QFont(font)
    scaled.setPointSizeF(font.pointSizeF() * scale)
    if strong:
        scaled.setWeight(QFont.Weight.DemiBold)
    return scaled
