"""The whole job as a user would do it: sample pictures, layers, a look into one, training, and what comes of it.

Each step ends with a picture of its page, named after the page.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from core.places import sample_pictures_folder
from gui.demo.looks import dark_desktop, without_green_cones
from gui.demo.scripted_user import ScriptedUser
from gui.language.translate import tr

#: Without a GPU the slowest step, the extraction of 200 pictures, takes some ten seconds; a busy machine is slower.
_TRAINING_SECONDS = 900.0


def do_whole_job(user: ScriptedUser, *, export_to: Path, tell: Callable[[str, Path], None]) -> None:
    """Drive the window through the main job; `tell` is called with each page and its picture.

    Raises:
        GaveUpWaiting: something did not happen in time.
        LookupError: the window lacks a widget of the contract.

    """
    user.wait_until(
        lambda: user.find(QLabel, "device_label").text() not in ("", tr("Device: not known yet")), "Keras is there"
    )
    for page, visit in (
        ("data", _visit_data),
        ("layers", _visit_layers),
        ("inspector", _look_into_a_layer),
        ("train", _visit_train),
        ("evaluate", _visit_evaluate),
        ("predict", _visit_predict),
    ):
        visit(user)
        tell(page, user.take_picture(page))
        if page == "layers":
            _take_other_looks(user, tell)
    _visit_export(user, export_to)
    tell("export", user.take_picture("export"))


def _visit_data(user: ScriptedUser) -> None:
    user.go_to(1)
    user.click("try_sample_pictures")
    user.wait_until(
        lambda: user.is_visible("go_to_layers") and _is_enabled(user, "go_to_layers"), "the pictures are checked"
    )
    user.wait_until(lambda: user.row_count("thumbnail_strip") > 0, "there are thumbnails")
    user.rest(1500)  # so that the thumbnails in sight are drawn


def _visit_layers(user: ScriptedUser) -> None:
    """Thaw the last stage, look at it, and take it back: the head alone is trained."""
    user.go_to(2)
    user.wait_until(lambda: user.row_count("layer_tree") > 0, "the layers are listed")
    user.choose("freeze_preset", "conv5")


def _take_other_looks(user: ScriptedUser, tell: Callable[[str, Path], None]) -> None:
    with dark_desktop():
        tell("layers in the dark", user.take_picture("layers-dark"))
    tell("layers without green cones", user.take_picture("layers-deuteranopia", without_green_cones))


def _look_into_a_layer(user: ScriptedUser) -> None:
    """Look at the filters of the first convolution, and at what they make of a sample picture."""
    user.select_row("layer_tree", "conv1_conv")
    user.choose_tab("layers_side_tabs", tr("Inspector"))
    seen = tr("Seen with {source}", source="")
    user.wait_until(lambda: user.find(QLabel, "inspected_source").text().startswith(seen), "the layer is looked into")
    user.rest(1000)  # so that all of it is drawn


def _visit_train(user: ScriptedUser) -> None:
    user.choose_tab("layers_side_tabs", tr("Plan"))
    user.choose("freeze_preset", tr("Head only"))
    user.go_to(3)
    user.click("start_training")
    user.wait_until(
        lambda: user.is_visible("freezing_proof") or user.is_visible("use_random_weights"),
        "the training is over",
        seconds=_TRAINING_SECONDS,
    )
    if user.is_visible("use_random_weights"):
        user.click("use_random_weights")
    user.wait_until(lambda: user.is_visible("freezing_proof"), "the training is over", seconds=_TRAINING_SECONDS)
    user.wait_until(lambda: user.row_count("run_table") > 0, "the run is listed")


def _visit_evaluate(user: ScriptedUser) -> None:
    user.go_to(4)
    user.click("start_evaluation")
    user.wait_until(
        lambda: user.is_visible("confusion_matrix") and user.row_count("confusion_matrix") > 0, "it is measured"
    )
    user.rest(1500)  # so that the pictures of the mistakes are drawn


def _visit_predict(user: ScriptedUser) -> None:
    user.go_to(5)
    files = _some_sample_pictures()
    user.drop(files)
    user.wait_until(lambda: user.row_count("predicted_pictures") == len(files), "the dropped pictures are listed")
    user.wait_until(
        lambda: user.is_visible("prediction_bars") and user.row_count("prediction_bars") > 0, "there are bars"
    )
    user.click("explain_answer")
    user.wait_until(lambda: user.row_count("nearest_images") > 0, "it is said why")
    user.rest(2500)  # so that all of them are classified, and the large and the nearest pictures have come


def _some_sample_pictures() -> list[Path]:
    folders = sorted(folder for folder in sample_pictures_folder().iterdir() if folder.is_dir())
    return [picture for folder in folders for picture in sorted(folder.iterdir())[:2]]


def _visit_export(user: ScriptedUser, export_to: Path) -> None:
    user.go_to(6)
    user.choose("export_format", user.find(QComboBox, "export_format").itemText(0))
    user.type_into("export_destination", str(export_to))
    user.click("export_button")
    user.wait_until(lambda: user.is_visible("loading_snippet"), "the export is verified", seconds=_TRAINING_SECONDS)


def _is_enabled(user: ScriptedUser, name: str) -> bool:
    return user.find(QWidget, name).isEnabled()
