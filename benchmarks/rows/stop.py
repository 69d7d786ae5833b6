"""Stop pressed in the window, until the training stands still and until the model is kept: a second, or one batch."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench

_LIMIT_SECONDS = 1.0


def measure(bench: Workbench) -> Iterator[Finding]:
    """Stop trainings of a head, and one of conv5, whose batches take long; the slowest stop counts."""
    found = bench.side(
        "benchmarks.sides.window_stop",
        home="home of the stops",
        folder=str(bench.photos),
        image_size=bench.sizes.image_size,
        stops={"Head only": bench.sizes.stops, "conv5": 1},
    )
    for preset, stops in found.items():
        for moment, words in (("stopped", "training stopped"), ("kept", "model kept")):
            yield _outcome(preset, stops, moment, words)


def _outcome(preset: str, found: list[dict[str, Any]], moment: str, words: str) -> Outcome:
    batch = max(one["batch"] for one in found)
    limit = Quantity("limit: a second", _LIMIT_SECONDS)
    if batch > _LIMIT_SECONDS:
        limit = Quantity("limit: a batch", batch)
    return Outcome(
        title=f"Stop pressed until {words} ({preset.lower()})",
        ours=Quantity("stop", max(one[moment] for one in found)),
        reference=limit,
        bound=1.0,
        note=f"slowest of {len(found)}" if len(found) > 1 else "",
    )
