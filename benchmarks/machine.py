"""The machine and the versions that the results belong to, as (term, value) pairs. Nothing of its owner is told."""

from __future__ import annotations

import importlib.metadata
import os
import platform
from datetime import datetime
from pathlib import Path

from benchmarks.own_process import ROOT
from core import __version__

_PACKAGES = ("keras", "tensorflow", "torch", "scikit-learn", "numpy", "pillow", "PySide6-Essentials")


def describe_machine() -> tuple[tuple[str, str], ...]:
    """Return date, processor, memory, system, and the versions of what is measured."""
    return (
        ("Date", f"{datetime.now().astimezone():%Y-%m-%d %H:%M}"),
        ("Processor", f"{_processor()}, {_cores()} cores"),
        ("Memory", _memory()),
        ("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("Backend", os.environ.get("KERAS_BACKEND", "tensorflow")),
        ("Frostline", f"{__version__}{_commit()}"),
        ("Python", platform.python_version()),
        *((name, version) for name in _PACKAGES if (version := _version(name))),
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    names = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _memory() -> str:
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return "not known"
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 1e9:.0f} GB"


def _commit() -> str:
    """Return the commit that is checked out, read from the files of git; '' outside of a clone."""
    try:
        head = (ROOT / ".git" / "HEAD").read_text().strip()
        reference = head.removeprefix("ref: ")
        commit = head if reference == head else (ROOT / ".git" / reference).read_text().strip()
    except OSError:
        return ""
    return f", commit {commit[:7]}"


def _version(package: str) -> str:
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return ""
