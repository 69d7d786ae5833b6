"""What the menu of the Predict page offers: its buttons, and the ways to open a model."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import ButtonDescription, PageAction, offer_buttons, offer_separator
from gui.language.translate import tr
from gui.prediction.model_line import ModelLine

_NEEDS_PICTURES = tr("Drop, paste or choose pictures first.")

_BUTTONS = (
    ButtonDescription("choose_pictures", tr("&Choose pictures…"), "Ctrl+Shift+P"),
    ButtonDescription("paste_pictures", tr("&Paste a picture"), "Ctrl+V"),
    ButtonDescription("open_camera", tr("Ca&mera…"), "Ctrl+Shift+C", tr("No camera can be used here.")),
    ButtonDescription(
        "stop_predicting", tr("&Stop classifying"), "Shift+F8", tr("Nothing is being classified."), stays=True
    ),
    None,
    ButtonDescription("explain_answer", tr("&Why is it called so?"), "Ctrl+B", _NEEDS_PICTURES),
    ButtonDescription("show_grid", tr("All pictures as a &grid"), "Ctrl+G", tr("There must be more than one picture.")),
    ButtonDescription(
        "save_predictions", tr("Save the &table…"), "Ctrl+Shift+G", tr("Show the pictures as a grid first.")
    ),
    ButtonDescription("clear_pictures", tr("C&lear"), "Ctrl+Shift+X", _NEEDS_PICTURES),
    None,
    ButtonDescription("right_class", tr("Say what it &is…"), "Ctrl+R", _NEEDS_PICTURES),
    ButtonDescription(
        "open_folder_of_run", tr("Open the &folder of the run"), "Ctrl+Shift+H", tr("It is open, or not known.")
    ),
    ButtonDescription("train_again", tr("Train &again with what was corrected"), "F7", tr("Correct a picture first.")),
)


def offer_prediction_actions(page: QWidget) -> None:
    """Add the actions to `page`."""
    offer_buttons(page, _BUTTONS)
    model = page.findChild(ModelLine)
    assert model is not None
    offer_separator(page)
    for name, text, keys, act in (
        ("open_run_command", tr("&Open the folder of a run…"), "F9", model.choose_run),
        ("open_model_command", tr("Open a .&keras file…"), "Shift+F9", model.choose_file),
    ):
        page.addAction(PageAction(text, act, name=name, shortcut=keys, icon="folder_open", parent=page))
