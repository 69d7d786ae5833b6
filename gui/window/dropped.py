"""What something dropped on the window is: data, a project, a run, a freeze plan, or pictures. Plain functions.

How pictures are read from Qt's mime data is the Predict page's knowledge; only folder and plan are added here.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData

from core.network.plan_file import SUFFIX
from gui.language.translate import tr
from gui.opened_path import OpenedAs, opened_as
from gui.prediction.dropped_sources import may_hold_pictures, read_sources


@dataclass(frozen=True)
class DroppedFolder:
    """One folder and nothing else: open it as data."""

    folder: Path


@dataclass(frozen=True)
class DroppedProject:
    """The folder of one project and nothing else: open it."""

    folder: Path


@dataclass(frozen=True)
class DroppedRun:
    """The folder of one run and nothing else: use it."""

    folder: Path


@dataclass(frozen=True)
class DroppedPlan:
    """One file and nothing else that is named as a freeze plan: open it."""

    file: Path


@dataclass(frozen=True)
class DroppedPictures:
    """Paths, or encoded pictures as bytes: classify them. Whether they are pictures the worker finds out."""

    sources: tuple[Path | bytes, ...]


@dataclass(frozen=True)
class NothingUsable:
    """Nothing that can be used, and why, in a sentence."""

    reason: str


Dropped = DroppedFolder | DroppedProject | DroppedRun | DroppedPlan | DroppedPictures | NothingUsable


_BY_KIND: dict[OpenedAs | None, type[DroppedProject | DroppedRun | DroppedFolder]] = {
    OpenedAs.PROJECT: DroppedProject,
    OpenedAs.RUN: DroppedRun,
}


def may_be_dropped(mime: QMimeData) -> bool:
    """Return whether it is worth letting go here; cheap, since it is asked while the mouse moves."""
    return may_hold_pictures(mime)


def only_folder(mime: QMimeData) -> Path | None:
    """Return the folder that `mime` holds and nothing else, or None."""
    path = _only_path(mime)
    return path if path is not None and path.is_dir() else None


def only_plan(mime: QMimeData) -> Path | None:
    """Return the file that `mime` holds and nothing else if it is named as a freeze plan, or None."""
    path = _only_path(mime)
    return path if path is not None and path.name.endswith(SUFFIX) and not path.is_dir() else None


def read_dropped(mime: QMimeData) -> Dropped:
    """Return what `mime` holds."""
    folder = only_folder(mime)
    if folder is not None:
        return _BY_KIND.get(opened_as(folder), DroppedFolder)(folder)
    plan = only_plan(mime)
    if plan is not None:
        return DroppedPlan(plan)
    read = read_sources(mime)
    if read.sources:
        return DroppedPictures(read.sources)
    return NothingUsable(
        read.refusals[0].reason if read.refusals else tr("There is neither a folder nor a picture in it.")
    )


def _only_path(mime: QMimeData) -> Path | None:
    urls = mime.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
