"""`gui` never imports a framework, be it through `core`: every module of it is imported with those blocked."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def probe(package: str, *blocked: str) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(filter(None, (str(ROOT), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [sys.executable, str(ROOT / "tests" / "import_probe.py"), package, *blocked],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_window_needs_no_machine_learning_framework() -> None:
    done = probe("gui", "keras", "tensorflow", "torch", "jax")

    assert done.returncode == 0, done.stdout


def test_the_window_starts_where_there_is_no_library_for_d_bus() -> None:
    done = probe("gui.app", "jeepney")

    assert done.returncode == 0, done.stdout
