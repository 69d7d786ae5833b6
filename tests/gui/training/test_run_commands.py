from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.places import runs_folder
from core.training.run_lock import in_training
from core.training.run_record import RECORD_FILE, read_run_record
from core.training.specification import TrainingSpecification
from gui.session import Session
from gui.training.curve_legend import CurveLegend
from gui.training.page import TrainPage
from gui.training.run_folder import NOTES_FILE, read_notes
from gui.training.run_notes_dialog import RunNotesDialog
from gui.training.run_table import RunTable
from gui.training.run_words import Column
from gui.window.message_bar import Level, MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers, write_finished_run: Any, trash: Path) -> TrainPage:
    """Give the page with two runs on the disk, `first` with three epochs and `second` with five."""
    write_finished_run("first", epochs=3)
    write_finished_run("second", epochs=5)
    made = TrainPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    qtbot.waitUntil(lambda: len(table_of(made).runs.runs) == 2)
    return made


@pytest.fixture
def trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the desktop a trash of its own for this test."""
    (tmp_path / "data").mkdir()
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return tmp_path / "data" / "Trash" / "files"


def table_of(page: TrainPage) -> RunTable:
    table = page.findChild(RunTable)
    assert table is not None
    return table


def names(page: TrainPage) -> set[str]:
    return {run.folder.name for run in table_of(page).runs.runs}


def select(page: TrainPage, name: str) -> None:
    """Select a run as a right click does: it is not the run in use thereby."""
    table = table_of(page)
    table._choosing = True
    table.setCurrentIndex(table.model().mapFromSource(table.runs.index(table.runs.row_of(runs_folder() / name), 0)))  # type: ignore[attr-defined]
    table._choosing = False


def act(page: TrainPage, name: str) -> None:
    action = page.findChild(QAction, name)
    assert action is not None
    assert action.isEnabled()
    action.trigger()


def message(page: TrainPage) -> MessageBar:
    return page.findChildren(MessageBar)[0]


def begin_training_of(session: Session, name: str) -> None:
    session.begin_training(TrainingSpecification(folder=Path("/pictures"), run=runs_folder() / name))


# ---------------------------------------------------------------------- open again


def test_a_run_that_is_opened_again_is_in_use_and_shows_its_curves_and_its_result(
    qtbot: QtBot, page: TrainPage, session: Session
) -> None:
    select(page, "second")

    with qtbot.waitSignal(session.run_selected) as selected:
        act(page, "reopen_run")

    assert selected.args == [runs_folder() / "second"]
    bar = page.findChild(QProgressBar, "training_progress")
    assert bar is not None
    qtbot.waitUntil(lambda: bar.format() == "second: finished after epoch 5")
    plot: Any = page.findChild(QWidget, "loss_plot")
    drawn = [item.xData for item in plot.getPlotItem().listDataItems() if item.xData is not None]
    assert list(drawn[0]) == [1, 2, 3, 4, 5]
    proof = page.findChild(QLabel, "freezing_proof")
    assert proof is not None
    assert proof.text() == "106 of 106 frozen layers unchanged"


def test_a_run_without_a_model_can_not_be_opened_and_says_why(
    qtbot: QtBot, page: TrainPage, session: Session, write_finished_run: Any
) -> None:
    write_finished_run("cut off", has_model=False)
    qtbot.waitUntil(lambda: len(names(page)) == 3)
    select(page, "cut off")

    with qtbot.assertNotEmitted(session.run_selected):
        act(page, "reopen_run")

    assert "“cut off” was broken off" in message(page).text


def test_a_damaged_run_is_in_the_table_and_says_what_is_wrong_and_the_others_open(
    qtbot: QtBot, page: TrainPage, session: Session, write_finished_run: Any
) -> None:
    write_finished_run("hurt")
    (runs_folder() / "hurt" / RECORD_FILE).write_text('{"class_names": 7}', encoding="utf-8")
    qtbot.waitUntil(lambda: any(run.damage for run in table_of(page).runs.runs))
    select(page, "hurt")

    with qtbot.assertNotEmitted(session.run_selected):
        act(page, "reopen_run")

    assert "run.json is damaged" in message(page).text
    select(page, "second")
    act(page, "reopen_run")
    assert session.run == runs_folder() / "second"


# ---------------------------------------------------------------------- compare


def test_ticked_runs_are_laid_over_the_one_on_show(qtbot: QtBot, page: TrainPage, session: Session) -> None:
    session.select_run(runs_folder() / "first")
    qtbot.waitUntil(lambda: table_of(page).selected_run is not None)
    select(page, "second")

    act(page, "compare_run")

    def legend() -> list[str]:
        return [name for one in page.findChildren(CurveLegend) for name, look in one.entries if look.run is not None]

    qtbot.waitUntil(lambda: legend() == ["first", "second"])

    act(page, "compare_run")
    qtbot.waitUntil(lambda: legend() == [])


def test_the_space_bar_ticks_and_return_opens(qtbot: QtBot, page: TrainPage, session: Session) -> None:
    select(page, "second")
    table = table_of(page)
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_Space)
    assert table.runs.compared == (runs_folder() / "second",)

    with qtbot.waitSignal(session.run_selected) as selected:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert selected.args == [runs_folder() / "second"]


def test_a_compared_run_that_changes_on_the_disk_is_drawn_anew_and_one_that_vanishes_goes(
    qtbot: QtBot, page: TrainPage, write_finished_run: Any
) -> None:
    select(page, "second")
    act(page, "compare_run")
    plot: Any = page.findChild(QWidget, "loss_plot")

    def last_epoch() -> float:
        drawn = [item.xData for item in plot.getPlotItem().listDataItems() if item.xData is not None]
        return max((float(x[-1]) for x in drawn if len(x)), default=0.0)

    qtbot.waitUntil(lambda: last_epoch() == 5.0)
    write_finished_run("second", epochs=8)
    qtbot.waitUntil(lambda: last_epoch() == 8.0)

    shutil.rmtree(runs_folder() / "second")
    qtbot.waitUntil(lambda: names(page) == {"first"})
    qtbot.waitUntil(lambda: last_epoch() == 0.0)


# ---------------------------------------------------------------------- notes


def test_notes_are_kept_however_the_dialog_is_closed(qtbot: QtBot, page: TrainPage) -> None:
    select(page, "first")
    act(page, "edit_run_notes")
    dialog = page.findChild(RunNotesDialog)
    assert dialog is not None
    text = dialog.findChild(QPlainTextEdit, "run_notes")
    assert text is not None

    qtbot.keyClicks(text, "with more pictures")
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    assert not dialog.isVisible()
    assert read_notes(runs_folder() / "first") == "with more pictures"
    table = table_of(page)
    qtbot.waitUntil(lambda: any(run.notes == "with more pictures" for run in table.runs.runs))


def test_notes_that_can_not_be_written_keep_the_dialog_open(qtbot: QtBot, page: TrainPage) -> None:
    select(page, "first")
    act(page, "edit_run_notes")
    dialog = page.findChild(RunNotesDialog)
    assert dialog is not None
    text, buttons = dialog.findChild(QPlainTextEdit, "run_notes"), dialog.findChild(QDialogButtonBox)
    assert text is not None
    assert buttons is not None
    qtbot.keyClicks(text, "words")
    shutil.rmtree(runs_folder() / "first")

    buttons.button(QDialogButtonBox.StandardButton.Close).click()

    assert dialog.isVisible()
    assert "can't be written" in dialog.findChildren(MessageBar)[0].text
    buttons.button(QDialogButtonBox.StandardButton.Close).click()
    assert not dialog.isVisible()
    assert not (runs_folder() / "first" / NOTES_FILE).exists()


# ---------------------------------------------------------------------- rename


def test_a_run_is_renamed_by_key_and_stays_in_use_and_compared(qtbot: QtBot, page: TrainPage, session: Session) -> None:
    session.select_run(runs_folder() / "first")
    qtbot.waitUntil(lambda: table_of(page).selected_run is not None)
    table = table_of(page)
    table.runs.compare([runs_folder() / "first"])
    table.setFocus()

    qtbot.keyClick(table, Qt.Key.Key_F2)
    editor = table.findChild(QLineEdit, "new_run_name")
    assert editor is not None
    editor.selectAll()
    qtbot.keyClicks(editor, "better")
    qtbot.keyClick(editor, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: session.run == runs_folder() / "better")
    qtbot.waitUntil(lambda: names(page) == {"better", "second"})
    assert read_run_record(runs_folder() / "better").state == "finished"
    assert table.runs.compared == (runs_folder() / "better",)


def test_a_name_that_is_taken_is_refused_in_a_sentence(page: TrainPage) -> None:
    table_of(page).runs.rename_wanted.emit(runs_folder() / "first", "second")

    assert message(page).level is Level.ERROR
    assert "“second”" in message(page).text
    assert (runs_folder() / "first" / RECORD_FILE).is_file()


@pytest.mark.parametrize("action", ["rename_run", "trash_run"])
def test_a_run_in_training_is_neither_renamed_nor_deleted(page: TrainPage, session: Session, action: str) -> None:
    begin_training_of(session, "first")
    select(page, "first")

    act(page, action)

    assert "is being trained" in message(page).text
    assert (runs_folder() / "first" / RECORD_FILE).is_file()
    assert table_of(page).findChild(QLineEdit, "new_run_name") is None


@pytest.mark.parametrize("action", ["rename_run", "trash_run"])
def test_a_run_that_another_window_trains_is_neither_renamed_nor_deleted(page: TrainPage, action: str) -> None:
    with in_training(runs_folder() / "first"):
        select(page, "first")
        act(page, action)

    assert "by another window" in message(page).text
    assert (runs_folder() / "first" / RECORD_FILE).is_file()


def test_a_run_that_another_window_renames_is_followed_and_what_is_asked_of_its_old_place_is_refused(
    qtbot: QtBot, page: TrainPage, session: Session
) -> None:
    first = runs_folder() / "first"
    session.select_run(first)
    extend = page.findChild(QPushButton, "extend_training")
    assert extend is not None
    qtbot.waitUntil(extend.isEnabled)

    rename = "import sys; from pathlib import Path; from gui.training.run_folder import rename_run; "
    rename += "rename_run(Path(sys.argv[1]), 'elsewhere')"
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3])}
    subprocess.run([sys.executable, "-c", rename, str(first)], env=environment, check=True)

    qtbot.waitUntil(lambda: names(page) == {"elsewhere", "second"})
    extend.click()
    qtbot.waitUntil(message(page).isVisible)
    assert f"{first} is not a run folder" in message(page).text
    assert not first.exists()


# ---------------------------------------------------------------------- trash


def test_a_run_is_moved_to_the_trash_by_key_and_it_is_said(qtbot: QtBot, page: TrainPage, trash: Path) -> None:
    select(page, "first")
    table_of(page).setFocus()

    qtbot.keyClick(table_of(page), Qt.Key.Key_Delete)

    assert message(page).text == "“first” was moved to the trash."
    assert (trash / "first" / RECORD_FILE).is_file()
    qtbot.waitUntil(lambda: names(page) == {"second"})


def test_it_is_said_when_the_run_in_use_goes_to_the_trash(page: TrainPage, session: Session) -> None:
    session.select_run(runs_folder() / "first")
    select(page, "first")

    act(page, "trash_run")

    assert "choose another one" in message(page).text


def test_without_a_trash_it_is_said_and_the_run_stays(
    page: TrainPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no folder").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "no folder"))
    select(page, "first")

    act(page, "trash_run")

    assert message(page).level is Level.ERROR
    assert "could not be moved to the trash" in message(page).text
    assert (runs_folder() / "first" / RECORD_FILE).is_file()


# ---------------------------------------------------------------------- file manager, access


class FileManager(QObject):
    """Takes the place of the desktop's file manager."""

    def __init__(self) -> None:
        super().__init__()
        self.shown: list[str] = []

    @Slot(QUrl)
    def show(self, url: QUrl) -> None:
        self.shown.append(url.toLocalFile())


def test_the_folder_of_a_run_is_shown_in_the_file_manager(page: TrainPage) -> None:
    manager = FileManager()
    QDesktopServices.setUrlHandler("file", manager, "show")  # type: ignore[arg-type]
    select(page, "first")

    act(page, "show_run_folder")

    QDesktopServices.unsetUrlHandler("file")
    assert manager.shown == [str(runs_folder() / "first")]


def test_without_a_selected_run_nothing_can_be_done(page: TrainPage) -> None:
    buttons = [button for button in page.findChildren(QToolButton) if button.objectName().endswith("_run_button")]

    assert len(buttons) >= 4
    assert not any(button.isEnabled() for button in buttons)
    assert all(button.accessibleName() and button.toolTip() for button in buttons)
    assert all(button.focusPolicy() & Qt.FocusPolicy.TabFocus for button in buttons)


def test_the_table_stays_a_sound_model_while_runs_come_and_go(
    qtbot: QtBot, page: TrainPage, write_finished_run: Any
) -> None:
    table = table_of(page)
    QAbstractItemModelTester(table.model(), QAbstractItemModelTester.FailureReportingMode.Fatal, table)

    write_finished_run("third", device="NVIDIA H100")

    qtbot.waitUntil(lambda: len(names(page)) == 3)
    row = table.runs.row_of(runs_folder() / "third")
    assert table.runs.index(row, Column.DEVICE).data() == "H100"
