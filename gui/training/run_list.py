"""Reading the runs that are on disk, away from the window's thread.

`read_runs` is a plain function over folders; `RunListReader` has it done by a thread of a pool and tells when it is
done. What is shown of a run is `gui.training.run_table_model`'s concern.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.errors import FrostlineError, UnusableInput
from core.network.backbones import DEFAULT
from core.training.run_lock import is_in_training
from core.training.run_record import MODEL_FILE, RECORD_FILE, RunRecord, read_run_record
from gui.training.run_folder import NOTES_FILE, read_notes


@dataclass(frozen=True, kw_only=True)
class RunSummary:
    """What the table knows of a run. `modified` is the time stamp of run.json, by which a change is noticed.

    noted: that of its notes, 0 without any. device: what it was trained on, in words. backbone: its name.
    has_model: whether there is a model to use; not so while a training runs, or when it was cut off.
    in_training: whether some process trains it now, of this window or of another.
    damage: what is wrong with run.json, in a sentence; '' when it can be read, and only then the rest says something.
    """

    folder: Path
    modified: int
    plan: str
    epochs: int
    best_epoch: int
    val_accuracy: float | None
    seconds: float
    created: datetime
    state: str
    has_model: bool
    in_training: bool = False
    device: str = ""
    backbone: str = DEFAULT.name
    notes: str = ""
    noted: int = 0
    damage: str = ""

    @property
    def broken_off(self) -> bool:
        """Whether its training can be resumed: it is not over, and nobody is at it."""
        return self.state == "running" and not self.in_training


def read_runs(parent: Path, others: Iterable[Path], known: Mapping[Path, RunSummary]) -> tuple[RunSummary, ...]:
    """Return the runs in the folder `parent`, and those of `others` elsewhere, the newest first.

    known: what was read before; a run whose run.json has not changed since is not read again. Folders that are not
    runs, or can't be entered, are left out; a run whose run.json is damaged is listed with what is wrong.
    """
    folders = {folder.resolve(): folder for folder in [*_folders_in(parent), *others]}
    found = [one for folder in folders.values() if (one := _summary(folder, known.get(folder))) is not None]
    return tuple(sorted(found, key=lambda run: run.created.timestamp(), reverse=True))


def _folders_in(parent: Path) -> list[Path]:
    try:
        return [path for path in parent.iterdir() if path.is_dir() and not path.name.startswith(".")]
    except OSError:
        return []


def _summary(folder: Path, known: RunSummary | None) -> RunSummary | None:
    try:
        modified, noted = (folder / RECORD_FILE).stat().st_mtime_ns, _noted(folder)
        if known is not None and (known.modified, known.noted) == (modified, noted):
            return _with_training(known)
    except OSError:
        return None
    try:
        return _summary_of(read_run_record(folder), folder, modified, noted)
    except (UnusableInput, ValueError, OverflowError, OSError) as error:  # of the last three: a date that can't be
        is_there = (folder / RECORD_FILE).is_file()  # rather than gone meanwhile
        return _damaged(folder, modified, noted, str(error)) if is_there else None


def _with_training(run: RunSummary) -> RunSummary:
    """Return what is known of a run whose record is the same, with whether it is in training now."""
    in_training = run.state == "running" and is_in_training(run.folder)
    return run if in_training == run.in_training else dataclasses.replace(run, in_training=in_training)


def _noted(folder: Path) -> int:
    try:
        return (folder / NOTES_FILE).stat().st_mtime_ns
    except OSError:
        return 0


def _summary_of(record: RunRecord, folder: Path, modified: int, noted: int) -> RunSummary:
    return RunSummary(
        folder=folder,
        modified=modified,
        plan=record.specification.thaw,
        epochs=len(record.history),
        best_epoch=record.best_epoch,
        val_accuracy=record.val_accuracy,
        seconds=record.seconds.total,
        created=datetime.fromisoformat(record.created).astimezone(),
        state=record.state,
        has_model=(folder / MODEL_FILE).is_file(),
        in_training=record.state == "running" and is_in_training(folder),
        device=record.device,
        backbone=record.specification.backbone,
        notes=_notes(folder) if noted else "",
        noted=noted,
    )


def _damaged(folder: Path, modified: int, noted: int, why: str) -> RunSummary:
    return RunSummary(
        folder=folder,
        modified=modified,
        plan="",
        epochs=0,
        best_epoch=0,
        val_accuracy=None,
        seconds=0.0,
        created=datetime.fromtimestamp(modified / 1e9).astimezone(),
        state="damaged",
        has_model=False,
        notes=_notes(folder) if noted else "",
        noted=noted,
        damage=why,
    )


def _notes(folder: Path) -> str:
    """Return the notes of a run; none where they can't be read, which costs the run its tool tip and nothing else."""
    try:
        return read_notes(folder)
    except FrostlineError:
        return ""


class RunListReader(QObject):
    """Reads the list of runs in a thread. A wish that comes while one is being answered is answered after it."""

    runs_read = Signal(object)  # tuple[RunSummary, ...]

    def __init__(self, *, runs_folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs_folder = runs_folder
        self._others: set[Path] = set()
        self._known: dict[Path, RunSummary] = {}
        self._reading = False
        self._again = False
        self._done = _Done()
        self._done.runs_read.connect(self._on_reading_done)

    def change_folder(self, runs_folder: Path) -> None:
        """List the runs of another folder from the next reading on."""
        self._runs_folder = runs_folder

    def also_list(self, run: Path) -> None:
        """List this run too, wherever it is."""
        self._others.add(run)

    def read(self) -> None:
        """Read the list anew; `runs_read` follows."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        done, request = self._done, (self._runs_folder, frozenset(self._others), dict(self._known))
        QThreadPool.globalInstance().start(lambda: done.runs_read.emit(read_runs(*request)))

    def _on_reading_done(self, runs: tuple[RunSummary, ...]) -> None:
        self._reading = False
        self._known = {run.folder: run for run in runs}
        self.runs_read.emit(runs)
        if self._again:
            self._again = False
            self.read()


class _Done(QObject):
    """Carries answers from the pool's threads to the window's; it outlives the reader while a reading needs it."""

    runs_read = Signal(object)
