"""Where an export may be written, and what it may replace: nothing but an earlier export that nobody has touched.

Beside every export stands its report, NAME.export.json (`report`), which lists the files of the export with a digest of
each. A file or folder is ours if such a report lists it as it is now; everything else is somebody's work. Several
exports may share a folder, and even the file of class names, as long as the names are the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import xxhash

from core.errors import UnusableInput
from core.export.formats import ExportFormat
from core.training.run_record import LABELS_FILE
from core.typed_json import read_json

REPORT_SUFFIX = ".export.json"
#: The key in a report under which the files stand: names relative to the report's folder, with '/', and digests.
FILES = "files"
_CHUNK = 1 << 20


def labels_beside(destination: Path, chosen: ExportFormat) -> Path:
    """Return where the class names go: beside a file, as `<stem>.labels.txt`, or inside a folder."""
    return destination.with_name(f"{destination.stem}.{LABELS_FILE}") if chosen.suffix else destination / LABELS_FILE


def report_beside(destination: Path) -> Path:
    """Return where the report of an export goes."""
    return destination.with_name(destination.name + REPORT_SUFFIX)


def claim_destination(wish: Path, chosen: ExportFormat) -> Path:
    """Return where to write, absolute, with the format's suffix added if it is missing.

    Raises:
        UnusableInput: something is there that is not an earlier export, or has been changed since.

    """
    destination = wish.absolute()
    if chosen.suffix and destination.suffix.lower() != chosen.suffix and not destination.is_dir():
        destination = destination.with_name(destination.name + chosen.suffix)
    if chosen.suffix and destination.is_dir():
        raise _refused(f"{destination} is a folder: an export as {chosen.title} is one file.")
    for one in (destination, report_beside(destination), *_companions(destination, chosen)):
        if one.exists() and not may_be_replaced(one):
            raise _refused(f"{one} exists already and is not an earlier export, so it is left alone.")
    return destination


def refuse_labels_of_another(labels: Path, content: bytes, destination: Path) -> None:
    """Refuse to change the class names that another export shares.

    Raises:
        UnusableInput: `labels` is there, says something else, and belongs to another export or to nobody.

    """
    if not labels.exists() or _has_content(labels, content):
        return
    owners = [report for report in _reports_that_list(labels) if report != report_beside(destination)]
    if owners or not _reports_that_list(labels):
        whose = owners[0].name.removesuffix(REPORT_SUFFIX) if owners else "something else"
        raise _refused(f"{labels} holds the class names of {whose}, which are others, so it is left alone.")


def is_ours(path: Path) -> bool:
    """Whether a file or a folder belongs to an export and is as it was written."""
    return bool(_reports_that_list(path))


def may_be_replaced(path: Path) -> bool:
    """Whether a path is an untouched export, a report of one, or an empty folder."""
    if path.name.endswith(REPORT_SUFFIX):
        return bool(_listed_files(path))
    return (path.is_dir() and not any(path.iterdir())) or is_ours(path)


def digests_of(path: Path) -> dict[str, str]:
    """Return a digest of a file, or of every file in a folder, by its name relative to the parent of `path`."""
    files = [path] if path.is_file() else sorted(one for one in path.rglob("*") if not one.is_dir())
    return {one.relative_to(path.parent).as_posix(): _digest(one) for one in files}


def _companions(destination: Path, chosen: ExportFormat) -> tuple[Path, ...]:
    return (destination.with_suffix(".bin"),) if chosen.name == "openvino" else ()


def _reports_that_list(path: Path) -> list[Path]:
    try:
        found = digests_of(path)
    except OSError:
        return []
    reports = sorted(path.parent.glob(f"*{REPORT_SUFFIX}"))
    return [report for report in reports if found and found.items() <= _listed_files(report).items()]


def _listed_files(report: Path) -> dict[str, str]:
    """Return the files that a report lists; none if it is something else that is called like one."""
    try:
        content: Any = read_json(report)
    except (OSError, ValueError):
        return {}
    files = content.get(FILES) if isinstance(content, dict) else None
    return files if isinstance(files, dict) else {}


def _has_content(file: Path, content: bytes) -> bool:
    try:
        return file.read_bytes() == content
    except OSError:
        return False


def _digest(file: Path) -> str:
    digest = xxhash.xxh3_128()
    with file.open("rb") as opened:
        while chunk := opened.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _refused(why: str) -> UnusableInput:
    return UnusableInput(why, hint="Choose another name.", kind="destination_exists")
