"""The licence texts of what a frozen program brings along, found by the files that it collects.

Those of Python packages are in their metadata, that of Python beside it, and those of system libraries where Debian
keeps them, with the texts that all of them point to (the LGPL of Qt is one). On other systems only the first two.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from importlib.metadata import Distribution, packages_distributions
from pathlib import Path

#: (path in the program, file here, kind), as PyInstaller has them.
Entry = tuple[str, str, str]

_NAMES = re.compile(r"(licen[cs]e|copying|copyright|notice|authors)", re.IGNORECASE)
_FOLDER = "licences"
_TEXTS = Path("/usr/share/common-licenses")


def licences_of(collected: Iterable[Entry]) -> list[Entry]:
    """Return the licence files of everything in `collected`, as entries of the folder `licences`."""
    collected = list(collected)
    tops = {re.split(r"[/\\\\.]", path, maxsplit=1)[0] for path, _, _ in collected}
    known = packages_distributions()
    names = sorted({name for top in tops for name in known.get(top, ())}, key=str.lower)
    entries = [entry for name in names for entry in _of_distribution(Distribution.from_name(name))]
    entries += [(f"{_FOLDER}/Python/{file.name}", str(file), "DATA") for file in _of_python()]
    entries += [(f"{_FOLDER}/common/{file.name}", str(file), "DATA") for file in _texts()]
    return entries + _of_system({source for _, source, kind in collected if kind == "BINARY"})


def _of_distribution(distribution: Distribution) -> list[Entry]:
    """Return its licence files; where it has none, its metadata, which names the licence."""
    files = [file for file in distribution.files or () if ".dist-info" in file.parts[0]]
    chosen = [file for file in files if "licenses" in file.parts or _NAMES.match(file.name)]
    chosen = chosen or [file for file in files if file.name == "METADATA"]
    folder = f"{_FOLDER}/{distribution.metadata['Name']} {distribution.version}"
    return [
        (f"{folder}/{'/'.join(file.parts[1:])}", str(distribution.locate_file(file)), "DATA")
        for file in chosen
        if Path(str(distribution.locate_file(file))).is_file()
    ]


def _of_python() -> list[Path]:
    base = Path(sys.base_prefix)
    version = f"python{sys.version_info.major}.{sys.version_info.minor}"
    places = (
        base / "LICENSE.txt",
        base / "lib" / version / "LICENSE.txt",
        Path("/usr/share/doc") / version / "copyright",
    )
    return [place for place in places if place.is_file()][:1]


def _texts() -> list[Path]:
    return sorted(file for file in _TEXTS.glob("*") if file.is_file())


def _of_system(libraries: Iterable[str]) -> list[Entry]:
    """Return the copyright files of the Debian packages that the system's own among the libraries come from."""
    system = [library for library in libraries if library.startswith(("/lib", "/usr/lib"))]
    if not system or shutil.which("dpkg") is None:
        return []
    # What is a link, or lies below the merged /usr, is known to dpkg by one of its names only.
    real = {str(Path(library).resolve()) for library in system}
    names = {*system, *real, *(name.removeprefix("/usr") for name in real)}
    said = subprocess.run(["dpkg", "-S", *sorted(names)], capture_output=True, text=True, check=False).stdout
    packages = sorted({line.split(":")[0] for line in said.splitlines() if not line.startswith("diversion")})
    files = {package: Path("/usr/share/doc") / package / "copyright" for package in packages}
    return [(f"{_FOLDER}/{package}/copyright", str(file), "DATA") for package, file in files.items() if file.is_file()]
