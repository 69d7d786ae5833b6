"""A zip from anywhere, looked at by its list of contents before anything of it is unpacked.

What the members must be called is the concern of whoever opens the zip; here is what no zip of Keras' ever has.
"""

from __future__ import annotations

import zipfile
from collections import Counter
from pathlib import PurePosixPath, PureWindowsPath

_MOST_MEMBERS = 100
#: Numbers hardly shrink; configurations do, to a tenth. What unpacks to less than the floor harms nobody.
_MOST_EXPANSION, _EXPANSION_FLOOR = 200, 1 << 24
_ENCRYPTED = 1


def why_not_to_unpack(archive: zipfile.ZipFile) -> str:
    """Return what is wrong with the members of `archive`, as the end of a sentence, or ''."""
    members = archive.infolist()
    if len(members) > _MOST_MEMBERS:
        return f"it holds {len(members):,} files"
    twice = [name for name, count in Counter(member.filename for member in members).items() if count > 1]
    if twice:
        return f"it holds '{_shown(twice[0])}' twice"
    return next((why for why in map(_why_not_to_unpack_one, members) if why), "")


def _why_not_to_unpack_one(member: zipfile.ZipInfo) -> str:
    name = member.filename
    if not is_inside(name):
        return f"'{_shown(name)}' in it would be unpacked to another folder"
    if member.flag_bits & _ENCRYPTED:
        return f"'{_shown(name)}' in it is encrypted"
    if member.file_size > max(_EXPANSION_FLOOR, _MOST_EXPANSION * member.compress_size):
        return f"'{_shown(name)}' in it would take {member.file_size / 1e9:,.1f} GB, packed into almost nothing"
    return ""


def is_inside(name: str) -> bool:
    """Whether a name with '/' stays inside the folder that it is relative to, on every system."""
    parts = PurePosixPath(name.replace("\\", "/")).parts
    drive = PureWindowsPath(name).drive
    return bool(name) and not drive and "\0" not in name and ".." not in parts and parts[:1] != ("/",)


def _shown(name: str) -> str:
    return name.encode("utf-8", errors="replace").decode("utf-8")[:80]
