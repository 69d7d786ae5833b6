"""Which picture was dropped on the inspector: the first one of what Qt's mime data hold. Plain functions."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData

from gui.language.translate import tr
from gui.prediction.dropped_sources import Refusal, may_hold_pictures, read_sources
from gui.window.dropped import only_folder, only_plan

_NO_PICTURE = tr("There is no picture in it: drop a picture file, or a picture.")


def may_be_a_picture(mime: QMimeData) -> bool:
    """Return whether it is worth letting go here. A folder or a freeze plan is not: the window opens these."""
    return may_hold_pictures(mime) and only_folder(mime) is None and only_plan(mime) is None


def picture_in(mime: QMimeData) -> Path | bytes | Refusal:
    """Return the first picture that was dropped, a file or an encoded one; or why there is none."""
    read = read_sources(mime)
    for source in read.sources:
        if isinstance(source, bytes) or not source.is_dir():
            return source
    return read.refusals[0] if read.refusals else Refusal(name=tr("This"), reason=_NO_PICTURE)
