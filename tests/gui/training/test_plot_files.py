from __future__ import annotations

import csv
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QAction, QColor, QImage, QPalette
from PySide6.QtWidgets import QFileDialog, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.messages import EpochFinished
from core.training.specification import TrainingSpecification
from gui.training.curves import TrainingCurves
from gui.training.measures import LEARNING_RATE, LOSS
from gui.training.plot_export import values_as_csv
from gui.training.run_curves import RunCurves
from gui.training.training_state import TrainingState
from gui.window.settings import WindowSettings


def epoch(number: int, *, val_loss: float | None = 0.75) -> EpochFinished:
    return EpochFinished(
        epoch=number, loss=0.5, accuracy=0.9, val_loss=val_loss, val_accuracy=0.8, learning_rate=1e-3, seconds=0.25
    )


def run(name: str, *, epochs: int = 2) -> RunCurves:
    return RunCurves(folder=Path("runs") / name, epochs=[epoch(number) for number in range(1, epochs + 1)], before=2.0)


@pytest.fixture
def curves(qtbot: QtBot, tmp_path: Path) -> TrainingCurves:
    """Give the plots of a run of two epochs; the last plot was saved in the folder `before`."""
    settings = WindowSettings(tmp_path / "window.ini")
    (tmp_path / "before").mkdir()
    settings.keep_plot_folder(tmp_path / "before")
    made = TrainingCurves(settings=settings)
    qtbot.addWidget(made)
    made.resize(900, 400)
    state = TrainingState.begun(TrainingSpecification(folder=Path("ants"), run=Path("runs/first")))
    for number in (1, 2):
        state.take(epoch(number))
    made.show_state(state)
    made.show()
    return made


def act(curves: TrainingCurves, name: str) -> None:
    action = curves.findChild(QAction, name)
    assert action is not None
    action.trigger()


def dialog_of(curves: TrainingCurves, name: str) -> QFileDialog:
    dialog = curves.findChild(QFileDialog, name)
    assert dialog is not None
    return dialog


def save(qtbot: QtBot, curves: TrainingCurves, dialog: str, file: Path) -> None:
    with qtbot.waitSignal(curves.saved) as saved:
        dialog_of(curves, dialog).fileSelected.emit(str(file))
    assert saved.args == [file]


def test_values_are_written_as_measured_with_the_clock_of_each_run() -> None:
    rows = list(csv.reader(values_as_csv([run("a"), run("b", epochs=1)], LOSS).splitlines()))

    assert rows == [
        ["run", "epoch", "seconds", "loss", "val_loss"],
        ["a", "1", "2.25", "0.5", "0.75"],
        ["a", "2", "2.5", "0.5", "0.75"],
        ["b", "1", "2.25", "0.5", "0.75"],
    ]


def test_what_was_not_measured_is_empty() -> None:
    without = RunCurves(folder=Path("a"), epochs=[epoch(1, val_loss=None)])

    assert values_as_csv([without], LOSS).splitlines()[1] == "a,1,0.25,0.5,"
    assert values_as_csv([without], LEARNING_RATE).splitlines() == ["run,epoch,seconds,learning_rate", "a,1,0.25,0.001"]


def test_the_name_of_a_run_is_no_formula_in_a_spreadsheet() -> None:
    assert values_as_csv([run("=1+1", epochs=1)], LOSS).splitlines()[1].startswith("'=1+1,1,")


def test_a_plot_is_saved_as_a_sharp_picture_on_the_ground_of_the_window(
    qtbot: QtBot, curves: TrainingCurves, tmp_path: Path
) -> None:
    act(curves, "save_picture_of_loss_plot")

    save(qtbot, curves, "save_picture_dialog", tmp_path / "plot.png")

    picture = QImage(str(tmp_path / "plot.png"))
    plot = curves.findChild(QWidget, "loss_plot")
    assert plot is not None
    assert picture.width() == 2 * plot.viewport().width()  # type: ignore[attr-defined]
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 2) for y in range(picture.height())}
    assert picture.pixelColor(2, 2) == curves.palette().color(QPalette.ColorRole.Base)
    assert QColor("#b0470c").name() in colours  # the training's curve


def test_a_plot_is_saved_as_a_drawing_with_its_words(qtbot: QtBot, curves: TrainingCurves, tmp_path: Path) -> None:
    act(curves, "save_picture_of_accuracy_plot")

    save(qtbot, curves, "save_picture_dialog", tmp_path / "plot.svg")

    drawing = ElementTree.parse(tmp_path / "plot.svg").getroot()
    words = " ".join(drawing.itertext())
    for word in ("Accuracy", "Training", "Validation", "Epoch"):
        assert word in words


def test_values_are_saved_and_the_folder_is_remembered(qtbot: QtBot, curves: TrainingCurves, tmp_path: Path) -> None:
    (tmp_path / "here").mkdir()
    act(curves, "save_values_of_loss_plot")
    dialog = dialog_of(curves, "save_values_dialog")
    assert Path(dialog.directory().path()) == tmp_path / "before"
    assert Path(dialog.selectedFiles()[0]).name == "first loss.csv"

    save(qtbot, curves, "save_values_dialog", tmp_path / "here" / "loss.csv")

    assert len((tmp_path / "here" / "loss.csv").read_text(encoding="utf-8").splitlines()) == 3
    assert WindowSettings(tmp_path / "window.ini").plot_folder == tmp_path / "here"


def test_the_suffix_follows_the_kind_of_picture(curves: TrainingCurves) -> None:
    act(curves, "save_picture_of_loss_plot")
    dialog = dialog_of(curves, "save_picture_dialog")
    assert dialog.defaultSuffix() == "png"

    dialog.filterSelected.emit("SVG drawing (*.svg)")

    assert dialog.defaultSuffix() == "svg"


def test_a_plot_that_can_not_be_saved_is_said_and_leaves_nothing(
    qtbot: QtBot, curves: TrainingCurves, tmp_path: Path
) -> None:
    (tmp_path / "in the way").write_text("", encoding="utf-8")
    act(curves, "save_values_of_loss_plot")

    with qtbot.waitSignal(curves.failed) as failed:
        dialog_of(curves, "save_values_dialog").fileSelected.emit(str(tmp_path / "in the way" / "loss.csv"))

    failure: Any = failed.args
    assert "loss.csv can't be written" in failure[0].message
    assert failure[0].hint


def test_the_menu_of_a_plot_is_on_its_button_and_on_the_plot(curves: TrainingCurves) -> None:
    button = curves.findChild(QToolButton, "loss_plot_menu")
    plot = curves.findChild(QWidget, "loss_plot")
    assert button is not None
    assert plot is not None

    words = [action.text().replace("&", "") for action in button.menu().actions()]

    assert words == ["Save as picture…", "Save values…", "Reset zoom"]
    assert plot.actions() == button.menu().actions()
