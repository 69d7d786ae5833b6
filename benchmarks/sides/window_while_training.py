"""The event loop of the real window while it shows a training on two cores, extraction and quick epochs included."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.sides.event_loop_gaps import EventLoopGaps
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
from core.messages import EpochFinished, Event, Progress

_REST_MILLISECONDS = 1000


def measure(folder: str, image_size: int, epochs: int) -> dict[str, Any]:
    """Train a head in the window; return the stalls in milliseconds from the press of the button to the saved run."""
    stay_on_two_cores()
    with open_window() as (window, user):
        open_folder(user, Path(folder))
        set_up_training(user, image_size=image_size, epochs=epochs)
        session = session_of(window)
        results: list[object] = []
        seen: list[EpochFinished] = []
        session.training_ended.connect(results.append)
        session.epoch_finished.connect(seen.append)
        gaps = EventLoopGaps()
        gaps.note("start")
        start_training(user)
        training_job(window).reported.connect(lambda event: _note_stage(gaps, event))
        session.training_ended.connect(lambda _: gaps.note("end"))
        user.wait_until(lambda: bool(results), "the training is over", seconds=PATIENCE_SECONDS)
        user.rest(_REST_MILLISECONDS)  # so that what the end sets off counts as well
        found = gaps.stop()
        if results[0] is None:
            raise RuntimeError("The training in the window came to nothing.")
        return found | {"epochs": len(seen)}


def _note_stage(gaps: EventLoopGaps, event: Event) -> None:
    if isinstance(event, Progress):
        gaps.note(event.stage)
