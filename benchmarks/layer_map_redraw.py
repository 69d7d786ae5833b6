"""Processor time of one redraw of the layer map while the frost line is dragged, against one frame of a screen.

Each move of the mouse snaps to another cut point, which is the most that can change at once; the map fills the whole
window, which is more than it does in Frostline.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile

from benchmarks.outcome import Outcome

FRAME_SECONDS = 0.016
LONGEST_SECONDS = 180


def measure_on_small_screen() -> Outcome:
    """Measure at 1280 x 800. Raises CalledProcessError when the process fails."""
    return _measure(1280, 800, scale=1)


def measure_on_large_screen() -> Outcome:
    """Measure at 3840 x 2160 with a scale factor of 2. Raises CalledProcessError when the process fails."""
    return _measure(1920, 1080, scale=2)


def _measure(width: int, height: int, *, scale: int) -> Outcome:
    seconds = sorted(_redraws(width, height, scale))
    highest = seconds[round(0.99 * (len(seconds) - 1))]
    return Outcome(
        name=f"layer map redraw at {width * scale} x {height * scale}",
        ours="redraw",
        theirs="frame",
        seconds=statistics.median(seconds),
        reference_seconds=FRAME_SECONDS,
        at_most=1.0,
        repetitions=len(seconds),
        highest_seconds=highest,
    )


def _redraws(width: int, height: int, scale: int) -> list[float]:
    with tempfile.TemporaryDirectory() as home:
        finished = subprocess.run(
            [sys.executable, "-m", "benchmarks.layer_map_process", str(width), str(height)],
            check=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=LONGEST_SECONDS,
            env={**os.environ, "FROSTLINE_HOME": home, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(scale)},
        )
    return [float(number) for number in json.loads(finished.stdout.splitlines()[-1])]
