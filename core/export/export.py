"""Exporting a run's model: written beside its destination, opened again, compared, and only then put into place.

What the formats are is in `formats`, how each is written in a file of its own.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import FrostlineError
from core.export.destination import claim_destination, labels_beside
from core.export.formats import FORMATS, ExportFormat, require_format
from core.job_control import JobControl
from core.messages import ModelExported
from core.whole_files import file_beside, folder_beside, write_text

__all__ = ["FORMATS", "export_run"]


def export_run(run: Path, format: str, destination: Path, control: JobControl) -> ModelExported:  # noqa: A002
    """Write the model of a run folder (or a .keras file) as `format` to `destination`, with its class names.

    Reports Progress of the stages `export` and `verify`.

    Raises:
        UnusableInput: the run, the format or the destination can't be used.
        NotYet: a later version brings the format.
        FrostlineError: the model can't be written, or is not sound when opened again; nothing is left then.
        Stopped: the user asked for it.

    """
    chosen = require_format(format)
    destination = claim_destination(destination, chosen)
    try:
        return _export(run, chosen, destination, control)
    except OSError as error:
        raise FrostlineError(
            f"The export can't be written to {destination}: {error.strerror or error}.",
            hint="Make room on the disk, or choose a place that you can write to.",
            kind="cannot_write",
        ) from error


def _export(run: Path, chosen: ExportFormat, destination: Path, control: JobControl) -> ModelExported:
    from core.export.keras_file import write_keras_file
    from core.export.saved_model import require_tensorflow, write_saved_model
    from core.export.verify import largest_difference, pictures_to_compare
    from core.prediction.model_shelf import warm_model
    from core.prediction.trained_model import model_file_of

    if chosen.name == "saved_model":
        require_tensorflow()
    control.progress("export", 0, 1)
    trained, model_file = warm_model(run), model_file_of(run)
    pictures = pictures_to_compare(trained)
    write_beside = file_beside if chosen.suffix else folder_beside
    with write_beside(destination) as unfinished:
        control.raise_if_stopped()
        if chosen.name == "saved_model":
            write_saved_model(trained.model, unfinished)
        else:
            write_keras_file(model_file, unfinished)
        control.progress("export", 1, 1)
        control.progress("verify", 0, 1)
        difference = largest_difference(model_file, unfinished, pictures, control)
        write_text(
            labels_beside(unfinished if not chosen.suffix else destination, chosen),
            "".join(f"{name}\n" for name in trained.class_names),
        )
    control.progress("verify", 1, 1)
    return ModelExported(
        format=chosen.name,
        destination=destination,
        labels=labels_beside(destination, chosen),
        size_bytes=_size(destination),
        images_compared=len(pictures),
        max_difference=difference,
    )


def _size(path: Path) -> int:
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())
