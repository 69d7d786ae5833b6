"""Extraction on a Ray cluster of this machine: beside the local engine, with more workers, and what the driver holds.

Rates are those between the first batch and the last, as the extraction itself reports them: starting workers takes as
long for a hundred pictures as for a million.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Iterator
from typing import Any

from benchmarks.findings import Finding, Outcome, Quantity, Table, Unmeasured
from benchmarks.workbench import Workbench
from core.data.work_ahead import usable_cores

_TITLE = "Extraction on a Ray cluster"
#: Of the seconds of the local engine; of the memory for the fewest rows, with which no list of names is full yet.
_OVERHEAD_BOUND, _MEMORY_BOUND = 1.15, 1.25
_TURNS = 2


def measure(bench: Workbench) -> Iterator[Finding]:
    """Extract the same pictures here and there, and let a driver deal out rows of nothing."""
    if sys.platform != "linux" or importlib.util.find_spec("ray") is None:
        yield Unmeasured(_TITLE, "it takes Linux and the extra `cluster`", fault=False)
        return
    cores = usable_cores()
    here, there = _in_turns(bench, cores)
    yield Outcome(
        title=f"{_TITLE}: one worker of all {cores} cores",
        ours=Quantity("seconds for a picture on the cluster", there["seconds"]),
        reference=Quantity("by the local engine", here["seconds"]),
        bound=_OVERHEAD_BOUND,
        note=f"{there['images']} pictures, both from the first batch to the last, the quicker of {_TURNS} turns",
    )
    yield Table(
        name="workers",
        title="Images in a second against worker processes of one core each",
        columns=("workers", "nodes", "images/s", "seconds until the first batch"),
        lines=tuple(
            (count, count, 1.0 / found["seconds"], found["until_first"])
            for count in range(1, min(cores, 4) + 1)
            for found in [_extract(bench, nodes=count, processors=1)]
        ),
        note=f"Image size {bench.sizes.image_size}; each worker is on a node of its own, all nodes on this machine.",
    )
    yield from _memory(bench)


def _in_turns(bench: Workbench, cores: int) -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the quickest extraction here and on a cluster of one worker, which take turns."""
    found = [[_extract(bench, nodes=nodes, processors=cores, turn=turn) for nodes in (0, 1)] for turn in range(_TURNS)]
    here, there = (min(side, key=lambda one: one["seconds"]) for side in zip(*found, strict=True))
    return here, there


def _memory(bench: Workbench) -> Iterator[Finding]:
    rows = bench.sizes.cluster_rows
    found = {count: bench.side("benchmarks.sides.cluster_driver", rows=count) for count in rows}
    yield Table(
        name="driver",
        title="What the driver of a cluster holds",
        columns=("rows", "portions", "driver MB at its peak", "seconds"),
        lines=tuple((count, one["portions"], one["peak"], one["seconds"]) for count, one in found.items()),
        note="The driver lists the rows and deals them out; workers write rows of 8 random numbers, without pictures.",
    )
    first, last = rows[0], rows[-1]
    yield Outcome(
        title=f"Memory of the driver for {last:,} rows",
        ours=Quantity("peak", found[last]["peak"], "MB"),
        reference=Quantity(f"for {first:,}", found[first]["peak"], "MB"),
        bound=_MEMORY_BOUND,
    )


def _extract(bench: Workbench, *, nodes: int, processors: int, turn: int = 0) -> dict[str, Any]:
    found: dict[str, Any] = bench.side(
        "benchmarks.sides.cluster_extraction",
        home=f"home of turn {turn}",
        folder=str(bench.photos),
        image_size=bench.sizes.image_size,
        nodes=nodes,
        processors=processors,
    )
    return found
