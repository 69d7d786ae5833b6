"""The main job as a person does it: choose a folder, train, watch, evaluate, predict, export; stop; survive a crash."""

from __future__ import annotations

import ast
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from PIL import Image
from PySide6.QtWidgets import (
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from core.places import runs_folder
from core.training.run_record import MODEL_FILE, RunRecord, read_run_record
from gui.prediction.bars_model import PROBABILITY_ROLE
from gui.window.message_bar import Level, MessageBar
from gui.worker.workers import Workers

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Person

pytestmark = pytest.mark.timeout(1500)


def open_folder(person: Person, folder: Path) -> None:
    person.go_to("Data")
    person.choose_folder(folder)
    person.wait_until(person.find(QPushButton, "start_training").isEnabled)


def set_up_training(person: Person, *, epochs: int) -> None:
    """Choose random weights and small pictures, so that a training takes seconds."""
    person.go_to("Train")
    person.find(QSpinBox, "epochs").setValue(epochs)
    weights = person.find(QComboBox, "weights_choice")
    weights.setCurrentIndex(weights.findData("random"))
    if not person.find(QSpinBox, "image_size").isVisible():
        person.click("more_settings")
    person.find(QSpinBox, "image_size").setValue(64)
    person.find(QSpinBox, "batch_size").setValue(8)


def train(person: Person, name: str) -> None:
    person.find(QLineEdit, "run_name").setText(name)
    person.click("start_training")


def status(person: Person) -> str:
    return person.find(QProgressBar, "training_progress").format()


def epoch_under_way(person: Person) -> int:
    """Return the epoch that is being trained, 0 before the first; quick epochs are not all shown."""
    shown = re.search(r"epoch (\d+) of", status(person))
    return int(shown.group(1)) if shown else 0


def points(person: Person, plot: str) -> list[list[float]]:
    """Return the epochs of each curve of a plot that has points."""
    items: list[Any] = person.find(QWidget, plot).getPlotItem().listDataItems()  # type: ignore[attr-defined]
    return [list(item.xData) for item in items if item.xData is not None and len(item.xData)]


def finished_run(name: str) -> RunRecord:
    run = runs_folder() / name
    assert (run / MODEL_FILE).is_file()
    return read_run_record(run)


def bars(person: Person) -> dict[str, float]:
    model = person.find(QListView, "prediction_bars").model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {row.data(): row.data(PROBABILITY_ROLE) for row in rows}


def run_snippet(snippet: str, folder: Path) -> dict[str, float]:
    """Run the lines that the Export page shows where a picture.jpg is, and return what they print."""
    environment = {**os.environ, "TF_CPP_MIN_LOG_LEVEL": "3"}
    done = subprocess.run(
        [sys.executable, "-c", snippet], cwd=folder, env=environment, capture_output=True, text=True, check=True
    )
    words = done.stdout.splitlines()[-1].replace("np.float32(", "").replace(")", "")
    answer: dict[str, float] = ast.literal_eval(words)
    return answer


def export(person: Person, form: str, destination: Path) -> str:
    """Export in a format, and return the lines that load it."""
    formats, snippet = person.find(QComboBox, "export_format"), person.find(QPlainTextEdit, "loading_snippet")
    formats.setCurrentIndex(formats.findData(form))
    person.find(QLineEdit, "export_destination").setText(str(destination))
    person.click("export_button")
    person.wait_until(lambda: str(destination) in snippet.toPlainText())
    return snippet.toPlainText()


def test_a_person_trains_evaluates_predicts_and_exports(person: Person, sample_folder: Path, tmp_path: Path) -> None:
    # Given a folder that was chosen, with nothing of the backbone thawed
    open_folder(person, sample_folder)
    set_up_training(person, epochs=3)

    # When a training runs to its end
    train(person, "first")
    person.wait_until(lambda: status(person) == "Finished after epoch 3")

    # Then the curves have a point for each epoch, and freezing is proved
    for plot in ("loss_plot", "accuracy_plot"):
        assert [1.0, 2.0, 3.0] in points(person, plot)
    assert person.find(QLabel, "freezing_proof").text() == "106 of 106 frozen layers unchanged"
    record = finished_run("first")
    assert (record.state, len(record.history), record.frozen_layers_changed) == ("finished", 3, 0)
    table = person.find(QTableView, "run_table")
    person.wait_until(lambda: table.model().rowCount() == 1 and table.selectionModel().hasSelection())

    # And the model can be evaluated on what was held out
    person.go_to("Evaluate")
    person.click("start_evaluation")
    matrix = person.find(QTableView, "confusion_matrix").model()
    person.wait_until(lambda: matrix.rowCount() == 4)
    counted = sum(int(matrix.index(row, column).data()) for row in range(4) for column in range(4))
    assert counted == len(record.validation_files)
    wrong = counted - sum(int(matrix.index(row, row).data()) for row in range(4))
    assert person.find(QListView, "mistake_gallery").model().rowCount() == wrong

    # And a dropped picture is classified
    person.go_to("Predict")
    picture = next((sample_folder / record.class_names[0]).iterdir())
    person.drop("predict_drop_area", picture)
    person.wait_until(lambda: len(bars(person)) == 4)
    assert set(bars(person)) == set(record.class_names)
    assert sum(bars(person).values()) == pytest.approx(1.0, abs=1e-4)

    # And an export says the same without Frostline
    with Image.open(picture) as opened:
        opened.save(tmp_path / "picture.jpg", format="PNG")
    person.go_to("Export")
    snippet = export(person, "keras", tmp_path / "exports" / "nature.keras")
    assert run_snippet(snippet, tmp_path) == pytest.approx(bars(person), abs=1e-4)


def test_stop_keeps_the_best_epoch_and_a_killed_trainer_is_survived(person: Person, sample_folder: Path) -> None:
    # Given the window that has trained these pictures before
    open_folder(person, sample_folder)
    set_up_training(person, epochs=5000)

    # When a training is stopped after some epochs
    train(person, "stopped")
    person.wait_until(lambda: epoch_under_way(person) >= 3)
    person.click("stop_training")
    person.wait_until(lambda: status(person).startswith("Stopped after epoch"))

    # Then its best epoch is kept
    record = finished_run("stopped")
    assert record.state == "stopped"
    assert 1 <= record.best_epoch <= len(record.history) < 5000
    accuracies = [epoch.val_accuracy or 0.0 for epoch in record.history]
    assert accuracies[record.best_epoch - 1] == max(accuracies)

    # When the trainer is killed in the middle of the next training
    train(person, "killed")
    person.wait_until(lambda: epoch_under_way(person) >= 2)
    workers = person.window.findChild(Workers)
    assert workers is not None
    victim = workers.trainer.process_id
    assert victim is not None
    os.kill(victim, signal.SIGKILL)

    # Then the page says so, and nothing is left that pretends to be a run
    page = person.find(QWidget, "page_train")
    message = page.findChildren(MessageBar)[0]
    person.wait_until(message.isVisible)
    assert message.level is Level.ERROR
    assert status(person) == "The training was cut off"
    assert person.window.isVisible()
    assert not (runs_folder() / "killed" / MODEL_FILE).exists()

    # And it goes on where it was, in a new worker
    before = points(person, "loss_plot")
    resume = next(button for button in message.findChildren(QPushButton) if button.text() == "Resume")
    resume.click()
    person.wait_until(lambda: epoch_under_way(person) > before[0][-1] + 2)
    person.click("stop_training")
    person.wait_until(lambda: status(person).startswith("Stopped after epoch"))
    assert workers.trainer.process_id not in (None, victim)
    assert [epoch.epoch for epoch in finished_run("killed").history] == list(
        range(1, len(points(person, "loss_plot")[0]) + 1)
    )
    assert len(points(person, "loss_plot")[0]) > len(before[0])
    assert not message.isVisible()
