"""Corrections of the open folder: written at once, undone and done again, counted without a scan, shared by windows."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from pytestqt.qtbot import QtBot

from core.data.corrections import CORRECTIONS_FILE, Corrections, FileCorrection, read_corrections, update_corrections
from core.data.scan import scan_folder
from core.data.sidecar import inside
from core.job_control import JobControl
from core.messages import FolderScan
from gui.data.correction_history import CorrectionHistory
from gui.data.disk_changes import DiskChanges
from gui.session import Session


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FROSTLINE_HOME", str(tmp_path / "home"))


@pytest.fixture
def insects(tmp_path: Path) -> Path:
    """A folder of ants and bees, three pictures each."""
    folder = tmp_path / "insects"
    for name in ("ants", "bees"):
        (folder / name).mkdir(parents=True)
        for number in range(3):
            Image.new("RGB", (8, 8), (80 * number, 200 * (name == "ants"), 9)).save(folder / name / f"{number}.png")
    return folder


@pytest.fixture
def history(qtbot: QtBot, session: Session, insects: Path) -> Iterator[CorrectionHistory]:
    made = CorrectionHistory(session=session, parent=session)
    session.open_folder(insects)
    session.set_scan(scan_folder(insects, JobControl()))
    yield made
    # On this thread: what watches files may not be collected by the thread that copies.
    shiboken6.delete(made)


def counts(session: Session) -> dict[str, tuple[int, int]]:
    assert session.scan is not None
    return {one.class_name: (one.images, one.excluded) for one in session.scan.classes}


def scanned(folder: Path) -> FolderScan:
    return scan_folder(folder, JobControl())


def test_pictures_are_left_out_and_included_again(
    history: CorrectionHistory, session: Session, insects: Path, qtbot: QtBot
) -> None:
    files = [insects / "ants" / "0.png", insects / "bees" / "2.png"]

    with qtbot.waitSignal(history.corrected):
        history.exclude(files)
    assert counts(session) == {"ants": (2, 1), "bees": (2, 1)}
    assert read_corrections(insects).excluded == {"ants/0.png", "bees/2.png"}
    assert session.scan == scanned(insects)

    history.include(files[:1])
    assert counts(session) == {"ants": (3, 0), "bees": (2, 1)}
    assert history.stack.undoText() == "include 1 picture again"


def test_a_picture_changes_its_class_and_returns(history: CorrectionHistory, session: Session, insects: Path) -> None:
    file = insects / "ants" / "1.png"

    history.change_class([file], "bees")
    assert counts(session) == {"ants": (2, 0), "bees": (4, 0)}
    assert session.scan == scanned(insects)
    history.change_class([file], "wasps")
    assert counts(session) == {"ants": (2, 0), "bees": (3, 0), "wasps": (1, 0)}
    assert session.scan == scanned(insects)

    history.change_class([file], "ants")
    assert read_corrections(insects) == Corrections()
    assert counts(session) == {"ants": (3, 0), "bees": (3, 0)}


def test_every_change_is_undone_and_done_again(history: CorrectionHistory, session: Session, insects: Path) -> None:
    file = insects / "ants" / "1.png"
    history.change_class([file], "bees")
    history.exclude([file, insects / "bees" / "0.png"])
    assert history.stack.undoText() == "leave out 2 pictures"

    history.stack.undo()
    assert counts(session) == {"ants": (2, 0), "bees": (4, 0)}
    history.stack.undo()
    assert counts(session) == {"ants": (3, 0), "bees": (3, 0)}
    assert read_corrections(insects) == Corrections()
    history.stack.redo()
    history.stack.redo()
    assert counts(session) == {"ants": (2, 0), "bees": (2, 2)}
    assert session.scan == scanned(insects)


def test_what_is_so_already_makes_no_entry(history: CorrectionHistory, insects: Path) -> None:
    history.include([insects / "ants" / "0.png"])
    history.change_class([insects / "ants" / "0.png"], "ants")

    assert history.stack.count() == 0


def test_pictures_from_elsewhere_join_a_class_as_copies(
    history: CorrectionHistory, session: Session, insects: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = tmp_path / "photo.png"
    Image.new("RGB", (9, 9), "white").save(photo)
    (tmp_path / "notes.png").write_text("no picture")

    with qtbot.waitSignal(history.failed) as failed, qtbot.waitSignal(history.collected) as collected:
        history.add([photo, tmp_path / "notes.png", insects / "ants" / "0.png"], "bees")

    assert failed.args is not None
    assert "notes.png can't be used" in failed.args[0].message
    assert collected.args is not None
    class_name, (name,) = collected.args
    assert class_name == "bees"
    assert (insects / name).read_bytes() == photo.read_bytes()
    assert counts(session) == {"ants": (2, 0), "bees": (5, 0)}
    assert session.scan == scanned(insects)

    history.stack.undo()
    assert counts(session)["bees"] == (4, 0)
    assert session.scan == scanned(insects)
    history.stack.redo()
    assert session.scan == scanned(insects)


def test_a_picture_that_was_collected_before_changes_its_class(
    history: CorrectionHistory, session: Session, insects: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    photo = tmp_path / "photo.png"
    Image.new("RGB", (9, 9), "white").save(photo)
    for class_name in ("bees", "ants"):
        with qtbot.waitSignal(history.collected):
            history.add([photo.read_bytes()], class_name)

    assert counts(session) == {"ants": (4, 0), "bees": (3, 0)}
    history.stack.undo()
    assert counts(session) == {"ants": (3, 0), "bees": (4, 0)}


def test_what_another_window_writes_is_noticed_and_kept(
    history: CorrectionHistory, session: Session, insects: Path, qtbot: QtBot
) -> None:
    history.exclude([insects / "ants" / "0.png"])

    update_corrections(insects, {"bees/0.png": FileCorrection(excluded=True)})
    qtbot.waitUntil(lambda: counts(session) == {"ants": (2, 1), "bees": (2, 1)})
    history.stack.undo()

    assert read_corrections(insects).excluded == {"bees/0.png"}


def test_a_damaged_file_is_told_of_when_the_folder_is_opened(
    history: CorrectionHistory, session: Session, insects: Path, qtbot: QtBot
) -> None:
    inside(insects).mkdir()
    (inside(insects) / CORRECTIONS_FILE).write_text("{")

    with qtbot.waitSignal(history.failed) as failed:
        session.open_folder(insects)

    assert failed.args is not None
    assert failed.args[0].kind == "corrections_damaged"
    assert history.corrections == Corrections()


def test_a_change_that_can_not_be_kept_makes_no_entry(
    history: CorrectionHistory, session: Session, insects: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    inside(insects).write_text("in the way")
    (tmp_path / "home" / "data").mkdir(parents=True, exist_ok=True)
    corrections = tmp_path / "home" / "data" / "corrections"
    for file in corrections.iterdir() if corrections.exists() else ():
        file.unlink()
    if corrections.exists():
        corrections.rmdir()
    corrections.write_text("in the way too")

    with qtbot.waitSignal(history.failed):
        history.exclude([insects / "ants" / "0.png"])

    assert history.stack.count() == 0
    assert counts(session) == {"ants": (3, 0), "bees": (3, 0)}


def test_another_folder_has_a_history_of_its_own(
    history: CorrectionHistory, session: Session, insects: Path, tmp_path: Path
) -> None:
    history.exclude([insects / "ants" / "0.png"])

    session.open_folder(insects)
    assert history.stack.count() == 1
    session.open_folder(tmp_path)
    assert history.stack.count() == 0
    assert history.corrections == Corrections()


def test_folders_inside_classes_become_classes_where_that_is_wanted(
    history: CorrectionHistory, insects: Path, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(history.reading_changed):
        history.read_inner_folders(True)
    with qtbot.assertNotEmitted(history.reading_changed):
        history.read_inner_folders(True)

    assert read_corrections(insects).inner_classes


def test_what_stands_in_the_way_of_training_is_told_at_once(
    history: CorrectionHistory, session: Session, insects: Path
) -> None:
    history.exclude([insects / "ants" / f"{number}.png" for number in range(3)])
    assert session.scan is not None
    (obstacle,) = session.scan.obstacles
    assert obstacle == "Every image of the class 'ants' that can be used is left out: include some again."
    assert session.scan == scanned(insects)

    history.include([insects / "ants" / "0.png"])
    assert session.scan.obstacles == ()
    history.change_class([insects / "ants" / "0.png"], "bees")
    assert session.scan == scanned(insects)
    assert session.scan.obstacles
    history.stack.undo()
    assert session.scan.obstacles == ()


def test_files_that_can_not_be_trashed_are_told_of_in_one_sentence(
    history: CorrectionHistory, insects: Path, qtbot: QtBot
) -> None:
    disk = DiskChanges(history=history, parent=history)
    gone = [insects / "ants" / "never.png", insects / "bees" / "never.png"]

    with qtbot.waitSignal(disk.failed) as failed:
        disk.trash(gone)

    (failure,) = failed.args
    assert failure.message.startswith(f"2 pictures can't be moved to the trash, such as {gone[0]}")
    assert "Leave them out (Del)" in failure.hint
    assert history.stack.count() == 0
