"""The soak plays its rounds in the real window with real workers, and reads what they hold."""

from __future__ import annotations

import csv
import os
import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.own_process import ROOT
from benchmarks.soak.bounds import BOUNDS
from benchmarks.soak.report import READINGS, SUMMARY

LINUX = pytest.mark.skipif(not Path("/proc/self/smaps_rollup").exists(), reason="only Linux tells what a process holds")


def soak(folder: Path, *options: str) -> list[dict[str, str]]:
    """Play rounds, and return the readings of each."""
    done = subprocess.run(
        [sys.executable, "-m", "benchmarks.soak", "--out", str(folder), *options],
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "too few to judge" in (folder / SUMMARY).read_text()
    assert sorted(file.name for file in folder.iterdir()) == [READINGS, SUMMARY]
    return list(csv.DictReader((folder / READINGS).read_text().splitlines()))


@LINUX
def test_two_light_rounds_leave_their_readings_and_nothing_else(tmp_path: Path) -> None:
    first, second = soak(tmp_path / "soak", "--rounds", "2", "--light")

    assert {f"{bound.whom}: {bound.what}" for bound in BOUNDS} <= set(first)
    assert first["trainer: process"] == second["trainer: process"]
    assert second["program: processes"] == "3"
    for name in ("widgets", "models, actions, timers", "threads", "file handles"):
        assert float(second[f"window: {name}"]) <= float(first[f"window: {name}"]) + 2, name


@LINUX
@pytest.mark.rows
def test_a_whole_round_comes_to_its_end(tmp_path: Path) -> None:
    (only,) = soak(tmp_path / "soak", "--rounds", "1")

    assert float(only["trainer: MB"]) > float(only["window: MB"]) > 0
