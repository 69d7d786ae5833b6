"""The two palettes of the program, by day and by night. What is derived from a palette, `gui/window/theme.py` knows."""

from __future__ import annotations

from PySide6.QtGui import QColor, QPalette

from gui.window.theme import blend

_Role = QPalette.ColorRole

#: Cool and quiet, so that pictures, ice and ember are what has colour.
_BY_DAY = {
    _Role.Window: "#f3f6f9",
    _Role.Base: "#ffffff",
    _Role.AlternateBase: "#f7fafc",
    _Role.Button: "#ffffff",
    _Role.WindowText: "#18222c",
    _Role.Text: "#18222c",
    _Role.ButtonText: "#18222c",
    _Role.BrightText: "#ffffff",
    _Role.PlaceholderText: "#5f6c78",
    _Role.Highlight: "#1a6fb0",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#0b66a8",
    _Role.Link: "#0b66a8",
    _Role.LinkVisited: "#6a4a9c",
    _Role.ToolTipBase: "#22303c",
    _Role.ToolTipText: "#f3f6f9",
    _Role.Light: "#ffffff",
    _Role.Midlight: "#e9eef3",
    _Role.Mid: "#c8d1d9",
    _Role.Dark: "#a3afba",
    _Role.Shadow: "#6d7a86",
}
_BY_NIGHT = {
    _Role.Window: "#161d24",
    _Role.Base: "#1c252e",
    _Role.AlternateBase: "#202a34",
    _Role.Button: "#27333e",
    _Role.WindowText: "#e8eef3",
    _Role.Text: "#e8eef3",
    _Role.ButtonText: "#e8eef3",
    _Role.BrightText: "#ffffff",
    _Role.PlaceholderText: "#95a3b0",
    _Role.Highlight: "#1f6fae",
    _Role.HighlightedText: "#ffffff",
    _Role.Accent: "#6cc0f5",
    _Role.Link: "#6cc0f5",
    _Role.LinkVisited: "#c3a6f0",
    _Role.ToolTipBase: "#e8eef3",
    _Role.ToolTipText: "#161d24",
    _Role.Light: "#3a4855",
    _Role.Midlight: "#303d49",
    _Role.Mid: "#3d4b58",
    _Role.Dark: "#0f151a",
    _Role.Shadow: "#080b0e",
}
_GREY_BY_DAY, _GREY_BY_NIGHT = "#94a0ab", "#6b7884"
_TEXTS = (_Role.WindowText, _Role.Text, _Role.ButtonText, _Role.PlaceholderText)


def frost_palette(*, dark: bool) -> QPalette:
    """Return the palette of the night (dark) or of the day."""
    palette = QPalette()
    for role, colour in (_BY_NIGHT if dark else _BY_DAY).items():
        palette.setColor(role, QColor(colour))
    for role in _TEXTS:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(_GREY_BY_NIGHT if dark else _GREY_BY_DAY))
    window, base = palette.color(_Role.Window), palette.color(_Role.Base)
    palette.setColor(QPalette.ColorGroup.Disabled, _Role.Base, blend(base, window, 0.35))
    for role in (_Role.Highlight, _Role.Accent):
        palette.setColor(QPalette.ColorGroup.Disabled, role, palette.color(_Role.Mid))
    return palette
