"""Whether a name that somebody types can be that of a class or of a file in a data folder, each doubt in a sentence.

Plain rules on names, stricter than those for names that are there already: a data folder travels between systems, and
what is new should arrive everywhere. Only whether a file is there already is looked up.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from pathlib import Path, PurePosixPath

from core.data.listing import is_passed_over, looks_like_image

_SEPARATORS, _REFUSED_BY_WINDOWS = "/\\", '<>:"|?*'
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{number}" for port in ("com", "lpt") for number in range(1, 10))}
)
#: The longest name of a file that the usual file systems keep, in bytes.
_LONGEST = 255


def why_no_class(name: str, classes: Iterable[str]) -> str:
    """Return why `name`, without blanks around it, can't be a class beside `classes`; '' where it can or is one."""
    if name in classes:
        return ""
    if not name:
        return "Type the name of a class."
    if any(one in name for one in _SEPARATORS):
        return "A class's name is that of a folder: it can't have / or \\ in it."
    alike = next((one for one in classes if _is_same_but_for_case(one, name)), None)
    if alike is not None:
        return f"There is a class '{alike}' already, which differs in capital letters only: write it like that."
    return _why_no_name(name)


def why_no_file(folder: Path, file: Path, name: str) -> str:
    """Return why `file` can't be renamed to `name`, relative to the data folder `folder`; '' where it can."""
    if not name:
        return "Type the name that the file shall have."
    if "\\" in name:
        return "Write / between a folder and a file, not \\."
    if name.startswith("/") or ".." in name.split("/"):
        return f"The file stays inside {folder.name}: name it as CLASS/FILE."
    parts = name.split("/")
    if not all(parts):
        return "A folder or the file has no name: there is nothing before, after or between a /."
    if len(parts) == 1:
        return "A picture lies in the folder of its class: name it as CLASS/FILE."
    for part in parts:
        if why := _why_no_name(part):
            return why
    if not looks_like_image(name):
        suffix = PurePosixPath(name).suffix
        return f"A file that ends in {suffix} is not taken for a picture: keep the ending {file.suffix or 'away'}."
    return _why_not_there(folder, file, folder / name)


def _why_not_there(folder: Path, file: Path, new: Path) -> str:
    if new == file:
        return ""
    if new.exists() and not (_is_same_but_for_case(new.as_posix(), file.as_posix()) and new.samefile(file)):
        return f"There is {new.relative_to(folder).as_posix()} already: choose another name."
    above = next(place for place in new.parents if place.exists())
    return "" if above.is_dir() else f"{above.relative_to(folder).as_posix()} is a file, not a folder."


def _why_no_name(name: str) -> str:
    """Return why no folder and no file should be called so."""
    if name.startswith("."):
        return "A name that begins with a dot is hidden, and passed over."
    if is_passed_over(name):
        return f"'{name}' is a name of the system's own, and passed over."
    if any(unicodedata.category(one) == "Cc" for one in name):
        return "A name can't have tabs, line breaks or other control characters in it."
    refused = [one for one in _REFUSED_BY_WINDOWS if one in name]
    if refused:
        return f"A name with {' '.join(refused)} in it can't be kept on every system."
    if name.partition(".")[0].rstrip().lower() in _DEVICES:
        return f"'{name}' is the name of a device on Windows: choose another one."
    if name != name.strip() or name.endswith("."):
        return f"'{name}' begins or ends with a blank, or ends with a dot, which not every system keeps."
    if len(name.encode(errors="surrogateescape")) > _LONGEST:
        return f"The name is too long: at most {_LONGEST} bytes, which are as many plain letters."
    return ""


def _is_same_but_for_case(one: str, other: str) -> bool:
    return one != other and one.casefold() == other.casefold()
