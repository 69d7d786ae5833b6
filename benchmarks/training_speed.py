"""Training through the frost line against the notebook that runs a frozen network at every epoch.

Each side runs in a process of its own, one after the other, on the same photos; what is compared is the same work:
the same epochs, batches and split, on random weights, which cost what others cost.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.outcome import Outcome
from core.data.sample_pictures import draw_sample_pictures
from core.job_control import JobControl

EPOCHS, CONV5_EPOCHS = 20, 3
#: Photos of ants and bees that lie beside some checkouts; the sample pictures stand in elsewhere.
PHOTOS = Path(__file__).parents[2] / "shared" / "data" / "hymenoptera_train"


def measure_all() -> Iterator[Outcome]:
    """Measure the rows of the design's table that are about training; takes some minutes."""
    with tempfile.TemporaryDirectory() as home:
        folder = _photos(Path(home))
        naive = _run("naive", folder, home, EPOCHS)
        ours = _run("ours", folder, home, EPOCHS)
        cold, warm = ours["cold"], ours["warm"]
        yield _outcome("20 epochs of a head, cold", _training(cold), naive["fit"], 1 / 12)
        yield _outcome("the same, features stored: training", _training(warm), naive["fit"], 1 / 100)
        yield _outcome("the same, features stored: whole job", warm["total"], naive["fit"], 1 / 40)
        predict = _run("predict", folder, home, 1)
        yield _outcome("extraction", cold["decode"] + cold["extract"], predict["predict"], 1 / 0.9, "keras predict")
        naive_conv5 = _run("naive_conv5", folder, home, CONV5_EPOCHS)
        ours_conv5 = _run("ours_conv5", folder, home, CONV5_EPOCHS)
        yield _outcome("an epoch with conv5 thawed", ours_conv5["later_epoch"], naive_conv5["later_epoch"], 1 / 2)


def _training(seconds: dict[str, float]) -> float:
    return seconds["decode"] + seconds["extract"] + seconds["fit"]


def _outcome(name: str, ours: float, naive: float, at_most: float, theirs: str = "naive fit") -> Outcome:
    return Outcome(
        name=name,
        ours="frost line",
        theirs=theirs,
        seconds=ours,
        reference_seconds=naive,
        at_most=at_most,
        repetitions=1,
    )


def _photos(home: Path) -> Path:
    if PHOTOS.is_dir():
        return PHOTOS
    draw_sample_pictures(home / "pictures", JobControl())
    return home / "pictures"


def _run(kind: str, folder: Path, home: str, epochs: int) -> Any:
    """Run one side in a process of its own; CalledProcessError when it fails."""
    finished = subprocess.run(
        [sys.executable, "-m", "benchmarks.training_process", kind, str(folder), home, str(epochs)],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        env={**os.environ, "FROSTLINE_HOME": home},
    )
    return json.loads(finished.stdout.splitlines()[-1])
