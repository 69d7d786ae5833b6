"""What every test needs: a screen that may be offscreen, and a home of its own for settings, cache and runs."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
if "PYTEST_XDIST_WORKER" in os.environ:
    # There is a process for each core: frameworks that take all cores in each of them stand in each other's way.
    os.environ.setdefault("TF_NUM_INTRAOP_THREADS", "1")
    os.environ.setdefault("OMP_NUM_THREADS", "1")


@pytest.fixture(autouse=True)
def frostline_home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the test a settings, cache, log and run folder of its own, and Keras an empty weights cache."""
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("FROSTLINE_HOME", str(home))
    monkeypatch.setenv("KERAS_HOME", str(home / "keras"))
    return home
