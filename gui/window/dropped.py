"""What something dropped on the window is: a data folder, or pictures to classify. A plain function, no widgets.

How pictures are read from Qt's mime data is the Predict page's knowledge; only the folder is added here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from gui.prediction.dropped_sources import may_hold_pictures, read_sources


@dataclass(frozen=True)
class DroppedFolder:
    """One folder and nothing else: open it as data."""

    folder: Path


@dataclass(frozen=True)
class DroppedPictures:
    """Paths, or encoded pictures as bytes: classify them. Whether they are pictures the worker finds out."""

    sources: tuple[Path | bytes, ...]


@dataclass(frozen=True)
class NothingUsable:
    """Nothing that can be used, and why, in a sentence."""

    reason: str


Dropped = DroppedFolder | DroppedPictures | NothingUsable


def may_be_dropped(mime: QMimeData) -> bool:
    """Return whether it is worth letting go here; cheap, since it is asked while the mouse moves."""
    return may_hold_pictures(mime)


def only_folder(mime: QMimeData) -> Path | None:
    """Return the folder that `mime` holds and nothing else, or None."""
    urls = mime.urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.is_dir() else None


def read_dropped(mime: QMimeData) -> Dropped:
    """Return what `mime` holds."""
    folder = only_folder(mime)
    if folder is not None:
        return DroppedFolder(folder)
    read = read_sources(mime)
    if read.sources:
        return DroppedPictures(read.sources)
    return NothingUsable(read.refusals[0].reason if read.refusals else "There is neither a folder nor a picture in it.")
