"""Colours are readable on light and on dark windows, and follow the palette."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QColor, QFont, QPalette

from gui.window.theme import (
    ON_DARK,
    ON_LIGHT,
    READABLE_CONTRAST,
    TITLE_SCALE,
    accents,
    blend,
    card_surface,
    contrast_ratio,
    hairline,
    is_dark,
    is_high_contrast,
    muted_text,
    scaled_font,
    tinted_surface,
)

_GROUNDS = {"light": QColor(239, 239, 239), "dark": QColor(50, 50, 50), "black": QColor(16, 16, 16)}


@pytest.fixture(params=_GROUNDS)
def palette(request: pytest.FixtureRequest) -> QPalette:
    """Give the palette of Fusion on a light and on a dark desktop, and one that is darker still."""
    ground = _GROUNDS[request.param]
    text, base = (
        (QColor("black"), QColor("white")) if ground.lightness() > 128 else (QColor(240, 240, 240), ground.darker(140))
    )
    made = QPalette(text, ground, ground.lighter(150), ground.darker(150), ground.darker(130), text, base)
    made.setColor(QPalette.ColorRole.WindowText, text)
    return made


def test_black_on_white_has_the_highest_contrast() -> None:
    assert contrast_ratio(QColor("black"), QColor("white")) == pytest.approx(21.0)
    assert contrast_ratio(QColor("white"), QColor("white")) == pytest.approx(1.0)


def test_every_accent_is_readable_as_text(palette: QPalette) -> None:
    grounds = [palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base), card_surface(palette)]
    for field in dataclasses.fields(accents(palette)):
        accent = getattr(accents(palette), field.name)
        for ground in grounds:
            assert contrast_ratio(accent, ground) >= READABLE_CONTRAST, (field.name, ground.name())


def test_secondary_text_is_quieter_than_text_and_still_readable(palette: QPalette) -> None:
    quiet, text = muted_text(palette), palette.color(QPalette.ColorRole.WindowText)
    for ground in (palette.color(QPalette.ColorRole.Window), palette.color(QPalette.ColorRole.Base)):
        assert contrast_ratio(quiet, ground) >= READABLE_CONTRAST
        assert contrast_ratio(quiet, ground) < contrast_ratio(text, ground)


def test_text_on_a_message_strip_is_readable(palette: QPalette) -> None:
    text = palette.color(QPalette.ColorRole.WindowText)
    for field in dataclasses.fields(accents(palette)):
        strip = tinted_surface(palette, getattr(accents(palette), field.name))
        assert contrast_ratio(text, strip) >= READABLE_CONTRAST


def test_accents_follow_the_palette() -> None:
    assert accents(QPalette(QColor("#efefef"))) == ON_LIGHT
    assert accents(QPalette(QColor("#202020"))) == ON_DARK
    assert is_dark(QPalette(QColor("#202020")))


def test_blend_lies_between_its_colours() -> None:
    assert blend(QColor("black"), QColor("white"), 0.0) == QColor.fromRgbF(1.0, 1.0, 1.0)
    assert blend(QColor("black"), QColor("white"), 0.25).lightnessF() == pytest.approx(0.75, abs=0.01)


def test_scaled_font_leaves_the_original_alone() -> None:
    font = QFont("Sans Serif", 10)
    title = scaled_font(font, TITLE_SCALE, strong=True)
    assert title.pointSizeF() == pytest.approx(17.0)
    assert title.weight() == QFont.Weight.DemiBold
    assert font.pointSizeF() == 10


def test_nothing_is_quiet_in_a_high_contrast_setting() -> None:
    palette = QPalette(QColor("black"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("white"))
    palette.setColor(QPalette.ColorRole.Window, QColor("black"))
    assert is_high_contrast(palette)
    assert muted_text(palette) == QColor("white")
    assert contrast_ratio(hairline(palette), QColor("black")) > READABLE_CONTRAST
