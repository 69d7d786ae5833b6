"""`gui` never imports a framework, be it through `core`: every module of it is imported with those blocked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_window_needs_no_machine_learning_framework() -> None:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))

    probe = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "import_probe.py"), "gui", "keras", "tensorflow", "torch", "jax"],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )

    assert probe.returncode == 0, probe.stdout
