"""The binding of Qt may not lose references: a window that emits some thousand signals would abort.

Found in PySide6 6.12.0 on Python 3.11, where True is not immortal: each emit takes a reference to True away, until
"Fatal Python error: bool_dealloc". In a process of its own, since a loss would end the tests' one.
"""

from __future__ import annotations

import subprocess
import sys

EMIT_OFTEN = """
from PySide6.QtCore import QObject, Signal

class Emitter(QObject):
    happened = Signal()

emitter = Emitter()
for _ in range(100_000):
    emitter.happened.emit()
"""


def test_a_process_survives_any_number_of_signals() -> None:
    emitting = subprocess.run([sys.executable, "-c", EMIT_OFTEN], capture_output=True, text=True, check=False)

    assert emitting.returncode == 0, f"This PySide6 is unsafe with this Python, take one below 6.12:\n{emitting.stderr}"
