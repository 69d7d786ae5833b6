"""What is left to look at when the self-contained program did not do what it should: its log files and its screen."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.package.bare_machine import ROOT

#: Pictures of the screen, where they stay when the folders of the tests are gone.
PICTURES = ROOT / "build" / "package"
#: Of each log file, from its end.
_CHARACTERS = 4000

#: Qt can't see the windows of others, but the screen as a whole. A process of its own, since Qt in this one may be
#: without a screen.
_LOOK = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
picture = application.primaryScreen().grabWindow(0).toImage()
across, down = range(0, picture.width(), 16), range(0, picture.height(), 16)
print(len({picture.pixel(x, y) for x in across for y in down}))
sys.exit(0 if not sys.argv[1] or picture.save(sys.argv[1]) else 1)
"""


def has_screen() -> bool:
    """Whether the program's windows are on an X11 screen that can be looked at."""
    return bool(os.environ.get("DISPLAY")) and os.environ.get("QT_QPA_PLATFORM", "xcb") == "xcb"


def colours_on_screen(picture: Path | None = None) -> int:
    """Return how many colours the screen shows, a bare one at most a few; its picture is written where that is named.

    Raises:
        subprocess.CalledProcessError: there is no screen, or the picture can't be written.

    """
    command = [sys.executable, "-c", _LOOK, str(picture or "")]
    environment = os.environ | {"QT_QPA_PLATFORM": "xcb"}
    done = subprocess.run(command, env=environment, check=True, capture_output=True, text=True, timeout=60)
    return int(done.stdout)


def evidence(name: str, *places: Path) -> str:
    """Return the ends of all log files below `places`, and where a picture of the screen was left, called `name`."""
    logs = sorted({file for place in places for file in place.rglob("*.log") if file.is_file()})
    texts = [f"--- {file}\n{file.read_text(encoding='utf-8', errors='replace')[-_CHARACTERS:]}" for file in logs]
    return "\n".join([*texts, _picture_of_screen(name)])


def _picture_of_screen(name: str) -> str:
    if not has_screen():
        return "--- There is no screen to take a picture of."
    PICTURES.mkdir(parents=True, exist_ok=True)
    picture = PICTURES / f"{name}.png"
    try:
        colours = colours_on_screen(picture)
    except subprocess.SubprocessError as error:
        return f"--- No picture of the screen could be taken: {error}"
    return f"--- The screen, which shows {colours} colours: {picture}"
