"""Facts about the window's libraries: does Qt start here? Asked in a process of its own, since core has no Qt.

`setup/qt_libraries.sh` installs what is missing; here it is only named.
"""

from __future__ import annotations

import os
import platform
import subprocess
from collections.abc import Mapping

from core.diagnosis.debian_packages import DEBIAN_PACKAGES
from core.diagnosis.keras_state import last_words
from core.diagnosis.software import installed_version
from core.messages import MachineFact
from core.own_python import python_command

_SECONDS_TO_START = 60.0
_START_QT = "from PySide6 import QtWidgets; QtWidgets.QApplication(['doctor'])"


def qt_facts() -> tuple[MachineFact, ...]:
    """Return whether the window can be opened on this machine."""
    if installed_version("PySide6-Essentials") is None:
        finding = "PySide6 is not installed: the command line works, the window doesn't"
        return (MachineFact(topic="window", finding=finding, ok=True),)
    screen = has_screen(platform.system(), os.environ)
    return (_window_fact(_trouble_of_qt(os.environ | ({} if screen else {"QT_QPA_PLATFORM": "offscreen"})), screen),)


def has_screen(system: str, environment: Mapping[str, str]) -> bool:
    """Tell whether there is a screen to open a window on; Linux says so in the environment."""
    return system != "Linux" or bool(environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"))


def _trouble_of_qt(environment: Mapping[str, str]) -> str:
    """Start Qt for a moment; return '' or the last words of the process that failed to."""
    try:
        answer = subprocess.run(
            python_command(["-c", _START_QT]),
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_START,
            check=False,
            env=dict(environment),
        )
    except subprocess.TimeoutExpired:
        return f"no answer within {_SECONDS_TO_START:.0f} seconds"
    if answer.returncode == 0:
        return ""
    # When a platform plugin doesn't load, Qt says so and aborts; the list of plugins that it adds says nothing.
    said = [line for line in answer.stderr.splitlines() if "loaded" in line or "Error" in line]
    return said[-1] if said else last_words(answer)


def _window_fact(trouble: str, screen: bool) -> MachineFact:
    if trouble:
        return MachineFact(
            topic="window",
            finding=f"Qt does not start: {trouble}",
            ok=False,
            remedy="On Debian and Ubuntu: apt-get install " + " ".join(sorted(set(DEBIAN_PACKAGES.values()))),
        )
    finding = "Qt starts" if screen else "Qt starts, but there is no screen: only the command line and the demo work"
    return MachineFact(topic="window", finding=finding, ok=True)
