"""Opening dropped folders: their pictures take their place, found in a thread of Qt's pool, up to a bound.

Which files are taken for pictures is said by `core.prediction.sources`; whether they are any the worker finds out.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QThreadPool, Signal

from core.prediction.sources import pictures_in
from gui.language.translate import tr
from gui.prediction.dropped_sources import DroppedSources, Refusal

#: More pictures at once than this are not for looking at.
MOST_PICTURES = 20_000


def open_folders(sources: Sequence[Path | bytes], most: int = MOST_PICTURES) -> DroppedSources:
    """Return `sources` with the pictures of each folder, sub-folders included, in its place; at most `most` of all."""
    found: list[Path | bytes] = []
    refusals: list[Refusal] = []
    for source in sources:
        if isinstance(source, Path) and source.is_dir():
            inside = pictures_in(source)
            found += inside
            if not inside:
                refusals.append(Refusal(name=source.name, reason=tr("There is no picture in this folder.")))
        else:
            found.append(source)
    if len(found) > most:
        reason = tr(
            "Only the first {most} of {count} pictures were taken. `frostline predict` takes any number.",
            most=most,
            count=len(found),
        )
        refusals.append(Refusal(name=tr("Too many"), reason=reason))
    return DroppedSources(sources=tuple(found[:most]), refusals=tuple(refusals))


class FolderOpener(QObject):
    """Opens folders in a thread, one drop after another."""

    opened = Signal(object)  # DroppedSources without folders

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._done = _Done()
        self._done.opened.connect(self.opened)

    def open(self, dropped: DroppedSources) -> None:
        """Open the folders among `dropped`; `opened` follows, at once when there is none."""
        if any(isinstance(source, Path) and source.is_dir() for source in dropped.sources):
            done = self._done
            self._pool.start(lambda: done.opened.emit(_opened(dropped)))
        else:
            self.opened.emit(dropped)


class _Done(QObject):
    """Carries answers from the pool's thread to the window's."""

    opened = Signal(object)


def _opened(dropped: DroppedSources) -> DroppedSources:
    opened = open_folders(dropped.sources)
    return DroppedSources(sources=opened.sources, refusals=(*dropped.refusals, *opened.refusals))
