"""Our side of the comparisons of speed: trainings through the frost line, one after another, in a warm process."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

from core.job_control import JobControl
from core.messages import EpochFinished, Event
from core.training.specification import TrainingSpecification
from core.training.train import train


def measure(folder: str, runs: str, epochs: int, image_size: int, thaw: str, trainings: int) -> list[dict[str, Any]]:
    """Train so many times with random weights; return the seconds of each training's parts, epochs, and its run."""
    found = []
    for number in range(trainings):
        run = Path(runs) / f"{thaw} {number + 1}"
        found.append(_train(Path(folder), run, epochs, image_size, thaw))
    return found


def _train(folder: Path, run: Path, epochs: int, image_size: int, thaw: str) -> dict[str, Any]:
    seconds: list[float] = []

    def note(event: Event) -> None:
        if isinstance(event, EpochFinished):
            seconds.append(event.seconds)

    specification = TrainingSpecification(
        folder=folder, run=run, weights="random", epochs=epochs, image_size=image_size, thaw=thaw
    )
    finished = train(specification, JobControl(report=note))
    return asdict(finished.seconds) | {
        "epochs": seconds,
        "run": str(run),
        "val_accuracy": finished.val_accuracy,
        "images_extracted": finished.images_extracted,
        "frozen_layers_changed": finished.frozen_layers_changed,
    }
