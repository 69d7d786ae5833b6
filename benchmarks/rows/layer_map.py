"""Processor time of one redraw of the layer map while the frost line is dragged, against one frame of a screen.

Each move of the mouse snaps to another cut point, which is the most that can change at once; the map fills the whole
window, which is more than it does in Frostline.
"""

from __future__ import annotations

import statistics
from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench

_FRAME_MILLISECONDS = 16.0
#: Width and height in device-independent pixels, and the scale factor of the screen.
_SCREENS = ((1280, 800, 1), (1920, 1080, 2))


def measure(bench: Workbench) -> Iterator[Finding]:
    """Measure on a small screen and on a large one; the slowest redraws count."""
    for width, height, scale in _SCREENS:
        seconds = bench.side(
            "benchmarks.sides.layer_map",
            environment={"QT_SCALE_FACTOR": str(scale)},
            width=width,
            height=height,
            rounds=bench.sizes.map_rounds,
        )
        milliseconds = sorted(1000 * one for one in seconds)
        yield Outcome(
            title=f"Redraw of the layer map at {width * scale} x {height * scale}",
            ours=Quantity("99th percentile", milliseconds[round(0.99 * (len(milliseconds) - 1))], "ms"),
            reference=Quantity("a frame", _FRAME_MILLISECONDS, "ms"),
            bound=1.0,
            note=f"median {statistics.median(milliseconds):.1f} ms of {len(milliseconds)}, in processor time",
        )
