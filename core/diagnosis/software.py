"""Facts about software: the system, Python, and the packages that matter. Nothing is imported to find its version."""

from __future__ import annotations

import importlib.metadata
import platform
import sys

from core import __version__
from core.messages import MachineFact
from core.self_contained import how_to_get

#: Distribution names. The backends are asked for themselves, see `backends`.
_NEEDED = ("keras", "numpy", "pillow", "h5py", "scikit-learn")
_WINDOW = "PySide6-Essentials"
_OLDEST_KERAS = (3, 15, 1)


def software_facts() -> tuple[MachineFact, ...]:
    """Return a fact for the system, for Python, and for each package."""
    return (
        MachineFact(topic="Frostline", finding=__version__, ok=True),
        MachineFact(topic="system", finding=f"{platform.platform()}, {platform.machine()}", ok=True),
        MachineFact(topic="Python", finding=f"{platform.python_version()} ({sys.executable})", ok=True),
        *(_needed(name) for name in _NEEDED),
        _optional(_WINDOW),
    )


def installed_version(distribution: str) -> str | None:
    """Return the version of an installed package, or None."""
    try:
        return importlib.metadata.version(distribution)
    except importlib.metadata.PackageNotFoundError:
        return None


def _needed(name: str) -> MachineFact:
    version = installed_version(name)
    if version is None:
        return MachineFact(topic=name, finding="not installed", ok=False, remedy=how_to_get(f"pip install {name}"))
    if name == "keras" and _numbers(version) < _OLDEST_KERAS:
        oldest = ".".join(map(str, _OLDEST_KERAS))
        return MachineFact(
            topic=name,
            finding=f"{version}, which opens unsafe model files",
            ok=False,
            remedy=f"pip install 'keras>={oldest}'",
        )
    return MachineFact(topic=name, finding=version, ok=True)


def _optional(name: str) -> MachineFact:
    return MachineFact(topic=name, finding=installed_version(name) or "not installed", ok=True)


def _numbers(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".")[:3] if part.isdecimal())
