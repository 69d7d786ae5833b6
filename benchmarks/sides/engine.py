"""One engine of extraction at work: a training of one epoch with nothing stored, and what it says of its digits."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, Notice
from core.training.specification import TrainingSpecification
from core.training.train import train


def measure(folder: str, run: str, image_size: int, engine: str) -> dict[str, Any]:
    """Return the seconds of extraction, decoding included, and the notices; or why this machine has not the engine."""
    notices: list[str] = []

    def note(event: Event) -> None:
        if isinstance(event, Notice):
            notices.append(event.message)

    specification = TrainingSpecification(
        folder=Path(folder), run=Path(run), weights="random", epochs=1, image_size=image_size, engine=engine
    )
    try:
        finished = train(specification, JobControl(report=note))
    except UnusableInput as error:
        return {"refused": f"{error.message} {error.hint}"}
    return {"extract": finished.seconds.decode + finished.seconds.extract, "notices": notices}
