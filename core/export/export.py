"""Exporting a run's model: written beside its destination, opened again, compared, and only then put into place.

What the formats are is in `formats`, how each is written in `write_model`, how it is checked in `verify`, what may be
written over in `destination`.
"""

from __future__ import annotations

import dataclasses
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from core.disk_errors import cannot_write
from core.errors import FrostlineError
from core.export.destination import (
    claim_destination,
    digests_of,
    labels_beside,
    refuse_labels_of_another,
    report_beside,
)
from core.export.formats import FLOAT32, FORMATS, ExportFormat, require_format, require_options, require_packages
from core.export.journal import noted
from core.export.scripts.export_script import export_script
from core.export.snippets import snippet_of
from core.export.staging import clear_up, publish, staging_folder
from core.job_control import JobControl
from core.messages import ModelExported, Notice

if TYPE_CHECKING:
    from core.export.card import CardFacts
    from core.export.pictures import ComparedPicture
    from core.export.verify import Comparison
    from core.export.write_model import ModelToWrite

__all__ = ["FORMATS", "export_run"]


def export_run(
    run: Path,
    format: str,  # noqa: A002
    destination: Path,
    control: JobControl,
    *,
    precision: str = FLOAT32,
    resize_inside: bool = False,
) -> ModelExported:
    """Write the model of a run folder (or a .keras file) as `format` to `destination`, with its class names.

    precision, resize_inside: as in `core.messages.Export`. Beside it come the class names and the report. Reports
    Progress of the stages `export`, `calibrate` and `verify`.

    Raises:
        UnusableInput: the run, the format, what it needs, an option or the destination can't be used.
        FrostlineError: the model can't be written, or is not sound when opened again; nothing is left then.
        Stopped: the user asked for it.

    """
    chosen = require_format(format)
    require_options(chosen, precision, resize_inside=resize_inside)
    require_packages(chosen)
    if chosen.is_script:
        with noted(destination.absolute()):
            return export_script(run, chosen, destination, control)
    clear_up(destination.absolute().parent)
    destination = claim_destination(destination, chosen)
    with noted(destination), _disk_errors_in_words(destination):
        return _export(run, chosen, destination, precision, control, resize_inside=resize_inside)


def _export(
    run: Path, chosen: ExportFormat, destination: Path, precision: str, control: JobControl, *, resize_inside: bool
) -> ModelExported:
    from core.explanation.keep_reference import keep_reference
    from core.export.card import write_card
    from core.export.export_card import card_facts
    from core.export.write_model import ModelToWrite, write_model
    from core.prediction.model_shelf import warm_model
    from core.prediction.trained_model import model_file_of

    keep_reference(run, control)
    trained, model_file = warm_model(run), model_file_of(run).absolute()
    wanted = ModelToWrite(
        trained=trained, model_file=model_file, chosen=chosen, precision=precision, resize_inside=resize_inside
    )
    labels = "".join(f"{name}\n" for name in trained.class_names).encode("utf-8")
    if chosen.suffix:
        refuse_labels_of_another(labels_beside(destination, chosen), labels, destination)
    with staging_folder(destination) as staging:
        staged = staging / destination.name
        write_model(wanted, staged, control)
        labels_beside(staged, chosen).write_bytes(labels)
        comparison = _checked(wanted, staged, control)
        exported = _as_event(wanted, comparison, staged, destination)
        card = card_facts(wanted, exported, run, control)
        if not chosen.suffix:
            exported = dataclasses.replace(exported, card=destination / write_card(card, staged).name)
        _publish(wanted, comparison, staged, destination)
    if chosen.suffix:
        exported = _with_card(exported, card, control)
    return exported


def _checked(wanted: ModelToWrite, staged: Path, control: JobControl) -> Comparison:
    """Compare what was written with the trained model.

    Raises:
        FrostlineError: it is not the same.

    """
    from core.export.pictures import COMPARED, MEASURED, have_changed, pictures_to_compare
    from core.export.verify import compare

    trained = wanted.trained
    control.progress("verify", 0, 1)
    count = COMPARED if wanted.precision == FLOAT32 else MEASURED
    snippet = snippet_of(
        wanted.chosen.name,
        staged,
        labels_beside(staged, wanted.chosen),
        image_size=trained.image_size,
        resize_inside=wanted.resize_inside,
    )
    assert snippet is not None, f"{wanted.chosen.name} has no lines that load it"
    for is_last in (False, False, True):
        with tempfile.TemporaryDirectory(prefix="frostline-") as folder:
            pictures = pictures_to_compare(trained, count, Path(folder), control)
            try:
                comparison = compare(trained, wanted.model_file, pictures, snippet, wanted.chosen, control)
                _refuse_unsound(wanted, comparison, pictures)
            except FrostlineError as error:
                # The model is not to blame for pictures that went or changed meanwhile: those that are left decide.
                if is_last or error.kind != "export_unsound" or not have_changed(pictures, trained):
                    raise
                continue
        break
    control.progress("verify", comparison.images, comparison.images)
    return comparison


def _refuse_unsound(wanted: ModelToWrite, comparison: Comparison, pictures: Sequence[ComparedPicture]) -> None:
    from core.export.verify import refuse_unsound

    refuse_unsound(
        comparison,
        pictures,
        precision=wanted.precision,
        resize_inside=wanted.resize_inside,
        in_16_bits=any(layer.compute_dtype in ("float16", "bfloat16") for layer in wanted.trained.model.layers),
    )


def _as_event(wanted: ModelToWrite, comparison: Comparison, staged: Path, destination: Path) -> ModelExported:
    from core.export.report import size_of

    labels = labels_beside(staged, wanted.chosen)
    return ModelExported(
        format=wanted.chosen.name,
        destination=destination,
        labels=labels_beside(destination, wanted.chosen),
        size_bytes=sum(size_of(part) for part in staged.parent.iterdir() if part != labels),
        images_compared=comparison.images,
        max_difference=comparison.max_difference,
        precision=wanted.precision,
        resize_inside=wanted.resize_inside,
        image_size=wanted.trained.image_size,
        latency_ms=comparison.latency_ms,
        accuracy=comparison.accuracy,
        accuracy_change=None if wanted.precision == FLOAT32 else comparison.accuracy_change,
        report=report_beside(destination),
    )


def _publish(wanted: ModelToWrite, comparison: Comparison, staged: Path, destination: Path) -> None:
    """Write the report and move everything into place, the report last."""
    from core.export.report import report_text, size_of

    parts = sorted(staged.parent.iterdir())
    files = {name: digest for part in parts for name, digest in digests_of(part).items()}
    size = sum(size_of(part) for part in parts if part != labels_beside(staged, wanted.chosen))
    report = staged.with_name(report_beside(destination).name)
    report.write_text(report_text(wanted, comparison, files, size), encoding="utf-8")
    publish((*parts, report), destination.parent)


def _with_card(exported: ModelExported, card: CardFacts, control: JobControl) -> ModelExported:
    """Write the model card beside a file that is in place already; a disk that is full costs the card alone."""
    from core.export.card import write_card

    try:
        return dataclasses.replace(exported, card=write_card(card))
    except OSError as error:
        control.report(Notice(message=f"The model card can't be written: {error.strerror or error}."))
        return exported


@contextmanager
def _disk_errors_in_words(destination: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise cannot_write("The export", destination, error, then="export again, or choose another place") from error
