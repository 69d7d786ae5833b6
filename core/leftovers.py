"""What processes that died left in the store, in runs and beside exports, and what the next start makes of it.

Nothing that a living process works on is touched. What lies beside a data folder is seen to when that is scanned, and
whatever is written again to the same place at that moment (`core.whole_files`).
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from pathlib import Path

from core.errors import UnusableInput
from core.features.store import remove_abandoned_files
from core.job_control import JobControl
from core.places import corrections_folder, feature_store_folder, runs_folder, sample_pictures_folder
from core.training.checkpoint import CHECKPOINT_FOLDER
from core.training.run_leftovers import TENSORBOARD_FOLDER, clear_up_run
from core.training.run_lock import LOCK_FILE, in_training
from core.training.run_record import RECORD_FILE, read_run_record
from core.whole_files import is_leftover, remove_leftovers

#: What was made so short a time ago may be about to be filled.
_SETTLED_AFTER_SECONDS = 60.0


def see_to_leftovers(control: JobControl, *, runs: Path | None = None) -> None:
    """Remove or finish what is left of processes that died. Places that can't be read are passed over.

    runs: a folder of runs that is seen to beside the usual one.

    Raises:
        Stopped: the user closed the window.

    """
    see_to_exports()
    control.raise_if_stopped()
    remove_abandoned_files(feature_store_folder())
    for folder in (sample_pictures_folder().parent, *_folders_in(corrections_folder())):
        remove_leftovers(folder)
    for run in dict.fromkeys((*_folders_in(runs_folder()), *(() if runs is None else _folders_in(runs)))):
        control.raise_if_stopped()
        see_to_run(run)


def see_to_run(run: Path) -> None:
    """Clear up in the folder of a run that nobody trains; what a training can go on from stays."""
    with suppress(OSError, UnusableInput):
        names = {one.name for one in run.iterdir()}
        if not _is_worth_locking(run, names):
            return
        with in_training(run):
            clear_up_run(run)
            if _is_over(run):
                shutil.rmtree(run / CHECKPOINT_FOLDER, ignore_errors=True)


def see_to_exports() -> None:
    """Finish or remove what killed exports left in the folders of their destinations."""
    from core.export.journal import see_to_killed_exports

    see_to_killed_exports(_clear_up_export)


def _clear_up_export(destination: Path) -> bool:
    """Clear up beside a destination, and return whether nothing is left there to be done."""
    # Not above: it takes the templates along.
    from core.export.card import card_names
    from core.export.staging import clear_up, staging_folders

    folder = destination.parent
    if not folder.is_dir():
        return False
    clear_up(folder)
    for name in (destination.name, f"{destination.name}.py", *card_names(destination)):
        remove_leftovers(folder, of=name)
    return not staging_folders(folder)


def _is_worth_locking(run: Path, names: set[str]) -> bool:
    if RECORD_FILE not in names:  # No run yet, or somebody's folder. An empty one goes, with the lock.
        is_empty = all(name == LOCK_FILE or is_leftover(name) for name in names)
        return is_empty and (LOCK_FILE in names or _is_older(run, _SETTLED_AFTER_SECONDS))
    if LOCK_FILE in names or CHECKPOINT_FOLDER in names or any(map(is_leftover, names)):
        return True
    return any(is_leftover(file.name) for file in (run / TENSORBOARD_FOLDER).glob("*/.*"))


def _is_over(run: Path) -> bool:
    return (run / CHECKPOINT_FOLDER).is_dir() and read_run_record(run).state in ("finished", "stopped")


def _folders_in(folder: Path) -> list[Path]:
    try:
        return [one for one in folder.iterdir() if one.is_dir() and not one.is_symlink()]
    except OSError:
        return []


def _is_older(path: Path, seconds: float) -> bool:
    try:
        return time.time() - path.stat().st_mtime > seconds
    except OSError:
        return False
