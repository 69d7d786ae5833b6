"""Packages that go into a program as they lie in their folder, without following what each of their modules imports.

So the program also gets what they could import: the standard library, and what of other packages their source names.
Nothing is imported to find that out.
"""

from __future__ import annotations

import importlib.machinery
import importlib.util
import re
import sys
from collections.abc import Iterable, Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

#: Of the standard library, what makes windows, installs and tests Python, wants libraries of the system, or is a joke.
_UNUSED = frozenset({"antigravity", "distutils", "ensurepip", "idlelib", "lib2to3", "pydoc_data", "test", "this"}) | {
    *("tkinter", "_tkinter", "turtle", "turtledemo", "venv"),
    *("curses", "_curses", "_curses_panel", "crypt", "_crypt", "nis", "ossaudiodev", "spwd", "readline", "rlcompleter"),
    *("_dbm", "_gdbm"),
}
_IMPORT = re.compile(r"^[ \t]*import[ \t]+([A-Za-z_][\w.]*)", flags=re.MULTILINE)
_FROM = re.compile(r"^[ \t]*from[ \t]+([A-Za-z_][\w.]*)[ \t]+import[ \t]+\(?([\w, \t]*)", flags=re.MULTILINE)
_ENDINGS = (".py", *importlib.machinery.EXTENSION_SUFFIXES)


def files_of(package: str) -> list[tuple[str, str, str]]:
    """Return all files of a package, as entries of PyInstaller's: path in the program, file here, kind.

    Wheels put the libraries that a package needs into a folder beside it, as `scikit_learn.libs`; so those too.
    """
    (folder,) = _folders(package)
    beside = [folder.with_name(f"{name.replace('-', '_')}.libs") for name in packages_distributions().get(package, ())]
    files = sorted(file for one in (folder, *beside) for file in one.rglob("*") if file.is_file())
    return [(file.relative_to(folder.parent).as_posix(), str(file), "DATA") for file in files]


def modules_that_it_imports(package: str, *, without: Iterable[str]) -> list[str]:
    """Return the modules of other packages that its source names and that are installed.

    without: packages to leave out, beside those of the standard library.
    """
    (folder,) = _folders(package)
    named: set[str] = set()
    for file in folder.rglob("*.py"):
        if "tests" in file.parts:
            continue
        text = file.read_text(encoding="utf-8", errors="replace")
        named.update(_IMPORT.findall(text))
        for module, names in _FROM.findall(text):
            named.add(module)
            named.update(f"{module}.{words.split()[0]}" for words in names.split(",") if words.strip())
    unwanted = {package, *without, *sys.stdlib_module_names}
    return sorted(name for name in named if name.split(".")[0] not in unwanted and _is_installed(name))


def modules_of(package: str) -> list[str]:
    """Return the names of all modules of a package, and its own, but for those of its tests."""
    return [package, *_modules_below(package)]


def standard_library() -> list[str]:
    """Return the names of the modules of the standard library that are here, those of its packages too."""
    tops = sorted(name for name in sys.stdlib_module_names - _UNUSED if _is_installed(name))
    return [*tops, *(name for top in tops for name in _modules_below(top))]


def _modules_below(package: str) -> Iterator[str]:
    for folder in _folders(package):
        for file in sorted(file for ending in _ENDINGS for file in folder.rglob(f"*{ending}")):
            parts = [package, *file.relative_to(folder).parent.parts, file.name.split(".")[0]]
            if not {"test", "tests", "idle_test"} & set(parts):
                yield ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _is_installed(module: str) -> bool:
    top, *rest = module.split(".")
    if not rest:
        spec = _spec(top)
        return spec is not None
    for folder in _folders(top):
        place = folder.joinpath(*rest)
        if place.is_dir() or any(place.with_name(place.name + ending).is_file() for ending in _ENDINGS):
            return True
    return False


def _folders(package: str) -> list[Path]:
    """Return the folders of a package: one, or several where packages share its name; none of a plain module."""
    spec = _spec(package)
    return [Path(place) for place in (spec.submodule_search_locations or [] if spec is not None else [])]


def _spec(top: str) -> importlib.machinery.ModuleSpec | None:
    try:
        return importlib.util.find_spec(top)
    except (ImportError, ValueError):
        return None
