"""Opening an ini file of the settings folder: one that is damaged is put aside, not written over.

What the settings are is the concern of who opens them.
"""

from __future__ import annotations

import logging
from pathlib import Path

from PySide6.QtCore import QSettings

from core.whole_files import put_aside
from gui.language.translate import tr

#: Ten folders, a geometry and some numbers take 4 kB.
_MOST_BYTES = 1_000_000
#: Values that Qt would rebuild from bytes, any of its types; none of ours is written so.
_REBUILT = (b"@Variant(", b"@DateTime(")

_log = logging.getLogger(__name__)


def open_settings(file: Path) -> tuple[QSettings, str]:
    """Open the settings in `file`; return them, and what to tell when they were damaged, '' otherwise.

    A damaged file is renamed, and the settings are the usual ones.
    """
    said = ""
    if _is_damaged(file):
        try:
            aside = put_aside(file)
            said = tr(
                "The settings in {file} are damaged: they are kept as {name}, and the usual ones hold again.",
                file=file,
                name=aside.name,
            )
        except OSError:
            said = tr(
                "The settings in {file} are damaged and can't be put aside: what is missing in them is as usual.",
                file=file,
            )
        _log.warning("%s", said)
    return QSettings(str(file), QSettings.Format.IniFormat), said


def _is_damaged(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            content = opened.read(_MOST_BYTES + 1)
    except OSError:
        return False  # none yet, or one that can't be read, which costs the memory and nothing else
    if len(content) > _MOST_BYTES or b"\0" in content or any(word in content for word in _REBUILT):
        return True
    try:
        lines = content.decode("utf-8").splitlines()
    except UnicodeDecodeError:
        return True
    told = (line.strip() for line in lines)
    return not all(line[:1] in {"", ";", "#"} or _is_section(line) or "=" in line for line in told)


def _is_section(line: str) -> bool:
    return line.startswith("[") and line.endswith("]")
