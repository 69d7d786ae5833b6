"""The files of a run: made when it starts, completed when it ends, each whole or not there."""

from __future__ import annotations

import csv
import dataclasses
import io
import math
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import keras

from core.disk_errors import cannot_write, free_bytes
from core.errors import FrostlineError, UnusableInput
from core.messages import EpochFinished
from core.quick_keras import without_searching_for_garbage
from core.training.checkpoint import CHECKPOINT_FOLDER
from core.training.reference_file import StoredReference, write_reference
from core.training.run_leftovers import TENSORBOARD_FOLDER, clear_up_run
from core.training.run_lock import LOCK_FILE
from core.training.run_record import (
    HISTORY_FILE,
    LABELS_FILE,
    MODEL_FILE,
    RECORD_FILE,
    REFERENCE_FILE,
    RunRecord,
    read_run_record,
    write_run_record,
)
from core.training.tensorboard_log import write_tensorboard_log
from core.whole_files import file_beside, is_leftover, write_text

#: Of what learns, a checkpoint holds the weights, the best ones, and two numbers of the optimizer for each.
_CHECKPOINT_COPIES, _FLOAT_BYTES = 4, 4
#: Record, history, logs, and what pictures are compared with.
_OTHER_FILES_BYTES = 5 * 10**6
_COLUMNS = ("epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds")


def make_run_folder(run: Path) -> None:
    """Make the folder of a new run, unless there is one.

    Raises:
        UnusableInput: a file is in its place.
        FrostlineError: the folder can't be made.

    """
    try:
        run.mkdir(parents=True, exist_ok=True)
    except FileExistsError as error:
        raise UnusableInput(f"{run} exists already.", hint=_what_to_do_about(run)) from error
    except OSError as error:
        raise cannot_write("The run", run, error, then="train again, or choose another folder for the run") from error


def claim_run_folder(run: Path) -> None:
    """Take the folder, which is locked, for a new run; also one whose training died before anything of worth was in it.

    Raises:
        UnusableInput: something is there already.

    """
    if not _is_unfinished(run):
        raise UnusableInput(f"{run} exists already.", hint=_what_to_do_about(run))
    clear_up_run(run)


def _what_to_do_about(run: Path) -> str:
    if (run / CHECKPOINT_FOLDER).is_dir():
        return "Its training was broken off: resume it, or choose another folder for the run."
    return "Choose another folder for the run, or remove that one."


def open_unfinished_run(run: Path) -> RunRecord:
    """Return the record of a run whose training was broken off, as it stands in this folder now.

    Raises:
        UnusableInput: the folder is no run, or its training is over.

    """
    record = read_run_record(run)
    if record.state != "running":
        raise UnusableInput(
            f"The training of {run} is over ({record.state}): there is nothing to resume.",
            hint="Use it as it is, train it further, or train anew to another folder.",
        )
    return dataclasses.replace(record, specification=dataclasses.replace(record.specification, run=run))


def _is_unfinished(run: Path) -> bool:
    """Whether `run` is as good as empty, or its training died before there was an epoch to go on from."""
    if not run.is_dir():
        return False
    if all(one.name == LOCK_FILE or is_leftover(one.name) for one in run.iterdir()):
        return True
    if not (run / RECORD_FILE).is_file() or (run / MODEL_FILE).exists() or (run / CHECKPOINT_FOLDER).exists():
        return False
    return read_run_record(run).state == "running"


def give_up_run_folder(run: Path) -> None:
    """Remove the folder of a run that ended before it had a model; anything with a model stays."""
    if _is_unfinished(run):
        shutil.rmtree(run, ignore_errors=True)


def write_results(model: keras.Model, record: RunRecord, reference: StoredReference | None, run: Path) -> None:
    """Write what came of a training: the model, what pictures are compared with, the labels, the history, the logs.

    model: the whole classifier with the weights of its best epoch. reference: None if there is none for this model.

    Raises:
        FrostlineError: the folder can't be written to.

    """
    with telling_why(run):
        # Saving makes a million small objects.
        with file_beside(run / MODEL_FILE) as unfinished, without_searching_for_garbage():
            model.save(unfinished)
        if reference is None:
            (run / REFERENCE_FILE).unlink(missing_ok=True)  # of the model before
        else:
            write_reference(reference, run)
        write_text(run / LABELS_FILE, "".join(f"{name}\n" for name in record.class_names))
        write_text(run / HISTORY_FILE, history_as_csv(record.history))
        write_tensorboard_log(record.history, run / TENSORBOARD_FOLDER)


def close_run(record: RunRecord, run: Path) -> None:
    """Write the completed record, last of all, so that it only speaks of what is there; then the checkpoint goes.

    Raises:
        FrostlineError: the folder can't be written to.

    """
    with telling_why(run):
        write_run_record(record, run)
    shutil.rmtree(run / CHECKPOINT_FOLDER, ignore_errors=True)
    clear_up_run(run)


@contextmanager
def telling_why(run: Path) -> Iterator[None]:
    """Turn what the disk refuses, while files of `run` are written, into a sentence.

    Raises:
        FrostlineError: a file can't be written (kind `cannot_write`).

    """
    try:
        yield
    except OSError as error:
        resumable = (run / CHECKPOINT_FOLDER).is_dir()
        then = "resume this training" if resumable else "train again, or choose another folder for the run"
        raise cannot_write("The run", run, error, then=then) from error


def require_room(run: Path, model: keras.Model) -> None:
    """Refuse a training whose results would not find room.

    Raises:
        FrostlineError: the disk has not the room for the model, its checkpoint and the rest (kind `cannot_write`).

    """
    learning = sum(math.prod(weight.shape) for weight in model.trainable_weights)
    needed = (int(model.count_params()) + _CHECKPOINT_COPIES * learning) * _FLOAT_BYTES + _OTHER_FILES_BYTES
    free = free_bytes(run)
    if free is not None and free < needed:
        raise FrostlineError(
            f"The run needs {needed / 1e6:,.0f} MB in {run}, and {free / 1e6:,.0f} MB are free there.",
            hint="Make room on the disk, or choose another folder for the run.",
            kind="cannot_write",
        )


def history_as_csv(history: Sequence[EpochFinished]) -> str:
    """Return the history with a line for each epoch; an absent value is empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(_COLUMNS)
    for epoch in history:
        values = (getattr(epoch, column) for column in _COLUMNS)
        writer.writerow("" if value is None else value for value in values)
    return text.getvalue()
