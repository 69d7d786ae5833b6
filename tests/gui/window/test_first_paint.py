"""The window is on the screen soon, since nothing that is slow to load is loaded before. Real processes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

_ROOT = Path(__file__).parents[3]
_ASK_WHAT_IS_LOADED = """
import sys
from PySide6.QtWidgets import QApplication
application = QApplication([])
from gui.app import create_window
window = create_window(pages_when_idle=True)
names = ("keras", "tensorflow", "torch", "pyqtgraph", "numpy", "gui.training.page", "sklearn")
def when_painted():
    print([name for name in names if name in sys.modules], flush=True)
    window.close()
    application.quit()
window.first_painted.disconnect()
window.first_painted.connect(when_painted)
window.show()
application.exec()
"""


def test_nothing_slow_is_loaded_before_the_first_paint() -> None:
    done = subprocess.run(
        [sys.executable, "-c", _ASK_WHAT_IS_LOADED], capture_output=True, text=True, timeout=60, check=True, cwd=_ROOT
    )
    assert done.stdout.strip() == "[]"


def test_window_is_painted_soon_after_the_process_starts() -> None:
    started = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.sides.first_paint"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        cwd=_ROOT,
        env={**os.environ},
    )
    seconds = (int(done.stdout.split()[0]) - started) / 1e9
    print(f"first paint after {seconds:.2f} s")
    assert seconds < 15, "thirty times what an idle machine needs"
