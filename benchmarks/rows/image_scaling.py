"""Cost against the number of images: seconds, memory of the worker at its peak, and size of the store.

The pictures are generated and small, since a full ResNet50 pass over 20,000 would take a quarter of an hour here; what
grows with the number of images grows in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.findings import Finding, Outcome, Quantity, Table, Unmeasured
from benchmarks.pictures import generate
from benchmarks.workbench import Workbench

NAME = "images"
COLUMNS = ("images", "extract s", "fit s", "total s", "peak memory MB", "own memory MB", "store MB")
_GROWTH_BOUND = 1.1


def measure(bench: Workbench) -> Iterator[Finding]:
    """Train a head on each set in a worker of its own, cold, and compare the peaks of two of them."""
    sizes = bench.sizes
    found = {count: _train(bench, count) for count in sizes.scaling_images}
    yield Table(
        name=NAME,
        title="Cost against the number of images",
        columns=COLUMNS,
        lines=tuple(_line(count, one) for count, one in found.items()),
        note=f"Head only, {sizes.scaling_epochs} epochs, image size {sizes.scaling_image_size}, generated pictures.",
    )
    yield _memory_compared(found, *sizes.memory_compared)


def _train(bench: Workbench, count: int) -> dict[str, Any]:
    folder = generate(bench.place / f"generated {count}", count)
    found: dict[str, Any] = bench.side(
        "benchmarks.sides.worker_training",
        home=f"home of {count} images",
        folder=str(folder),
        run=str(bench.folder("runs") / f"{count} images"),
        epochs=bench.sizes.scaling_epochs,
        image_size=bench.sizes.scaling_image_size,
        thaw="head",
    )
    return found


def _line(count: int, found: dict[str, Any]) -> tuple[float, ...]:
    return (
        count,
        found["extract"],
        found["fit"],
        found["total"],
        found["peak_memory"],
        found["own_memory"],
        found["store"],
    )


def _memory_compared(found: dict[int, dict[str, Any]], few: int, many: int) -> Finding:
    title = f"Memory of the worker at its peak, {many:,} images against {few:,}"
    if not found[few]["own_memory"]:
        return Unmeasured(title, "only Linux tells the memory of another process", fault=False)
    peaks = found[few]["peak_memory"], found[many]["peak_memory"]
    return Outcome(
        title=title,
        ours=Quantity(f"{many:,} images", found[many]["own_memory"], "MB"),
        reference=Quantity(f"{few:,} images", found[few]["own_memory"], "MB"),
        bound=_GROWTH_BOUND,
        note=f"without the pages of the mapped store, which the system takes back when it needs them; "
        f"with them {peaks[1]:,.0f} against {peaks[0]:,.0f} MB",
    )
