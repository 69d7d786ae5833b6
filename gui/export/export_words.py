"""Sizes, differences and names of the Export page, as plain functions."""

from __future__ import annotations

from pathlib import Path

from core.export.formats import FLOAT16, FLOAT32, INT8, ExportFormat, how_to_install
from core.messages import ModelExported, Progress
from core.self_contained import how_to_get
from core.training.run_record import MODEL_FILE
from gui.language.translate import local_number, tr
from gui.training.fact_strip import Fact
from gui.training.progress_words import progress_in_words

#: The part of a float32 model's size that one of another precision has.
_SHARE_OF_SIZE = {FLOAT32: 1.0, FLOAT16: 0.5, INT8: 0.25}
#: How precisions are called in the window.
_PRECISIONS = {
    FLOAT32: tr("32 bits, exact"),
    FLOAT16: tr("16 bits, half the size"),
    INT8: tr("8 bits, a quarter of the size"),
}

_UNITS = ("bytes", "kB", "MB", "GB", "TB")


def size_in_words(size: int) -> str:
    """Return a number of bytes in the unit that suits it, in steps of 1000: "95.0 MB"."""
    amount, unit = float(size), 0
    while amount >= 999.95 and unit < len(_UNITS) - 1:
        amount, unit = amount / 1000.0, unit + 1
    return f"{size} {_UNITS[0]}" if unit == 0 else local_number(f"{amount:.1f} {_UNITS[unit]}")


def difference_in_words(difference: float) -> str:
    """Return how far the export's probabilities are from the model's."""
    return tr("no difference") if difference == 0.0 else tr("at most {difference:.0e}", difference=difference)


def name_of_model(model: Path) -> str:
    """Return how a run folder or a model file is called."""
    return model.stem if model.suffix == ".keras" else model.name


def default_destination(model: Path, chosen: ExportFormat, folder: Path) -> Path:
    """Return where to export `model`, a run folder or a model file, unless the user says otherwise.

    An export that is a folder gets the format's title to its name, so that it stands beside the others.
    """
    return folder / (name_of_model(model) + (chosen.suffix or f" {chosen.title}"))


def with_suffix_of(destination: Path, before: ExportFormat, after: ExportFormat) -> Path:
    """Return `destination` with what one format adds to a name replaced by what another adds."""
    ending = before.suffix or f" {before.title}"
    name = destination.name.removesuffix(ending)
    return destination.with_name(name + (after.suffix or f" {after.title}"))


def export_progress_in_words(progress: Progress) -> str:
    """Return what the bar says during an export."""
    if progress.stage == "verify":
        return progress_in_words(progress, words=tr("Opening the export again and comparing it"))
    return progress_in_words(progress)


def shortened(name: str, longest: int = 48) -> str:
    """Return a name of at most `longest` letters, its middle left out if need be."""
    if len(name) <= longest:
        return name
    kept = longest - 1
    return f"{name[: kept - kept // 2]}…{name[len(name) - kept // 2 :]}"


def expected_size_in_words(chosen: ExportFormat, model_bytes: int | None, precision: str = FLOAT32) -> str:
    """Return about how large an export will be, from the size of the model file; '' where that isn't known."""
    if chosen.is_script:
        return tr("about 10 kB")
    if model_bytes is None:
        return ""
    megabytes = model_bytes * _SHARE_OF_SIZE[precision] / 1e6
    return tr("about {megabytes:.0f} MB", megabytes=megabytes) if megabytes >= 1.0 else tr("less than 1 MB")


def precision_in_words(precision: str) -> str:
    """Return what a precision is called."""
    return _PRECISIONS.get(precision, precision)


def files_of(exported: ModelExported) -> tuple[Path, ...]:
    """Return what an export wrote, itself first and only what lies beside it: a folder holds the rest already."""
    destination = exported.destination
    companions = (destination.with_suffix(".bin"),) if exported.format == "openvino" else ()
    beside = (*companions, exported.labels, exported.report, exported.card)
    files = [destination]
    for one in beside:
        if one is not None and one not in files and destination not in one.parents and one.exists():
            files.append(one)
    return tuple(files)


def facts_of(exported: ModelExported) -> list[Fact]:
    """Return what came of an export, the most important first."""
    size = (tr("Size"), size_in_words(exported.size_bytes), tr("On the disk."))
    if exported.images_compared == 0:
        return [size]
    pictures = (
        tr("1 picture")
        if exported.images_compared == 1
        else tr("{images_compared} pictures", images_compared=exported.images_compared)
    )
    facts = [
        (
            tr("Verified"),
            difference_in_words(exported.max_difference),
            tr("Opened again and compared on {pictures}.", pictures=pictures),
        ),
        (tr("Compared on"), pictures, tr("Pictures that both models classified, from their files.")),
        size,
    ]
    if exported.latency_ms:
        facts.append(
            (
                tr("Time for a picture"),
                tr("{latency_ms:.0f} ms", latency_ms=exported.latency_ms),
                tr("From its file to its probabilities."),
            )
        )
    if exported.accuracy_change is not None:
        explanation = tr("Against the trained model, on pictures whose class is known.")
        facts.append((tr("Accuracy"), change_in_words(exported.accuracy_change), explanation))
    return facts


def change_in_words(change: float) -> str:
    """Return a change of accuracy in percentage points: "-1.5 points"."""
    points = 100.0 * change
    return tr("unchanged") if abs(points) < 0.05 else tr("{points:+.1f} points", points=points)


def written_in_words(exported: ModelExported) -> str:
    """Return which files were written, by their names."""
    names = [shortened(file.name) for file in files_of(exported)]
    inside = "" if not exported.destination.is_dir() else tr(" (a folder)")
    return tr("Written: {names}{inside}", names=names[0], inside=inside) + "".join(f", {name}" for name in names[1:])


def how_to_run(exported: ModelExported) -> str:
    """Return the line that runs an exported script."""
    path = str(exported.destination)
    quoted = f'"{path}"' if " " in path else path
    return f"python {quoted}"


def missing_in_words(chosen: ExportFormat, missing: tuple[str, ...]) -> str:
    """Return what a format lacks here and how to get it; '' when it lacks nothing."""
    if not missing:
        return ""
    way = how_to_get(
        tr("Get it with {how_to_install} and start Frostline again.", how_to_install=how_to_install(chosen))
    )
    return tr("Not installed: {missing}. {way}", missing=", ".join(missing), way=way)


def size_of_model(run: Path) -> int | None:
    """Return the size of the model of a run folder, or of a model file, in bytes; None where it can't be read."""
    try:
        return (run / MODEL_FILE if run.is_dir() else run).stat().st_size
    except OSError:
        return None
