"""What the menu of the Export page offers: its buttons, as data."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import ButtonDescription, offer_buttons

_NEEDS_MODEL = "There is no model yet: train one, or open one."
_NEEDS_EXPORT = "Export the model first."

_BUTTONS = (
    ButtonDescription("choose_export_destination", "&Choose where to write…", "Ctrl+Shift+J", _NEEDS_MODEL),
    ButtonDescription("export_button", "&Export", "Ctrl+J", "There must be a model, a format and a place to write to."),
    ButtonDescription("stop_export", "&Stop the export", "Ctrl+F8", "No export is under way.", stays=True),
    None,
    ButtonDescription("copy_export", "Copy the f&iles", "Ctrl+T", _NEEDS_EXPORT),
    ButtonDescription("show_in_folder", "Show in &folder", "F12", _NEEDS_EXPORT),
    ButtonDescription("copy_snippet", "Copy the &lines that load it", "Ctrl+Shift+F12", _NEEDS_EXPORT),
)


def offer_export_actions(page: QWidget) -> None:
    """Add the actions to `page`."""
    offer_buttons(page, _BUTTONS)
