"""Where one was when the window was closed is where one is at the next start, with a project and without."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.data.corrections import read_corrections
from core.network.freeze_plan import FreezePlan
from core.places import runs_folder, settings_folder
from core.project.open_project import make_project
from core.training.run_record import read_run_record
from gui.app import create_window
from gui.data.correction_history import CorrectionHistory
from gui.layers.plan_history import PlanHistory
from gui.training.settings_form import SettingsForm
from gui.window.main_window import MainWindow
from tests.gui.project.conftest import OpenWindow, desk_of, message_of, part, press, session_of

WriteRun = Callable[[Path, Path], Path]
PLAN = FreezePlan(frozenset({"conv5_block1_1_conv"}), True)


def _is_known(window: MainWindow) -> bool:
    session = session_of(window)
    return session.network is not None and session.scan is not None


@pytest.fixture
def work(qtbot: QtBot, insects: Path) -> Callable[[MainWindow, Path], None]:
    """Return what opens pictures, leaves one out, thaws a block, sets epochs, uses a run and goes to Layers."""

    def do(window: MainWindow, run: Path) -> None:
        session = session_of(window)
        session.open_folder(insects)
        qtbot.waitUntil(lambda: _is_known(window))
        part(window, CorrectionHistory).exclude([insects / "ants" / "0.png"])
        part(window, PlanHistory).change(PLAN, "thaw")
        part(window, SettingsForm).show_values(epochs=7, image_size=64)
        part(window, SettingsForm).name_run("the second")
        session.select_run(run)
        window.show_step("layers")

    return do


def _assert_as_it_was(qtbot: QtBot, window: MainWindow, insects: Path, run: Path) -> None:
    session = session_of(window)
    qtbot.waitUntil(lambda: session.plan == PLAN and session.scan is not None)
    form = part(window, SettingsForm)
    assert (session.folder, session.run, window.rail.step) == (insects, run, "layers")
    assert (form.values()["epochs"], form.values()["image_size"], form.run_name) == (7, 64, "the second")
    assert part(window, CorrectionHistory).corrections.excluded == {"ants/0.png"}


def test_without_a_project_all_is_as_it_was(
    qtbot: QtBot, open_window: OpenWindow, work: Callable[..., None], insects: Path, write_run: WriteRun
) -> None:
    # Given a window in which somebody has worked
    run = write_run(runs_folder() / "first", insects)
    window = open_window()
    work(window, run)
    # When it is closed at once, and the program started again
    window.close()
    again = open_window()
    # Then everything is as it was
    _assert_as_it_was(qtbot, again, insects, run)
    assert again.windowTitle() == "insects – Frostline"
    assert message_of(again) == ""
    # And a folder that is named at the start is opened without the rest
    again.close()
    other = open_window(insects / "ants")
    assert session_of(other).plan == FreezePlan()


def test_a_project_is_opened_again_where_it_was_left(
    qtbot: QtBot, open_window: OpenWindow, work: Callable[..., None], insects: Path, write_run: WriteRun, tmp_path: Path
) -> None:
    # Given a project that was worked in
    project = make_project(insects.parent / "mine.frostline")
    run = write_run(project / "runs" / "first", insects)
    window = open_window(project)
    assert window.windowTitle() == "mine – Frostline"
    work(window, run)
    window.close()
    # When the program is started again
    again = open_window()
    # Then it is in the project, where it was left, and new runs go into it
    _assert_as_it_was(qtbot, again, insects, run)
    assert again.windowTitle() == "mine – Frostline"
    assert session_of(again).place_for_runs == project / "runs"
    again.close()
    # When it is moved with its pictures, which lose their corrections on the way
    moved = insects.parent.rename(tmp_path / "there")
    for file in (moved / "insects" / ".frostline").iterdir():
        file.unlink()
    third = open_window()
    # Then the next start says that it is gone, and opened where it is now it goes on there
    assert "The project “mine” is not at" in message_of(third)
    desk_of(third).open(moved / "mine.frostline")
    _assert_as_it_was(qtbot, third, moved / "insects", moved / "mine.frostline" / "runs" / "first")
    assert read_corrections(moved / "insects").excluded == {"ants/0.png"}
    assert "they hold again" in message_of(third)


def test_what_was_open_is_not_noted_where_the_window_is_not_asked_to(qtbot: QtBot, frostline_home: Path) -> None:
    window = create_window()
    qtbot.addWidget(window)
    window.show_step("layers")
    window.close()

    assert not (settings_folder() / "last work.json").exists()


def test_a_damaged_note_is_kept_aside_and_of_an_empty_window_none_is_written(open_window: OpenWindow) -> None:
    settings_folder().mkdir(parents=True)
    (settings_folder() / "last work.json").write_text('{"frostline_project": 1, "page": 5}', encoding="utf-8")

    window = open_window()

    assert "it is kept as last work.json.damaged." in message_of(window)
    assert session_of(window).folder is None
    window.close()
    assert not (settings_folder() / "last work.json").exists()


def test_a_project_that_another_window_has_is_not_opened_by_itself(open_window: OpenWindow, tmp_path: Path) -> None:
    # Given a window with a project
    project = make_project(tmp_path / "mine.frostline")
    first = open_window(project)
    # When the program is started once more
    second = open_window()
    # Then the second window is empty and says why; asked for the project, it reads it and says so
    assert desk_of(second).project is None
    assert "“mine” is open in another window already" in message_of(second)
    desk_of(second).open(project)
    assert second.windowTitle() == "mine (read-only) – Frostline"
    assert session_of(second).runs_folder == project / "runs"
    assert session_of(second).place_for_runs == runs_folder()
    assert "new runs go to" in message_of(second)
    second.show_step("train")
    second.close()
    first.close()
    assert desk_of(open_window(project)).project is not None


def test_pictures_that_are_gone_are_found_again_by_the_user(
    qtbot: QtBot, open_window: OpenWindow, work: Callable[..., None], insects: Path, write_run: WriteRun, tmp_path: Path
) -> None:
    # Given a project whose pictures were moved away
    project = make_project(tmp_path / "mine.frostline")
    run = write_run(project / "runs" / "first", insects)
    window = open_window(project)
    work(window, run)
    window.close()
    elsewhere = insects.rename(tmp_path / "on a stick")
    # When it is opened
    again = open_window(project)
    # Then a sentence says what is missing; the run is there, and so is the page
    assert f"The folder of pictures “insects” is not at {insects} any more." in message_of(again)
    session = session_of(again)
    assert (session.folder, session.run, again.rail.step) == (None, run, "layers")
    # When nothing is done about it, it is remembered all the same
    again.close()
    third = open_window(project)
    assert "“insects” is not at" in message_of(third)
    # When the folder is found
    press(third, "Find the folder…")
    dialog = third.findChild(QFileDialog, "find_pictures_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(str(elsewhere))
    dialog.close()
    # Then it is open, and the run learnt from it
    assert session_of(third).folder == elsewhere
    assert part(third, CorrectionHistory).corrections.excluded == {"ants/0.png"}
    assert read_run_record(run).specification.folder == elsewhere
