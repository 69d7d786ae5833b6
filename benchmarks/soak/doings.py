"""What the user of the soak does: each a thing that a person does with mouse and keyboard, up to what comes of it.

The window shows what comes of it; what it doesn't show, that its workers are done, is asked of the workers.
"""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QPushButton,
    QSpinBox,
    QTableView,
    QWidget,
)

from benchmarks.sides.window import (
    LAYERS,
    PATIENCE_SECONDS,
    PREDICT,
    TRAIN,
    open_folder,
    session_of,
    set_up_training,
    start_training,
)
from core.messages import EpochFinished, RunFinished
from gui.demo.looks import dark_desktop
from gui.demo.scripted_user import GaveUpWaiting, ScriptedUser
from gui.layers.map.layer_map import LayerMap
from gui.training.run_table import RunTable
from gui.window.main_window import MainWindow
from gui.worker.workers import Workers

EVALUATE, EXPORT = 4, 6
IMAGE_SIZE = 32
EPOCHS, MORE_EPOCHS = 3, 2
#: More than anybody waits for, so that the training ends by the button.
_ENDLESS = 9_000
#: So many runs are kept; the user moves older ones to the trash.
_RUNS_KEPT = 4
_BLOCKS = ("conv5_block1", "conv5_block2", "conv5_block3", "conv4_block6")
_LAYERS = ("conv1_conv", "conv2_block1_1_conv", "conv3_block2_2_conv", "conv4_block3_1_conv", "conv5_block3_2_conv")


class SoakUser:
    """One user before one window. choices: decides what they do by whim. place: where their exports and trash lie."""

    def __init__(self, *, window: MainWindow, user: ScriptedUser, choices: random.Random, place: Path) -> None:
        self._window = window
        self._user = user
        self._choices = choices
        self._place = place
        self._session = session_of(window)
        workers = window.findChild(Workers)
        assert workers is not None
        self.workers = workers

    def come_to_the_front(self) -> None:
        """Let the window have the keyboard, as a window manager does; offscreen and in Xvfb there is none."""
        self._window.activateWindow()
        self._user.wait_until(self._window.isActiveWindow, "the window is in front")

    def wait_until_idle(self) -> None:
        """Wait until neither worker has anything to do."""
        bridges = (self.workers.trainer, self.workers.viewer)
        self._user.wait_until(
            lambda: not any(bridge.jobs or bridge.is_starting for bridge in bridges),
            "the workers are done",
            seconds=PATIENCE_SECONDS,
        )

    # ------------------------------------------------------------------ data and layers

    def open_folder(self, folder: Path) -> None:
        """Drop a data folder on the window, look at its pictures, and wait until it is checked."""
        open_folder(self._user, folder)
        self._wait(lambda: self._user.row_count("thumbnail_strip") > 0, "there are thumbnails")
        table = self._user.find(QTableView, "class_table")
        table.selectRow(self._choices.randrange(table.model().rowCount()))
        self._user.rest(300)

    def thaw_and_take_back(self) -> None:
        """Thaw a block in the map and a stage in the tree, undo both, and do one again."""
        self._user.go_to(LAYERS)
        self._wait(lambda: self._user.row_count("layer_tree") > 0, "the layers are listed")
        before = self._session.plan
        self._click_in_map(self._choices.choice(_BLOCKS))
        thawed = self._session.plan
        self._user.select_row("layer_tree", self._choices.choice(("conv4", "conv5")))
        QTest.keyClick(self._user.find(QWidget, "layer_tree"), Qt.Key.Key_T)
        for _ in range(2):
            self._press_control(Qt.Key.Key_Z)
        if before == thawed or self._session.plan != before:
            raise GaveUpWaiting("the freeze plan was not thawed, or undo did not bring it back")
        self._press_control(Qt.Key.Key_Z, shift=True)
        self._press_control(Qt.Key.Key_Z)

    def _click_in_map(self, block: str) -> None:
        """Click on the shape of a block where it is seen."""
        layer_map = self._user.find(LayerMap, "layer_map")
        node = next(row.node for row in layer_map.map_scene.rows if row.node.name == block)
        place = layer_map.targets.shape_of(node).center().toPoint()
        QTest.mouseClick(layer_map.viewport(), Qt.MouseButton.LeftButton, pos=place)

    def look_into_a_layer(self) -> None:
        """Select a layer, and wait for its weights and for what it makes of a picture."""
        self._user.go_to(LAYERS)
        layer = self._choices.choice(_LAYERS)
        self._user.select_row("layer_tree", layer)
        self._user.choose_tab("layers_side_tabs", "Inspector")
        self._wait(lambda: self._user.find(QLabel, "inspected_layer").text() == layer, "the layer is shown")
        self._user.rest(300)
        self.wait_until_idle()
        self._wait(lambda: "weights" in self._user.find(QLabel, "inspected_source").text(), "the layer is looked into")
        self._user.choose_tab("layers_side_tabs", "Plan")

    # ------------------------------------------------------------------ training

    def train(self, preset: str) -> None:
        """Train for some epochs with the plan of that name."""
        set_up_training(self._user, image_size=IMAGE_SIZE, epochs=EPOCHS, preset=preset)
        with self._until_trained():
            start_training(self._user)

    def stop_a_training(self) -> None:
        """Begin an endless training and stop it after some epochs."""
        set_up_training(self._user, image_size=IMAGE_SIZE, epochs=_ENDLESS)
        seen: list[EpochFinished] = []
        connection = self._session.epoch_finished.connect(seen.append)
        with self._until_trained():
            start_training(self._user)
            self._wait(lambda: len(seen) >= self._choices.randint(1, 5), "there is an epoch to keep")
            self._user.click("stop_training")
        self._session.epoch_finished.disconnect(connection)

    def train_further(self) -> None:
        """Go on with the run in use."""
        self._user.go_to(TRAIN)
        self._user.find(QSpinBox, "more_epochs").setValue(MORE_EPOCHS)
        with self._until_trained():
            self._user.click("extend_training")

    @contextmanager
    def _until_trained(self) -> Iterator[None]:
        """Wait at the end until the training that was begun inside is over, and see that it left a model."""
        ends: list[RunFinished | None] = []
        connection = self._session.training_ended.connect(ends.append)
        yield
        self._wait(lambda: bool(ends), "the training is over")
        self._session.training_ended.disconnect(connection)
        if ends[0] is None:
            raise GaveUpWaiting("a training left no model")
        self.wait_until_idle()

    # ------------------------------------------------------------------ what comes of it

    def predict(self, files: Sequence[Path]) -> None:
        """Drop pictures, paste one, ask why, and clear them all away."""
        self._user.go_to(PREDICT)
        self._user.drop(files)
        self._wait(lambda: self._user.row_count("predicted_pictures") == len(files), "the pictures are listed")
        QApplication.clipboard().setImage(QImage(str(files[0])))
        self._user.click("paste_pictures")
        self._wait(lambda: self._user.row_count("predicted_pictures") == len(files) + 1, "the pasted one is listed")
        self._wait(lambda: self._user.row_count("prediction_bars") > 0, "there are bars")
        self.wait_until_idle()
        self._user.click("explain_answer")
        self._wait(lambda: self._user.row_count("nearest_images") > 0, "it is said why")
        self.wait_until_idle()
        self._user.click("explain_answer")
        self._user.click("clear_pictures")
        QApplication.clipboard().clear()

    def evaluate(self) -> None:
        """Measure the run in use on what it held out."""
        self._user.go_to(EVALUATE)
        self._user.click("start_evaluation")
        self.wait_until_idle()
        self._wait(lambda: self._user.row_count("confusion_matrix") > 0, "it is measured")
        self._user.rest(300)

    def export(self, form: str) -> None:
        """Export the run in use, over what was exported before."""
        self._user.go_to(EXPORT)
        formats = self._user.find(QComboBox, "export_format")
        formats.setCurrentIndex((formats.currentIndex() + 1) % formats.count())  # away from the result of the last one
        formats.setCurrentIndex(formats.findData(form))
        self._user.type_into("export_destination", str(self._place / "exports" / form))
        self._user.click("export_button")
        self.wait_until_idle()
        self._wait(lambda: self._user.is_visible("loading_snippet"), "the export is verified")

    def switch_runs(self) -> None:
        """Choose every run of the table in turn, and move the oldest to the trash, which is emptied."""
        self._user.go_to(TRAIN)
        table = self._user.find(RunTable, "run_table")
        self._wait(lambda: len(table.runs.runs) > 0, "the runs are listed")
        while len(table.runs.runs) > _RUNS_KEPT:
            count = len(table.runs.runs)
            self._click_row(table, count - 1)
            QTest.keyClick(table, Qt.Key.Key_Delete)
            self._wait(partial(_has_less_than, table, count), "the run is in the trash")
        for row in range(len(table.runs.runs)):
            self._click_row(table, row)
            self.wait_until_idle()
        shutil.rmtree(self._place / "desktop" / "Trash", ignore_errors=True)

    def _click_row(self, table: RunTable, row: int) -> None:
        index = table.model().index(row, 1)
        table.scrollTo(index)
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(index).center())

    # ------------------------------------------------------------------ the window

    def look_around(self) -> None:
        """See every page, by day and by night."""
        for step in range(1, EXPORT + 1):
            self._user.go_to(step)
            self._user.rest(100)
        with dark_desktop():
            for step in range(EXPORT, 0, -1):
                self._user.go_to(step)
                self._user.rest(100)
        self._user.rest(100)

    def open_settings(self, *, look_again: bool) -> None:
        """Open the settings, wait for what the backends say, and close them. look_again: ask them anew."""
        self._press_control(Qt.Key.Key_Comma)
        self._wait(lambda: self._window.findChild(QDialog, "settings_dialog") is not None, "the settings are open")
        dialog = self._user.find(QDialog, "settings_dialog")
        self._wait(dialog.isVisible, "the settings are shown")
        if look_again:
            self._user.click("look_again")
        self._wait(self._user.find(QPushButton, "look_again").isEnabled, "the backends have answered")
        self._user.click("close_settings")
        self._wait(lambda: not dialog.isVisible(), "the settings are closed")
        self.come_to_the_front()

    # ------------------------------------------------------------------ small things

    def _wait(self, happened: Callable[[], bool], what: str) -> None:
        self._user.wait_until(happened, what, seconds=PATIENCE_SECONDS)

    def _press_control(self, key: Qt.Key, *, shift: bool = False) -> None:
        keys = Qt.KeyboardModifier.ControlModifier
        QTest.keyClick(self._window, key, keys | Qt.KeyboardModifier.ShiftModifier if shift else keys)


def _has_less_than(table: RunTable, count: int) -> bool:
    return len(table.runs.runs) < count
