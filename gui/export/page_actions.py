"""What the menu of the Export page offers: its buttons, as data."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import ButtonDescription, offer_buttons
from gui.language.translate import tr

_NEEDS_MODEL = tr("There is no model yet: train one, or open one.")
_NEEDS_EXPORT = tr("Export the model first.")

_BUTTONS = (
    ButtonDescription("choose_export_destination", tr("&Choose where to write…"), "Ctrl+Shift+J", _NEEDS_MODEL),
    ButtonDescription(
        "export_button", tr("&Export"), "Ctrl+J", tr("There must be a model, a format and a place to write to.")
    ),
    ButtonDescription("stop_export", tr("&Stop the export"), "Ctrl+F8", tr("No export is under way."), stays=True),
    None,
    ButtonDescription("copy_export", tr("Copy the f&iles"), "Ctrl+T", _NEEDS_EXPORT),
    ButtonDescription("show_in_folder", tr("Show in &folder"), "F12", _NEEDS_EXPORT),
    ButtonDescription("copy_snippet", tr("Copy the &lines that load it"), "Ctrl+Shift+F12", _NEEDS_EXPORT),
)


def offer_export_actions(page: QWidget) -> None:
    """Add the actions to `page`."""
    offer_buttons(page, _BUTTONS)
