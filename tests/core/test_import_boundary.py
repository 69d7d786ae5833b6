"""`core` runs where there is neither Qt nor the window: every module of it is imported with those blocked."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]

PROBE = ROOT / "tests" / "import_probe.py"


def _import_all(package: str, *blocked: str, root: Path = ROOT) -> subprocess.CompletedProcess[str]:
    path = os.pathsep.join(filter(None, (str(root), os.environ.get("PYTHONPATH"))))
    return subprocess.run(
        [sys.executable, str(PROBE), package, *blocked],
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def test_core_needs_neither_qt_nor_the_window() -> None:
    probe = _import_all("core", "gui", "PySide6", "shiboken6", "pyqtgraph")

    assert probe.returncode == 0, probe.stdout


def test_what_the_window_imports_of_core_needs_no_keras() -> None:
    names = ("core.messages", "core.worker.client", "core.network.freeze_plan", "core.training.run_record")

    for name in names:
        probe = _import_all(name, "keras", "tensorflow", "torch", "jax")
        assert probe.returncode == 0, probe.stdout


@pytest.fixture
def package_with(tmp_path: Path) -> Callable[[str], Path]:
    def make(line: str) -> Path:
        inner = tmp_path / "house" / "room"
        inner.mkdir(parents=True)
        for file in (tmp_path / "house" / "__init__.py", inner / "__init__.py"):
            file.write_text("")
        (inner / "offender.py").write_text(line)
        return tmp_path

    return make


@pytest.mark.parametrize("line", ["import json.tool", "from json import loads"])
def test_the_probe_finds_an_offender(package_with: Callable[[str], Path], line: str) -> None:
    probe = _import_all("house", "json", root=package_with(line))

    assert probe.returncode == 1
    assert "house.room.offender can't be imported" in probe.stdout


def test_the_probe_lets_the_innocent_pass(package_with: Callable[[str], Path]) -> None:
    probe = _import_all("house", "json", root=package_with("import csv"))

    assert probe.returncode == 0, probe.stdout
    assert "3 modules" in probe.stdout
