"""How late the window's event loop comes while a training runs on the same two cores."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench

_LONGEST_MILLISECONDS, _PERCENTILE_MILLISECONDS = 50.0, 16.0


def measure(bench: Workbench) -> Iterator[Finding]:
    """Train a head in the real window, and compare the stalls with what a person does not notice."""
    found = bench.side(
        "benchmarks.sides.window_while_training",
        home="home of the event loop",
        folder=str(bench.photos),
        image_size=bench.sizes.image_size,
        epochs=bench.sizes.window_epochs,
    )
    note = f"extraction and {found['epochs']} epochs, {found['ticks']:,} looks"
    title = "Stall of the window's event loop while training on 2 cores"
    yield Outcome(
        title=f"{title}: longest",
        ours=Quantity("stall", found["longest"], "ms"),
        reference=Quantity("limit", _LONGEST_MILLISECONDS, "ms"),
        bound=1.0,
        note=f"in the stage {found['longest_while']}; {note}",
    )
    yield Outcome(
        title=f"{title}: 99th percentile",
        ours=Quantity("stall", found["percentile"], "ms"),
        reference=Quantity("limit", _PERCENTILE_MILLISECONDS, "ms"),
        bound=1.0,
        note=note,
    )
