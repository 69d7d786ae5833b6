"""Keras is imported without what it takes along, which can be had again afterwards, and by other threads meanwhile."""

from __future__ import annotations

import importlib
import importlib.util
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from core.quick_keras import importing_keras

#: Imports Keras as a worker does; what its wrappers need is asked for afterwards.
PROGRAM = """
import gc, sys
from core.worker.keras_import import import_keras
import_keras()
assert "keras" in sys.modules
# What it made is left out of the search for garbage, which goes on.
assert gc.isenabled() and gc.get_freeze_count() > 10_000
print("sklearn" in sys.modules)
import core.evaluation.metrics
print("sklearn" in sys.modules)
"""


def test_a_package_is_refused_to_the_thread_that_imports_keras_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("taken_along", "wanted_elsewhere"):
        (tmp_path / f"{name}.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)

    with importing_keras("taken_along"), pytest.raises(ModuleNotFoundError):
        importlib.import_module("taken_along")
    with importing_keras("wanted_elsewhere"), ThreadPoolExecutor(1) as another_thread:
        another_thread.submit(importlib.import_module, "wanted_elsewhere").result()

    importlib.import_module("taken_along")
    assert {"taken_along", "wanted_elsewhere"} <= sys.modules.keys()


def test_looking_whether_it_is_there_is_no_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # PyTorch, which Keras may import, looks for what it treats in a way of its own.
    (tmp_path / "looked_for.py").write_text("")
    monkeypatch.syspath_prepend(tmp_path)

    with importing_keras("looked_for"):
        spec = importlib.util.find_spec("looked_for")

    assert spec is not None
    assert spec.origin is None


def test_a_worker_has_keras_without_scikit_learn_until_something_is_measured() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM], capture_output=True, text=True, cwd=Path(__file__).parents[2], check=False
    )

    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines() == ["False", "True"]
