"""A folder of 100,000 images in 1,000 classes: by what the memory of the window grows, and whether it stays awake.

Then photos of the usual size, scanned twice: what has not changed is not checked again.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity, Unmeasured
from benchmarks.pictures import link_many, picture_files
from benchmarks.workbench import Workbench

_MEMORY_LIMIT_MB, _LONGEST_MILLISECONDS = 200.0, 50.0
_SECOND_OPENING = 10.0


def measure(bench: Workbench) -> Iterator[Finding]:
    """Drop the folder on the window, have it checked, and look around in it."""
    count = bench.sizes.folder_images
    folder = link_many(bench.place / "many pictures", count)
    found = bench.side("benchmarks.sides.window_large_folder", home="home of the large folder", folder=str(folder))
    title = f"A folder of {count:,} images"
    yield _growth(f"{title}: memory of the window's process grows by", found["growth"])
    yield Outcome(
        title=f"{title}: longest stall of the window",
        ours=Quantity("stall", found["longest"], "ms"),
        reference=Quantity("limit", _LONGEST_MILLISECONDS, "ms"),
        bound=1.0,
        note=f"while: {found['longest_while']}; 99th percentile {found['percentile']:.1f} ms;"
        f" checked in {found['check']:.0f} s",
    )
    yield _second_opening(bench)


def _second_opening(bench: Workbench) -> Finding:
    pictures = bench.photos
    found = bench.side("benchmarks.sides.second_opening", home="home of the second opening", folder=str(pictures))
    return Outcome(
        title="A folder opened again, nothing changed: its check, against the first one",
        ours=Quantity("second check", found["second"]),
        reference=Quantity("first check", found["first"]),
        bound=_SECOND_OPENING,
        is_speed=True,
        note=f"{len(picture_files(pictures)):,} pictures, with the search for duplicates",
    )


def _growth(title: str, megabytes: float | None) -> Finding:
    if megabytes is None:
        return Unmeasured(title, "this system does not tell the peak of a process's memory", fault=False)
    return Outcome(
        title=title,
        ours=Quantity("growth at the peak", megabytes, "MB"),
        reference=Quantity("limit", _MEMORY_LIMIT_MB, "MB"),
        bound=1.0,
    )
