"""Where an export may be written: never over anything but an earlier export."""

from __future__ import annotations

import zipfile
from pathlib import Path

from core.errors import UnusableInput
from core.export.formats import ExportFormat
from core.training.run_record import LABELS_FILE

_SAVED_MODEL_PARTS = frozenset({"saved_model.pb", "fingerprint.pb", "variables", "assets", LABELS_FILE})


def labels_beside(destination: Path, chosen: ExportFormat) -> Path:
    """Return where the class names go: beside a file, as `<stem>.labels.txt`, or inside a folder."""
    return destination.with_name(f"{destination.stem}.{LABELS_FILE}") if chosen.suffix else destination / LABELS_FILE


def claim_destination(wish: Path, chosen: ExportFormat) -> Path:
    """Return where to write, with the format's suffix added if it is missing.

    Raises:
        UnusableInput: something is there that is not an earlier export in this format.

    """
    destination = wish
    if chosen.suffix and wish.suffix.lower() != chosen.suffix and not wish.is_dir():
        destination = wish.with_name(wish.name + chosen.suffix)
    if destination.exists() and not _is_earlier_export(destination, chosen):
        raise UnusableInput(_why_refused(destination, chosen), hint="Choose another name.", kind="destination_exists")
    return destination


def _is_earlier_export(destination: Path, chosen: ExportFormat) -> bool:
    if not chosen.suffix:
        return destination.is_dir() and _is_exported_folder(destination)
    return destination.is_file() and zipfile.is_zipfile(destination) and labels_beside(destination, chosen).is_file()


def _is_exported_folder(folder: Path) -> bool:
    names = {one.name for one in folder.iterdir()}
    return not names or ({"saved_model.pb", LABELS_FILE} <= names <= _SAVED_MODEL_PARTS)


def _why_refused(destination: Path, chosen: ExportFormat) -> str:
    if chosen.suffix and destination.is_dir():
        return f"{destination} is a folder: an export as {chosen.title} is one file."
    return f"{destination} exists already and is not an earlier export, so it is left alone."
