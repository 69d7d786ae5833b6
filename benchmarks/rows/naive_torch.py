"""The same head trained by a naive PyTorch loop; told beside ours, without a bound."""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator

from benchmarks.epochs import how_measured, seconds_of_all
from benchmarks.findings import Finding, Outcome, Quantity, Unmeasured
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare the cold training with the naive loop, where PyTorch is installed."""
    epochs = bench.sizes.epochs
    title = f"{bench.photo_count} pictures, head only, {epochs} epochs, cold: naive PyTorch"
    if importlib.util.find_spec("torch") is None:
        yield Unmeasured(title, "PyTorch is not installed: make bench EXTRAS=dev,torch", fault=False)
        return
    measured = min(bench.sizes.naive_epochs, epochs)
    naive = bench.side(
        "benchmarks.peers.torch_notebook",
        folder=str(bench.photos),
        epochs=measured,
        image_size=bench.sizes.image_size,
    )["seconds"]
    cold = bench.frost_line()[0]
    yield Outcome(
        title=title,
        ours=Quantity("frost line", cold["decode"] + cold["extract"] + cold["fit"]),
        reference=Quantity("naive PyTorch", seconds_of_all(naive, epochs)),
        is_speed=True,
        note=how_measured(measured, epochs),
    )
