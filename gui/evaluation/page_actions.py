"""What the menu of the Evaluate page offers: its buttons, and what can be done about suspected labels."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import NEEDS, ButtonDescription, offer_buttons, offer_separator
from gui.evaluation.suspects_panel import SuspectsPanel
from gui.language.translate import tr

_NEEDS_MODEL = tr("There is no model yet: train one, or open one.")
_NEEDS_MISTAKE = tr("Select a picture among the mistakes first.")

_BUTTONS = (
    ButtonDescription("start_evaluation", tr("&Evaluate"), "Ctrl+Shift+E", _NEEDS_MODEL),
    ButtonDescription("stop_evaluation", tr("&Stop evaluating"), "F8", tr("No evaluation is under way."), stays=True),
    None,
    ButtonDescription("explain_mistake", tr("&Why is this picture called so?"), "Ctrl+Shift+W", _NEEDS_MISTAKE),
    ButtonDescription("show_all_mistakes", tr("Show &all mistakes"), "Ctrl+Shift+A", tr("All mistakes are shown.")),
)


def offer_evaluation_actions(page: QWidget, suspects: SuspectsPanel) -> None:
    """Add the actions to `page`."""
    offer_buttons(page, _BUTTONS)
    offer_separator(page)
    for action in suspects.gallery.actions():
        if action.objectName().endswith("_suspects_action"):
            action.setProperty(NEEDS, tr("Select suspected labels first."))
            page.addAction(action)
