"""The two palettes: what is written in them can be read, by day and by night."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QPalette

from gui.style.frost_palette import frost_palette
from gui.window.theme import READABLE_CONTRAST, contrast_ratio, is_dark

Role = QPalette.ColorRole
WRITTEN_ON = [
    (Role.WindowText, Role.Window),
    (Role.Text, Role.Base),
    (Role.Text, Role.AlternateBase),
    (Role.ButtonText, Role.Button),
    (Role.HighlightedText, Role.Highlight),
    (Role.PlaceholderText, Role.Base),
    (Role.ToolTipText, Role.ToolTipBase),
    (Role.Link, Role.Window),
    (Role.Link, Role.Base),
    (Role.LinkVisited, Role.Base),
]


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
@pytest.mark.parametrize(("words", "ground"), WRITTEN_ON, ids=lambda role: role.name)
def test_words_can_be_read(dark: bool, words: QPalette.ColorRole, ground: QPalette.ColorRole) -> None:
    palette = frost_palette(dark=dark)

    assert contrast_ratio(palette.color(words), palette.color(ground)) >= READABLE_CONTRAST


@pytest.mark.parametrize("dark", [False, True], ids=["day", "night"])
def test_what_is_disabled_is_quieter_but_still_seen(dark: bool) -> None:
    palette = frost_palette(dark=dark)

    grey = palette.color(QPalette.ColorGroup.Disabled, Role.WindowText)
    assert 2.0 < contrast_ratio(grey, palette.color(Role.Window)) < READABLE_CONTRAST
    assert is_dark(palette) == dark
