"""Buttons that scripts, tests and screen readers find: made in one way on all pages."""

from __future__ import annotations

from PySide6.QtWidgets import QPushButton

from gui.window.icons import themed_icon


def named_button(name: str, words: str, icon: str = "", *, read_as: str = "") -> QPushButton:
    """Return a button of the object name `name` that says `words`; screen readers read `read_as`, or these words."""
    button = QPushButton(words)
    button.setObjectName(name)
    button.setAccessibleName(read_as or words)
    if icon:
        button.setIcon(themed_icon(icon))
    return button
