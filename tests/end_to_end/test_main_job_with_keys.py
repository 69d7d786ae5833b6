"""The main job with key events alone: a recent folder, thaw a block, train, evaluate, paste a picture, export."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QListView, QPlainTextEdit, QProgressBar, QPushButton, QTableView

from core.places import runs_folder
from core.training.run_record import read_run_record
from gui.window.settings import WindowSettings
from tests.small_networks import path_with_small_resnet50

if TYPE_CHECKING:
    from tests.end_to_end.conftest import Person

pytestmark = pytest.mark.timeout(1500)


@pytest.fixture(autouse=True, scope="module")
def small_network() -> Iterator[None]:
    """Let the window's workers have a small ResNet50: with the real one `test_main_job_in_window` does the job."""
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PYTHONPATH", path_with_small_resnet50())
        yield


_CONTROL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
_MOST_TABS = 80


def press(person: Person, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or person.window, key, modifiers)


def type_words(words: str) -> None:
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClicks(focus, words)


def tab_to(person: Person, name: str) -> None:
    """Press Tab until the widget of that name has the focus."""
    for _ in range(_MOST_TABS):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        press(person, Qt.Key.Key_Tab)
    pytest.fail(f"Tab does not lead to {name}.")


def fill_in(person: Person, name: str, words: str) -> None:
    tab_to(person, name)
    press(person, Qt.Key.Key_A, _CONTROL)
    type_words(words)
    press(person, Qt.Key.Key_Tab)


def command(person: Person, words: str) -> None:
    """Find a command by these words, and carry it out."""
    press(person, Qt.Key.Key_K, _CONTROL)
    type_words(words)
    press(person, Qt.Key.Key_Return)


def test_the_main_job_is_done_with_the_keyboard_alone(person: Person, sample_folder: Path, tmp_path: Path) -> None:
    WindowSettings().keep_folder(sample_folder)
    person.window.activateWindow()
    person.wait_until(person.window.isActiveWindow)

    # Given a folder of few sample pictures that was open before, and a network with one block thawed
    command(person, f"recent {sample_folder.name}")
    person.wait_until(person.find(QPushButton, "start_training").isEnabled)
    person.wait_until(person.window.actions_by_name["save_plan"].isEnabled)  # The network is there.
    command(person, "go conv5_block2")
    command(person, "thaw layers")
    assert person.find(QLabel, "plan_in_words").text().startswith("The new head and")

    # When it is trained on small pictures from random weights
    press(person, Qt.Key.Key_3, _CONTROL)
    fill_in(person, "epochs", "1")
    tab_to(person, "weights_choice")
    type_words("Random")
    press(person, Qt.Key.Key_M, _CONTROL)
    fill_in(person, "image_size", "32")
    fill_in(person, "run_name", "with keys")
    press(person, Qt.Key.Key_Return, _CONTROL)
    progress = person.find(QProgressBar, "training_progress")
    person.wait_until(lambda: progress.format() == "Finished after epoch 1")

    # Then the run is there, and can be evaluated
    record = read_run_record(runs_folder() / "with keys")
    assert record.specification.thaw == "conv5_block2"
    person.wait_until(person.find(QPushButton, "start_evaluation").isEnabled)
    press(person, Qt.Key.Key_E, _CONTROL | _SHIFT)
    matrix = person.find(QTableView, "confusion_matrix").model()
    person.wait_until(lambda: matrix.rowCount() == len(record.class_names))
    assert person.window.rail.step == "evaluate"

    # And a picture that was copied elsewhere is predicted
    picture = next((sample_folder / record.class_names[0]).iterdir())
    QGuiApplication.clipboard().setImage(QImage(str(picture)))
    press(person, Qt.Key.Key_V, _CONTROL)
    bars = person.find(QListView, "prediction_bars").model()
    person.wait_until(lambda: bars.rowCount() == len(record.class_names))
    assert person.window.rail.step == "predict"

    # And the model is exported
    destination = tmp_path / "with_keys.keras"
    press(person, Qt.Key.Key_6, _CONTROL)
    fill_in(person, "export_destination", str(destination))
    press(person, Qt.Key.Key_J, _CONTROL)
    snippet = person.find(QPlainTextEdit, "loading_snippet")
    person.wait_until(lambda: str(destination) in snippet.toPlainText())
    assert destination.is_file()
