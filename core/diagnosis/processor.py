"""The processor's name and the machine's memory, as the system tells them; no framework is asked."""

from __future__ import annotations

import ctypes
import os
import platform
import sys
from pathlib import Path

from core.messages import BackendDevice

_LINUX_LIST = Path("/proc/cpuinfo")


def processor() -> BackendDevice:
    """Return the processor as a device to compute with, and all the memory of the machine as its own."""
    return BackendDevice(kind="CPU", name=processor_name(), memory_bytes=memory_bytes())


def processor_name(linux_list: Path = _LINUX_LIST) -> str:
    """Return the processor's name as its maker writes it, or at least its architecture."""
    try:
        lines = linux_list.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        lines = []
    names = (value.strip() for key, _, value in (line.partition(":") for line in lines) if key.strip() == "model name")
    return next(names, "") or platform.processor() or platform.machine() or "processor"


def memory_bytes() -> int:
    """Return how much memory the machine has; 0 where the system doesn't say."""
    if sys.platform == "win32":
        return _windows_memory()
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, OSError, ValueError):
        return 0


def _windows_memory() -> int:
    kilobytes = ctypes.c_ulonglong(0)
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only there on Windows, as the checker of types knows
    return kilobytes.value * 1024 if kernel.GetPhysicallyInstalledSystemMemory(ctypes.byref(kilobytes)) else 0
