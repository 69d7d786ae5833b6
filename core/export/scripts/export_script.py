"""Exporting a run as a script: what `core.export.export` does for models, for programs: nothing is compared."""

from __future__ import annotations

from pathlib import Path

from core.disk_errors import cannot_write
from core.errors import UnusableInput
from core.export.formats import ExportFormat
from core.export.scripts.builder import build_script, is_untouched_script
from core.job_control import JobControl
from core.messages import ModelExported
from core.training.run_record import MODEL_FILE, RECORD_FILE, RunRecord, read_run_record
from core.whole_files import write_bytes


def export_script(run: Path, chosen: ExportFormat, destination: Path, control: JobControl) -> ModelExported:
    """Write the script of a run folder (or of the model file in one) to `destination`, `.py` added if it is missing.

    The result has no labels beside it: a script takes the names of the folders. Reports Progress of stage `export`.

    Raises:
        UnusableInput: there is no run, a script can't do what it did, or something of the user's is at `destination`.
        FrostlineError: it can't be written.

    """
    control.progress("export", 0, 1)
    file = _claimed(destination.absolute(), chosen)
    text = build_script(_record_of(run), chosen.name.removeprefix("script-"), file.name)
    control.raise_if_stopped()
    content = text.encode("utf-8")
    try:
        write_bytes(file, content)
    except OSError as error:
        raise cannot_write("The script", file, error, then="export again, or choose another place") from error
    control.progress("export", 1, 1)
    return ModelExported(
        format=chosen.name,
        destination=file,
        labels=file,
        size_bytes=len(content),
        images_compared=0,
        max_difference=0.0,
    )


def _claimed(wish: Path, chosen: ExportFormat) -> Path:
    file = wish if wish.suffix.lower() == chosen.suffix or wish.is_dir() else wish.with_name(wish.name + chosen.suffix)
    if file.exists() and not is_untouched_script(file):
        raise UnusableInput(
            f"{file} exists already and is not a script as Frostline wrote it, so it is left alone.",
            hint="Choose another name.",
            kind="destination_exists",
        )
    return file


def _record_of(run: Path) -> RunRecord:
    folder = run.parent if run.name == MODEL_FILE and (run.parent / RECORD_FILE).is_file() else run
    if not folder.is_dir():
        raise UnusableInput(
            f"{run} is a model without the record of its run, and a script is written from that.",
            hint="Choose a run folder.",
        )
    return read_run_record(folder)
