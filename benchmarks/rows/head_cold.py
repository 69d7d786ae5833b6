"""A head trained for the first time, against naive Keras `fit` of the frozen model."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.epochs import how_measured, seconds_of_all
from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare decoding, extraction and fit with as many naive epochs."""
    epochs = bench.sizes.epochs
    naive = bench.naive_keras()["seconds"]
    cold = bench.frost_line()[0]
    yield Outcome(
        title=f"{bench.photo_count} pictures, head only, {epochs} epochs, cold",
        ours=Quantity("frost line", cold["decode"] + cold["extract"] + cold["fit"]),
        reference=Quantity("naive Keras fit", seconds_of_all(naive, epochs)),
        bound=12.0,
        is_speed=True,
        note=how_measured(len(naive), epochs),
    )
