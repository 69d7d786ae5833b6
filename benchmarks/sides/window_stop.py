"""Stop pressed in the real window: how long until the training ends, and until the model is kept on the disk."""

from __future__ import annotations

import itertools
import statistics
import time
from pathlib import Path
from typing import Any

from benchmarks.sides.two_cores import stay_on_two_cores
from benchmarks.sides.window import (
    PATIENCE_SECONDS,
    open_folder,
    open_window,
    session_of,
    set_up_training,
    start_training,
    training_job,
)
from core.messages import BatchFinished, EpochFinished, Event, Progress, RunFinished
from core.training.run_record import MODEL_FILE
from gui.demo.scripted_user import ScriptedUser
from gui.window.main_window import MainWindow

#: More epochs than anybody waits for, so that every training ends by the button.
_EPOCHS = 9_000
#: Stages that come after the last batch.
_AFTERWARDS = frozenset({"verify", "save"})
_EPOCHS_BEFORE_STOP = 2
_WAIT_MILLISECONDS = 330


class _Watch:
    """What a job said, and when."""

    def __init__(self) -> None:
        self.epochs = 0
        self.batches: list[tuple[int, int, float]] = []  # epoch, batch, when
        self.stopped: float | None = None

    def take(self, event: Event) -> None:
        now = time.perf_counter()
        if isinstance(event, EpochFinished):
            self.epochs += 1
        elif isinstance(event, BatchFinished):
            self.batches.append((event.epoch, event.batch, now))
        elif isinstance(event, Progress) and event.stage in _AFTERWARDS and self.stopped is None:
            self.stopped = now


def measure(folder: str, image_size: int, stops: dict[str, int]) -> dict[str, list[dict[str, Any]]]:
    """Train and stop with each preset so many times.

    Returns for each stop the seconds until the training stopped, until the model was kept, and of a batch.
    """
    stay_on_two_cores()
    with open_window() as (window, user):
        open_folder(user, Path(folder))
        return {
            preset: [_train_and_stop(window, user, image_size, preset, number) for number in range(count)]
            for preset, count in stops.items()
        }


def _train_and_stop(
    window: MainWindow, user: ScriptedUser, image_size: int, preset: str, number: int
) -> dict[str, Any]:
    set_up_training(user, image_size=image_size, epochs=_EPOCHS, preset=preset)
    ends: list[tuple[float, object]] = []
    connection = session_of(window).training_ended.connect(lambda result: ends.append((time.perf_counter(), result)))
    start_training(user)
    watch = _Watch()
    training_job(window).reported.connect(watch.take)
    user.wait_until(lambda: watch.epochs >= _EPOCHS_BEFORE_STOP, "there is an epoch to keep", seconds=PATIENCE_SECONDS)
    user.rest(_WAIT_MILLISECONDS * (1 + number))  # so that it comes in the midst of something
    pressed = time.perf_counter()
    user.click("stop_training")
    user.wait_until(lambda: bool(ends), "the training has stopped", seconds=PATIENCE_SECONDS)
    session_of(window).training_ended.disconnect(connection)
    ended, result = ends[0]
    if not isinstance(result, RunFinished) or not result.stopped or not (result.run / MODEL_FILE).is_file():
        raise RuntimeError(f"The stopped training left no model: {result}")
    return {
        "stopped": (watch.stopped or ended) - pressed,
        "kept": ended - pressed,
        "batch": _batch_seconds(watch.batches),
    }


def _batch_seconds(reports: list[tuple[int, int, float]]) -> float:
    """Return the median seconds of a batch; 0 where they are so quick that no two in a row are reported."""
    seconds = [
        when - before
        for (earlier_epoch, earlier, before), (epoch, batch, when) in itertools.pairwise(reports)
        if epoch == earlier_epoch and batch == earlier + 1
    ]
    return statistics.median(seconds) if seconds else 0.0
