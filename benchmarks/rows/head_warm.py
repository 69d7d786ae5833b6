"""The same head again with its features in the store, against naive Keras `fit`: the training, and the whole job."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.epochs import how_measured, seconds_of_all
from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare what trains, then everything from the ready worker to the saved model."""
    epochs = bench.sizes.epochs
    seconds = bench.naive_keras()["seconds"]
    naive = Quantity("naive Keras fit", seconds_of_all(seconds, epochs))
    note = how_measured(len(seconds), epochs)
    warm = bench.frost_line()[1]
    training = Quantity("frost line", warm["decode"] + warm["extract"] + warm["fit"])
    whole = Quantity("frost line", warm["total"])
    title = "The same again with the store warm"
    yield Outcome(title=f"{title}: training", ours=training, reference=naive, bound=100.0, is_speed=True, note=note)
    yield Outcome(title=f"{title}: whole job", ours=whole, reference=naive, bound=40.0, is_speed=True, note=note)
