"""What the menu of the Train page offers, with the keys: its buttons, as data, and what can be done with a run."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from gui.commands.page_action import ButtonDescription, offer_buttons, offer_separator
from gui.language.translate import tr
from gui.training.runs_panel import RunsPanel

_NEEDS_OFFER = tr("Change the freeze plan while a training is under way; then it can be taken up.")

TRAIN_BUTTONS = (
    ButtonDescription("start_training", tr("&Start training"), "Ctrl+Return"),
    ButtonDescription("pause_training", tr("&Pause or resume"), "Ctrl+P", tr("No training is under way."), stays=True),
    ButtonDescription("stop_training", tr("S&top training"), "Ctrl+.", tr("No training is under way."), stays=True),
    None,
    ButtonDescription("accept_plan", tr("&Go on with the changed plan"), "Ctrl+Shift+Return", _NEEDS_OFFER),
    ButtonDescription("keep_plan", tr("Go on with the plan as it &was"), "Ctrl+Backspace", _NEEDS_OFFER),
    ButtonDescription(
        "undo_plan_change",
        tr("Undo the change of the p&lan"),
        "Ctrl+Shift+Backspace",
        tr("The plan of the training under way was not changed."),
    ),
    ButtonDescription("take_plan_back", tr("Take &back the change of the plan"), "Ctrl+Shift+Y", _NEEDS_OFFER),
    None,
    ButtonDescription(
        "extract_on_cluster", tr("E&xtract on the cluster…"), "Ctrl+Alt+E", tr("Name a cluster in the settings first.")
    ),
    ButtonDescription("find_learning_rate", tr("&Find a learning rate…"), "Ctrl+L"),
    ButtonDescription("more_settings", tr("&More or fewer settings"), "Ctrl+M"),
    ButtonDescription(
        "restore_defaults", tr("Restore &default settings"), "Ctrl+Shift+T", tr("Unfold More settings first.")
    ),
    None,
    ButtonDescription("extend_training", tr("Train the run in &use further"), "Ctrl+E"),
    ButtonDescription("compare_with_scratch", tr("Compare with training from scratc&h…"), "Ctrl+Shift+K"),
    ButtonDescription("show_learning_rate", tr("Plot of the learning &rate"), "Ctrl+Shift+L"),
    ButtonDescription(
        "reset_zoom", tr("Reset the &zoom of the plots"), "Ctrl+Shift+0", tr("The plots are not zoomed.")
    ),
)


def offer_training_actions(page: QWidget, runs: RunsPanel) -> None:
    """Add the actions to `page`."""
    offer_buttons(page, TRAIN_BUTTONS)
    offer_separator(page)
    for action in runs.actions_of_a_run:
        page.addAction(action)
