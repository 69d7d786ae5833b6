"""What the menu of the Predict page offers: its buttons, and the ways to open a model."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import ButtonDescription, PageAction, offer_buttons, offer_separator
from gui.prediction.model_line import ModelLine

_NEEDS_PICTURES = "Drop, paste or choose pictures first."

_BUTTONS = (
    ButtonDescription("choose_pictures", "&Choose pictures…", "Ctrl+Shift+P"),
    ButtonDescription("paste_pictures", "&Paste a picture", "Ctrl+V"),
    ButtonDescription("open_camera", "Ca&mera…", "Ctrl+Shift+C", "No camera can be used here."),
    ButtonDescription("stop_predicting", "&Stop classifying", "Shift+F8", "Nothing is being classified.", stays=True),
    None,
    ButtonDescription("explain_answer", "&Why is it called so?", "Ctrl+B", _NEEDS_PICTURES),
    ButtonDescription("show_grid", "All pictures as a &grid", "Ctrl+G", "There must be more than one picture."),
    ButtonDescription("save_predictions", "Save the &table…", "Ctrl+Shift+G", "Show the pictures as a grid first."),
    ButtonDescription("clear_pictures", "C&lear", "Ctrl+Shift+X", _NEEDS_PICTURES),
    None,
    ButtonDescription("right_class", "Say what it &is…", "Ctrl+R", _NEEDS_PICTURES),
    ButtonDescription("open_folder_of_run", "Open the &folder of the run", "Ctrl+Shift+H", "It is open, or not known."),
    ButtonDescription("train_again", "Train &again with what was corrected", "F7", "Correct a picture first."),
)


def offer_prediction_actions(page: QWidget) -> None:
    """Add the actions to `page`."""
    offer_buttons(page, _BUTTONS)
    model = page.findChild(ModelLine)
    assert model is not None
    offer_separator(page)
    for name, text, keys, act in (
        ("open_run_command", "&Open the folder of a run…", "F9", model.choose_run),
        ("open_model_command", "Open a .&keras file…", "Shift+F9", model.choose_file),
    ):
        page.addAction(PageAction(text, act, name=name, shortcut=keys, icon="folder_open", parent=page))
