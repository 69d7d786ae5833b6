"""What the menu of the Data page offers: its buttons, and what can be done with the selected pictures."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import NEEDS, ButtonDescription, offer_buttons, offer_separator
from gui.data.thumbnail_strip import ThumbnailStrip
from gui.language.translate import tr

_NEEDS_FOLDER = tr("Open a folder of pictures first.")

_BUTTONS = (
    ButtonDescription("rescan_folder", tr("&Check the folder again"), "F5", _NEEDS_FOLDER),
    ButtonDescription("cancel_scan", tr("&Stop the check"), "Esc", tr("No check is under way."), on_its_page=True),
    ButtonDescription(
        "exclude_duplicates",
        tr("Leave out all &duplicates but the selected ones"),
        "Ctrl+Shift+D",
        tr("Choose a group of duplicates first."),
    ),
)


def offer_data_actions(page: QWidget, strip: ThumbnailStrip) -> None:
    """Add the actions to `page`; those of the pictures hold for the selection in `strip`."""
    offer_buttons(page, _BUTTONS)
    offer_separator(page)
    for action in strip.actions():
        action.setProperty(NEEDS, tr("Select pictures of the folder first."))
        page.addAction(action)
