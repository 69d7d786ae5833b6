"""An epoch with conv5 thawed, after extraction, against an epoch of naive `fit` with the same layers thawed."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.epochs import later_epoch
from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare the quickest of the epochs after the first."""
    epochs, image_size = bench.sizes.thawed_epochs, bench.sizes.image_size
    naive = bench.side(
        "benchmarks.peers.keras_notebook",
        folder=str(bench.photos),
        epochs=epochs,
        image_size=image_size,
        thawed=["conv5"],
    )
    (ours,) = bench.side(
        "benchmarks.sides.frost_line",
        folder=str(bench.photos),
        runs=str(bench.folder("runs")),
        epochs=epochs,
        image_size=image_size,
        thaw="conv5",
        trainings=1,
    )
    yield Outcome(
        title="conv5 thawed, an epoch after extraction",
        ours=Quantity("frost line", later_epoch(ours["epochs"])),
        reference=Quantity("naive Keras fit", later_epoch(naive["seconds"])),
        bound=2.0,
        is_speed=True,
        note=f"the quickest of {epochs} epochs but the first; validation included on both sides",
    )
