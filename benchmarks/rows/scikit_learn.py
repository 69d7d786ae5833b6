"""The same head by scikit-learn's LogisticRegression on the same stored features; told beside ours, without a bound."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare the seconds of the fit alone, and the accuracy on the same held-out images."""
    warm = bench.frost_line()[1]
    theirs = bench.side("benchmarks.peers.scikit_learn_head", run=warm["run"])
    title = "A head on the same stored features"
    yield Outcome(
        title=f"{title}: seconds",
        ours=Quantity("frost line", warm["fit"]),
        reference=Quantity("LogisticRegression", theirs["seconds"]),
        is_speed=True,
        note=f"{bench.sizes.epochs} epochs with validation and checkpoints against one call",
    )
    yield Outcome(
        title=f"{title}: validation accuracy",
        ours=Quantity("frost line", warm["val_accuracy"], ""),
        reference=Quantity("LogisticRegression", theirs["val_accuracy"], ""),
        note="random weights, so both know little; ours is that of the best epoch",
    )
