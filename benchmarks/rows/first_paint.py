"""Time from the start of a process to the first paint of the window, against `python -c "import tensorflow"`.

Both run in fresh processes, in turns, and say by themselves when they are there; the first turn warms the disk's
cache and does not count. Settings, cache and logs go to a folder that is thrown away.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.own_process import ROOT
from benchmarks.workbench import Workbench

WINDOW = ("-m", "benchmarks.sides.first_paint")
TENSORFLOW = ("-c", "import time, tensorflow; print(time.monotonic_ns())")
BOUND = 0.25
LONGEST_SECONDS = 120


def measure(bench: Workbench) -> Iterator[Finding]:
    """Take the median of some turns. Raises CalledProcessError when one of the two processes fails."""
    repetitions, home = bench.sizes.paint_repetitions, str(bench.folder("home"))
    turns = [
        (_seconds_until_it_says_so(WINDOW, home), _seconds_until_it_says_so(TENSORFLOW, home))
        for _ in range(1 + repetitions)
    ][1:]
    window, tensorflow = (statistics.median(seconds) for seconds in zip(*turns, strict=True))
    yield Outcome(
        title="Time to the first paint of the window",
        ours=Quantity("window", window),
        reference=Quantity("import tensorflow", tensorflow),
        bound=BOUND,
        note=f"medians of {repetitions}",
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
        cwd=ROOT,
        env={"QT_QPA_PLATFORM": "offscreen", **os.environ, "FROSTLINE_HOME": home},
    )
    return (int(finished.stdout.split()[0]) - started) / 1e9
