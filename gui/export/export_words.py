"""Sizes, differences and names of the Export page, as plain functions."""

from __future__ import annotations

from pathlib import Path

from core.export.formats import ExportFormat
from core.messages import ModelExported, Progress
from gui.training.fact_strip import Fact
from gui.training.progress_words import progress_in_words

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def size_in_words(size: int) -> str:
    """Return a number of bytes in the unit that suits it, in steps of 1000: "95.0 MB"."""
    amount, unit = float(size), 0
    while amount >= 999.95 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000.0, unit + 1
    return f"{size} {_UNITS[0]}" if unit == 0 else f"{amount:.1f} {_UNITS[unit]}"


def difference_in_words(difference: float) -> str:
    """Return how far the export's probabilities are from the model's."""
    return "no difference" if difference == 0.0 else f"at most {difference:.0e}"


def default_destination(model: Path, chosen: ExportFormat, folder: Path) -> Path:
    """Return where to export `model`, a run folder or a model file, unless the user says otherwise.

    An export that is a folder gets the format's title to its name, so that it stands beside the others.
    """
    name = model.stem if model.suffix == ".keras" else model.name
    return folder / (name + (chosen.suffix or f" {chosen.title}"))


def with_suffix_of(destination: Path, before: ExportFormat, after: ExportFormat) -> Path:
    """Return `destination` with what one format adds to a name replaced by what another adds."""
    ending = before.suffix or f" {before.title}"
    name = destination.name.removesuffix(ending)
    return destination.with_name(name + (after.suffix or f" {after.title}"))


def export_progress_in_words(progress: Progress) -> str:
    """Return what the bar says during an export."""
    if progress.stage == "verify":
        return progress_in_words(progress, words="Opening the export again and comparing it")
    return progress_in_words(progress)


def shortened(name: str, longest: int = 48) -> str:
    """Return a name of at most `longest` letters, its middle left out if need be."""
    if len(name) <= longest:
        return name
    kept = longest - 1
    return f"{name[: kept - kept // 2]}…{name[len(name) - kept // 2 :]}"


def facts_of(exported: ModelExported) -> list[Fact]:
    """Return what came of an export, the most important first."""
    pictures = "1 picture" if exported.images_compared == 1 else f"{exported.images_compared} pictures"
    return [
        ("Verified", difference_in_words(exported.max_difference), f"Opened again and compared on {pictures}."),
        ("Compared on", pictures, "Pictures that both models classified."),
        ("Size", size_in_words(exported.size_bytes), "On the disk."),
        ("Class names", shortened(exported.labels.name), str(exported.labels)),
    ]
