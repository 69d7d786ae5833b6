"""A picture dropped on the window, warm, until its bars are painted, against the bare call of the same model."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.pictures import picture_files
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare the medians of as many drops as calls."""
    run, drops = bench.frost_line()[0]["run"], bench.sizes.drops
    files = picture_files(bench.photos)[:drops]
    bare = bench.side("benchmarks.sides.bare_model_call", run=run, repetitions=drops)
    dropped = bench.side("benchmarks.sides.window_drop", run=run, files=[str(file) for file in files])
    yield Outcome(
        title="One picture, warm: drop to bars over the bare model call",
        ours=Quantity("drop to bars", 1000 * dropped, "ms"),
        reference=Quantity("bare model call", 1000 * bare, "ms"),
        bound=1.5,
        note=f"medians of {len(files)}; decoding, the pipe and painting included",
    )
