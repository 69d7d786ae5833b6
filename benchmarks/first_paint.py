"""Time from the start of a process to the first paint of the window, against `python -c "import tensorflow"`.

Both run in fresh processes, in turns, and say by themselves when they are there; the first turn warms the disk's
cache and does not count. Settings, cache and logs go to a folder that is thrown away.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence

from benchmarks.outcome import Outcome

WINDOW = ("-m", "benchmarks.first_paint_process")
TENSORFLOW = ("-c", "import time, tensorflow; print(time.monotonic_ns())")
BOUND = 0.25
LONGEST_SECONDS = 120


def measure(repetitions: int = 5) -> Outcome:
    """Take the median of `repetitions` turns. Raises CalledProcessError when one of the two processes fails."""
    with tempfile.TemporaryDirectory() as home:
        turns = [
            (_seconds_until_it_says_so(WINDOW, home), _seconds_until_it_says_so(TENSORFLOW, home))
            for _ in range(1 + repetitions)
        ][1:]
    window, tensorflow = (statistics.median(seconds) for seconds in zip(*turns, strict=True))
    return Outcome(
        name="first paint",
        ours="window",
        theirs="import tensorflow",
        seconds=window,
        reference_seconds=tensorflow,
        at_most=BOUND,
        repetitions=repetitions,
    )


def _seconds_until_it_says_so(arguments: Sequence[str], home: str) -> float:
    """Run Python with these arguments; it prints the clock when it has done what is measured."""
    started = time.monotonic_ns()
    finished = subprocess.run(
        [sys.executable, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        timeout=LONGEST_SECONDS,
        env={**os.environ, "FROSTLINE_HOME": home},
    )
    return (int(finished.stdout.split()[0]) - started) / 1e9
