"""Cost against what is thawed: an epoch here and in naive `fit`, extraction, memory and the size of the store."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.epochs import later_epoch
from benchmarks.findings import Finding, Table
from benchmarks.pictures import copy_some, picture_files
from benchmarks.workbench import Workbench

NAME = "stages"
COLUMNS = ("thawed", "extract s", "epoch s", "naive epoch s", "times as fast", "peak memory MB", "store MB")


def measure(bench: Workbench) -> Iterator[Finding]:
    """Train on a few pictures with more and more thawed, each in a worker of its own, cold."""
    sizes = bench.sizes
    folder = copy_some(bench.photos, bench.place / "some pictures", sizes.stage_pictures_per_class)
    lines = tuple(_measure_stage(bench, str(folder), thaw, list(names)) for thaw, names in sizes.stages)
    yield Table(
        name=NAME,
        title="Cost against the thawed layers",
        columns=COLUMNS,
        lines=lines,
        note=f"{len(picture_files(folder))} pictures, image size {sizes.image_size}; of {sizes.stage_epochs} epochs"
        " the quickest but the first, validation included on both sides.",
    )


def _measure_stage(bench: Workbench, folder: str, thaw: str, names: list[str]) -> tuple[str | float, ...]:
    sizes = bench.sizes
    ours: dict[str, Any] = bench.side(
        "benchmarks.sides.worker_training",
        home=f"home of {thaw}",
        folder=folder,
        run=str(bench.folder("runs") / f"stage {thaw}"),
        epochs=sizes.stage_epochs,
        image_size=sizes.image_size,
        thaw=thaw,
    )
    naive: dict[str, Any] = bench.side(
        "benchmarks.peers.keras_notebook",
        folder=folder,
        epochs=sizes.stage_epochs,
        image_size=sizes.image_size,
        thawed=names,
    )
    epoch, naive_epoch = later_epoch(ours["epochs"]), later_epoch(naive["seconds"])
    return thaw, ours["extract"], epoch, naive_epoch, naive_epoch / epoch, ours["peak_memory"], ours["store"]
