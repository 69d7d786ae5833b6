"""Whether Qt can show a window on this machine, and if not, why, in a sentence. Imports Qt only to see if it can.

Qt itself aborts the process where there is no screen or a system library is missing; this is asked before.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from core.diagnosis.debian_packages import DEBIAN_PACKAGES


def why_no_window(environment: Mapping[str, str], platform: str) -> str:
    """Return why no window can be shown here, or '' when one can."""
    return why_no_screen(environment, platform) or why_qt_does_not_load(environment, platform)


def why_no_screen(environment: Mapping[str, str], platform: str) -> str:
    """Return '' when there is a screen, or when Qt was told what to use instead."""
    if not platform.startswith("linux"):
        return ""
    if any(environment.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")):
        return ""
    return (
        "There is no screen here: neither DISPLAY nor WAYLAND_DISPLAY is set. "
        "The commands work without one (`frostline --help`); `frostline demo` shows the window's pages as pictures."
    )


def why_qt_does_not_load(environment: Mapping[str, str], platform: str) -> str:
    """Return which system library is missing for Qt, with the line that installs it, or ''."""
    try:
        import PySide6.QtWidgets  # noqa: F401
    except ImportError as error:
        return qt_error_in_words(str(error))
    if _will_use_xcb(environment, platform):
        return _why_xcb_does_not_load()
    return ""


def qt_error_in_words(error: str) -> str:
    """Return what the loader's complaint means, and what to do.

    error: `libEGL.so.1: cannot open shared object file: No such file or directory`.
    """
    library = error.split(":", 1)[0].strip()
    if ".so" not in library:
        return f"Qt can't be loaded ({error}). Install Frostline again."
    package = DEBIAN_PACKAGES.get(library)
    remedy = f": `sudo apt-get install {package}`" if package else f" find its package with `apt-file search {library}`"
    return f"Qt can't be loaded, since the system library {library} is missing. On Debian and Ubuntu{remedy}."


def _will_use_xcb(environment: Mapping[str, str], platform: str) -> bool:
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if not platform.startswith("linux") or not environment.get("DISPLAY"):
        return False
    return chosen == "xcb" or not (chosen or environment.get("WAYLAND_DISPLAY"))


def _why_xcb_does_not_load() -> str:
    package = find_spec("PySide6")
    if package is None or package.origin is None:
        return ""
    plugin = Path(package.origin).parent / "Qt" / "plugins" / "platforms" / "libqxcb.so"
    if not plugin.exists():  # Qt of the distribution: its package brings what it needs.
        return ""
    try:
        ctypes.CDLL(str(plugin))
    except OSError as error:
        return qt_error_in_words(str(error))
    return ""
