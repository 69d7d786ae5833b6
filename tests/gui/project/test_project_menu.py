"""New, open, save as and close from the menu; each change is written soon; what goes wrong is said and costs naught."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QMenu, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from core.data.corrections import Corrections, write_corrections
from core.errors import FrostlineError
from core.places import runs_folder
from core.project.contents import ProjectContents
from core.project.noted_path import find_path, note_path
from core.project.open_project import make_project
from core.project.project_file import PROJECT_FILE, read_project
from core.training.specification import TrainingSpecification
from gui.data.correction_history import CorrectionHistory
from gui.layers.plan_history import PlanHistory
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings
from tests.gui.project.conftest import OpenWindow, desk_of, message_of, part, press, session_of, windows

WriteRun = Callable[[Path, Path], Path]


def _choose(window: MainWindow, name: str, path: Path) -> None:
    dialog = window.findChild(QFileDialog, name)
    assert dialog is not None
    line = dialog.findChild(QLineEdit, "fileNameEdit")
    assert line is not None
    line.setText(str(path))
    dialog.accept()


def _drop(window: MainWindow, folder: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(folder))])
    middle, copy = window.rect().center(), Qt.DropAction.CopyAction
    held = (mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(middle, copy, *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(middle), copy, *held))


def _page_noted(project: Path) -> str:
    try:
        return read_project(project).page
    except FrostlineError:
        return ""


def test_a_new_project_is_opened_in_an_empty_window_and_each_change_is_written(
    qtbot: QtBot, open_window: OpenWindow, insects: Path, write_run: WriteRun, tmp_path: Path
) -> None:
    # Given a window in which nothing is open
    window = open_window()
    assert not window.actions_by_name["close_project"].isEnabled()
    # When a new project is made from the menu
    window.actions_by_name["new_project"].trigger()
    _choose(window, "save_project_dialog", tmp_path / "mine")
    project = tmp_path / "mine.frostline"
    # Then it is open in the same window
    assert windows() == [window]
    assert window.windowTitle() == "mine – Frostline"
    # When something is done, and then nothing
    session = session_of(window)
    session.open_folder(insects)
    part(window, SettingsForm).show_values(epochs=9)
    qtbot.waitUntil(lambda: session.network is not None and session.scan is not None)
    part(window, CorrectionHistory).exclude([insects / "bees" / "1.png"])
    window.show_step("train")
    # Then it is written without anybody asking for it
    qtbot.waitUntil(lambda: _page_noted(project) == "train")
    noted = read_project(project)
    assert noted.settings["epochs"] == 9
    assert noted.corrections is not None
    assert noted.corrections.excluded == {"bees/1.png"}
    assert noted.pictures is not None
    assert find_path(noted.pictures, project) == insects
    # And a run that the command line puts into the project is listed
    write_run(project / "runs" / "by command", insects)
    window.show_step("data")
    window.show_step("train")
    table = window.findChild(QTableView, "run_table")
    assert table is not None
    qtbot.waitUntil(lambda: table.model().rowCount() == 1)


def test_what_is_open_becomes_a_project_with_copies_of_its_runs(
    qtbot: QtBot, open_window: OpenWindow, insects: Path, write_run: WriteRun, tmp_path: Path
) -> None:
    # Given work without a project: a run of the open pictures in use, and one of others
    mine = write_run(runs_folder() / "mine", insects)
    write_run(runs_folder() / "of others", tmp_path / "others")
    window = open_window()
    session = session_of(window)
    session.open_folder(insects)
    session.select_run(mine)
    # When it is saved as a project
    window.actions_by_name["save_project_as"].trigger()
    project = insects.parent / "insects.frostline"
    _choose(window, "save_project_dialog", project)
    qtbot.waitUntil(lambda: desk_of(window).project is not None)
    # Then the window goes on in it, with the copy of the run
    assert windows() == [window]
    assert window.windowTitle() == "insects – Frostline"
    assert session.run == project / "runs" / "mine"
    assert [one.name for one in (project / "runs").iterdir()] == ["mine"]
    assert (mine / "model.keras").is_file()
    assert "with a copy of the run" in message_of(window)
    assert session.place_for_runs == project / "runs"
    window.show_step("export")
    qtbot.waitUntil(lambda: _page_noted(project) == "export")
    noted = read_project(project)
    assert noted.pictures is not None
    assert noted.pictures.beside == "../insects"
    # And nothing is written over another, nor among the pictures
    desk_of(window).save_as(project)
    assert "exists already" in message_of(window)
    desk_of(window).save_as(insects / "mine.frostline")
    assert "would be taken for a class" in message_of(window)
    assert not (insects / "mine.frostline").exists()


def test_another_project_is_opened_in_a_window_of_its_own_in_place_of_the_first(
    qtbot: QtBot, open_window: OpenWindow, insects: Path, tmp_path: Path
) -> None:
    # Given a window with a project
    first, second = make_project(tmp_path / "first.frostline"), make_project(tmp_path / "second.frostline")
    window = open_window(first)
    session_of(window).open_folder(insects)
    # When another is dropped on it
    _drop(window, second)
    # Then a window with nothing of the first takes its place, and what was done there is kept
    qtbot.waitUntil(lambda: [one.windowTitle() for one in windows()] == ["second – Frostline"])
    (other,) = windows()
    assert session_of(other).folder is None
    noted = read_project(first).pictures
    assert noted is not None
    assert find_path(noted, first) == insects
    # When the second is closed, an empty window is left, and the next start begins with nothing
    other.actions_by_name["close_project"].trigger()
    qtbot.waitUntil(lambda: [one.windowTitle() for one in windows()] == ["Frostline"])
    assert WindowSettings().last_project is None
    recent = windows()[0].findChild(QMenu, "recent_projects")
    assert recent is not None
    recent.aboutToShow.emit()
    assert [one.text() for one in recent.actions()][:2] == [str(second), str(first)]
    # And both are offered where one begins: pressed there, it is open again
    offered = [one for one in windows()[0].page("data").findChildren(QPushButton) if one.text() in {"first", "second"}]
    assert [one.toolTip() for one in offered] == [str(second), str(first)]
    offered[1].click()
    qtbot.waitUntil(lambda: [one.windowTitle() for one in windows()] == ["first – Frostline"])


def test_work_under_way_is_not_cut_short(qtbot: QtBot, open_window: OpenWindow, insects: Path, tmp_path: Path) -> None:
    # Given a training under way in a project
    first, second = make_project(tmp_path / "first.frostline"), make_project(tmp_path / "second.frostline")
    window = open_window(first)
    session_of(window).open_folder(insects)
    part(window, TrainPage).train(
        TrainingSpecification(folder=insects, run=first / "runs" / "until stopped", weights="random")
    )
    qtbot.waitUntil(lambda: session_of(window).training is not None)
    # When the project is to be closed or saved as another
    desk_of(window).close_project()
    assert "Training is under way: the project can't be closed now." in message_of(window)
    desk_of(window).save_as(tmp_path / "third.frostline")
    assert "can't be saved as another project now" in message_of(window)
    # Then it goes on; another project is opened beside it
    desk_of(window).open(second)
    qtbot.waitUntil(lambda: {one.windowTitle() for one in windows()} == {"first – Frostline", "second – Frostline"})
    assert session_of(window).training is not None


def test_a_plan_of_another_network_and_a_file_that_can_not_be_written_are_told(
    qtbot: QtBot, open_window: OpenWindow, tmp_path: Path
) -> None:
    # Given a project whose plan names no layer of its network
    project = make_project(tmp_path / "mine.frostline", ProjectContents(thaw="conv9"))
    window = open_window(project)
    # Then that is said, and kept before it is written over
    qtbot.waitUntil(lambda: "The freeze plan of this project can't be used" in message_of(window))
    assert "It is still in project.json.kept." in message_of(window)
    assert '"conv9"' in (project / "project.json.kept").read_text(encoding="utf-8")
    assert not part(window, PlanHistory).canUndo()
    # Given that the file can't be replaced: a folder is in its place
    qtbot.waitUntil(lambda: _page_noted(project) == "data")
    (project / PROJECT_FILE).unlink()
    (project / PROJECT_FILE).mkdir()
    # When something is changed
    window.show_step("layers")
    # Then it is said
    qtbot.waitUntil(lambda: "The project can't be written to" in message_of(window))
    # When it can be written again, and something is changed
    (project / PROJECT_FILE).rmdir()
    window.show_step("train")
    # Then that is said too
    qtbot.waitUntil(lambda: "could be written again" in message_of(window))
    assert _page_noted(project) == "train"


def test_a_damaged_project_and_one_that_is_none_are_told(open_window: OpenWindow, tmp_path: Path) -> None:
    project = make_project(tmp_path / "mine.frostline")
    (project / PROJECT_FILE).write_text("{", encoding="utf-8")

    window = open_window(project)
    assert "it is kept as project.json.damaged. Its runs are there" in message_of(window)
    assert (project / "project.json.damaged").read_text(encoding="utf-8") == "{"
    desk_of(window).open(tmp_path / "gone.frostline")
    assert "There is no project in" in message_of(window)
    desk_of(window).make(project)
    assert "exists already" in message_of(window)
    desk_of(window).open(project)
    assert "“mine” is open already" in message_of(window)


def test_corrections_that_differ_are_asked_about(qtbot: QtBot, open_window: OpenWindow, insects: Path) -> None:
    # Given a project that remembers other corrections than its pictures have
    kept = Corrections(excluded=frozenset({"ants/0.png"}))
    project = insects.parent / "mine.frostline"
    make_project(project, ProjectContents(pictures=note_path(insects, project), corrections=kept))
    write_corrections(insects, Corrections(excluded=frozenset({"bees/0.png"})))
    window = open_window(project)
    assert "corrected otherwise than this project remembers. It has 1 picture left out." in message_of(window)
    # When nobody has answered, the project's are kept
    window.show_step("layers")
    qtbot.waitUntil(lambda: _page_noted(project) == "layers")
    assert read_project(project).corrections == kept
    # When both are wanted
    press(window, "Use both")
    # Then both hold, in the folder and in the project
    qtbot.waitUntil(lambda: read_project(project).corrections != kept)
    both = part(window, CorrectionHistory).corrections
    assert both.excluded == {"ants/0.png", "bees/0.png"}
    assert read_project(project).corrections == both
