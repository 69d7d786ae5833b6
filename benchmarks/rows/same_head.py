"""The trained head against the head of naive `fit`, same first weights and same order: equal up to float noise."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench

#: What 32 bits and another size of batches may come to, as a part of the head's largest weight.
_FLOAT_NOISE = 1e-3


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare every weight of the head of the cold run, after its best epoch."""
    run = bench.frost_line()[0]["run"]
    found = bench.side("benchmarks.sides.fit_of_same_head", run=run)
    yield Outcome(
        title="Trained head against naive fit's head, same seed and order",
        ours=Quantity("largest difference of a weight", found["weights"], ""),
        reference=Quantity("largest weight", found["largest_weight"], ""),
        bound=_FLOAT_NOISE,
        note=f"after {found['epochs']} epochs, whose losses differ by {found['losses']:.1e} at most",
    )
