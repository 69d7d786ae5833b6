"""A disk that is full while the window writes: settings, corrections, collected pictures, tables, notes, plots.

What stood there before stands there afterwards, bit for bit; a sentence names the file; with room again the same is
written. The limit is this process's own: no file may grow.
"""

from __future__ import annotations

import resource
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import shiboken6
from PIL import Image
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from core.data.collection import add_to_collection, list_collection
from core.data.corrections import FileCorrection, read_corrections, update_corrections
from core.data.scan import scan_folder
from core.data.sidecar import elsewhere
from core.errors import FrostlineError
from core.job_control import JobControl
from core.messages import EpochFinished
from core.prediction.prediction_table import PredictionRow, write_predictions
from core.training.specification import TrainingSpecification
from gui.data.correction_history import CorrectionHistory
from gui.session import Session
from gui.training.curves import TrainingCurves
from gui.training.run_folder import read_notes, write_notes
from gui.training.training_state import TrainingState
from gui.window.settings import WindowSettings
from tests.faults.whole import leftovers


@contextmanager
def no_room() -> Iterator[None]:
    """Let no file of this process grow: writing fails with EFBIG."""
    _, highest = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (highest, highest))


def contents(folder: Path) -> dict[str, bytes]:
    return {str(one.relative_to(folder)): one.read_bytes() for one in folder.rglob("*") if one.is_file()}


def draw(file: Path) -> Path:
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.effect_noise((30, 20), 20.0 + len(file.name)).save(file)
    return file


def save_as(curves: TrainingCurves, what: str, file: Path) -> None:
    """Answer the dialog in which the file for a plot is chosen."""
    action = curves.findChild(QAction, f"save_{what}_of_loss_plot")
    assert action is not None
    action.trigger()
    dialog = curves.findChildren(QFileDialog, f"save_{what}_dialog")[-1]
    dialog.fileSelected.emit(str(file))


def table(file: Path) -> None:
    write_predictions([PredictionRow(source=f"{file.exists()}.png", top=(("ants", 0.5),))], file)


def notes(file: Path) -> None:
    write_notes(file.parent, f"a second word: {bool(read_notes(file.parent))}")


@pytest.fixture
def session() -> Session:
    return Session()


@pytest.fixture
def history(session: Session) -> Iterator[CorrectionHistory]:
    made = CorrectionHistory(session=session)
    yield made
    shiboken6.delete(made)


@pytest.mark.parametrize(("name", "write"), [("table.csv", table), ("notes.txt", notes)])
def test_a_file_that_finds_no_room_is_told_and_the_one_before_it_stays(
    tmp_path: Path, name: str, write: Callable[[Path], None]
) -> None:
    file = tmp_path / name
    write(file)
    before = contents(tmp_path)

    with no_room(), pytest.raises(FrostlineError) as refused:
        write(file)

    assert str(file) in refused.value.message
    assert refused.value.hint
    assert contents(tmp_path) == before
    write(file)
    assert contents(tmp_path) != before


@pytest.mark.parametrize("suffix", [".svg", ".png", ".csv"])
def test_a_plot_that_finds_no_room_is_told_and_the_one_before_it_stays(
    qtbot: QtBot, tmp_path: Path, suffix: str
) -> None:
    # Given plots of a run, and a file of one of them
    curves = TrainingCurves(settings=WindowSettings(tmp_path / "window.ini"))
    qtbot.addWidget(curves)
    state = TrainingState.begun(TrainingSpecification(folder=Path("ants"), run=Path("runs/first")))
    for number in (1, 2):
        state.take(
            EpochFinished(
                epoch=number, loss=0.5, accuracy=0.9, val_loss=0.7, val_accuracy=0.8, learning_rate=1e-3, seconds=0.2
            )
        )
    curves.show_state(state)
    file = tmp_path / "plots" / f"loss{suffix}"
    file.parent.mkdir()
    file.write_bytes(b"an older one")
    what = "values" if suffix == ".csv" else "picture"

    # When it is to be replaced on a full disk
    with no_room(), qtbot.waitSignal(curves.failed) as failed:
        save_as(curves, what, file)

    # Then it is whole and the older one
    assert str(file) in failed.args[0].message
    assert contents(file.parent) == {file.name: b"an older one"}
    with qtbot.waitSignal(curves.saved):
        save_as(curves, what, file)
    assert file.stat().st_size > 50


def test_a_correction_that_finds_no_room_is_told_and_counts_neither_now_nor_tomorrow(
    qtbot: QtBot, history: CorrectionHistory, session: Session, tmp_path: Path
) -> None:
    # Given a folder of which a picture is left out
    folder = tmp_path / "pictures"
    for number in range(2):
        draw(folder / "ants" / f"{number}.png")
    session.open_folder(folder)
    session.set_scan(scan_folder(folder, JobControl()))
    history.exclude([folder / "ants" / "0.png"])
    before = contents(folder)

    # When another is to be left out on a full disk
    with no_room(), qtbot.waitSignal(history.failed) as failed:
        history.exclude([folder / "ants" / "1.png"])

    # Then that is told with the place, nothing is undone that was not done, and the first one is left out still
    assert str(folder) in failed.args[0].message
    assert "nothing was changed" in failed.args[0].message
    assert contents(folder) == before
    assert history.stack.count() == 1
    assert read_corrections(folder).excluded == {"ants/0.png"}
    history.exclude([folder / "ants" / "1.png"])
    assert read_corrections(folder).excluded == {"ants/0.png", "ants/1.png"}


def test_a_collected_picture_that_finds_no_room_is_told_and_not_listed(tmp_path: Path, frostline_home: Path) -> None:
    folder, other = tmp_path / "pictures", draw(tmp_path / "other.png")
    draw(folder / "ants" / "0.png")

    with no_room(), pytest.raises(FrostlineError, match="can't be kept"):
        add_to_collection(folder, other, "ants")

    assert list_collection(folder) == {}
    assert leftovers(tmp_path, frostline_home) == []
    add_to_collection(folder, other, "ants")
    assert len(list_collection(folder)["ants"]) == 1


@pytest.mark.parametrize("stuck", ["lock", "older file"])
def test_corrections_with_a_home_that_can_not_be_written_are_told(
    tmp_path: Path, frostline_home: Path, stuck: str
) -> None:
    # Given a folder whose place in the user's home is in a bad way
    folder = tmp_path / "pictures"
    draw(folder / "ants" / "0.png")
    place = elsewhere(folder)
    place.parent.mkdir(parents=True)
    (place.with_suffix(".lock") if stuck == "lock" else place / "corrections.json" / "x").mkdir(parents=True)

    with pytest.raises(FrostlineError) as refused:
        update_corrections(folder, {"ants/0.png": FileCorrection(excluded=True)})

    assert refused.value.hint
    assert str(folder) in refused.value.message or str(place) in refused.value.message


def test_settings_that_find_no_room_are_as_they_were_and_are_written_when_there_is_some(tmp_path: Path) -> None:
    # Given settings of yesterday
    file = tmp_path / "window.ini"
    yesterday = WindowSettings(file)
    yesterday.keep_folder(tmp_path / "one")
    del yesterday
    before = file.read_bytes()

    # When today's are written on a full disk
    today = WindowSettings(file)
    with no_room():
        today.keep_geometry(QByteArray(b"x" * 4000))
        today.keep_pixel_limit(1_000_000)
        today.keep_folder(tmp_path / "two")

    # Then yesterday's are whole, and today's hold in this window, and are written with room again
    assert contents(tmp_path) == {"window.ini": before}
    assert today.remembered_folders[0] == tmp_path / "two"
    today.keep_folder(tmp_path / "three")
    assert [one.name for one in WindowSettings(file).remembered_folders] == ["three", "two", "one"]
    assert WindowSettings(file).pixel_limit == 1_000_000
