"""How a worker is started: from a source tree, installed, and in a frozen program."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

import core
from core.worker.launch import worker_command, worker_environment

ROOT = str(Path(core.__file__).resolve().parent.parent)


def test_a_worker_is_started_by_the_same_python() -> None:
    command = worker_command(name="trainer", preload=True)

    assert command == [sys.executable, "-P", "-m", "core.worker", "--name", "trainer", "--preload"]


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)

    assert worker_command(name="viewer") == [sys.executable, "--worker", "--name", "viewer"]


def test_a_source_tree_is_found_before_what_the_user_has_on_the_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", "/somewhere")

    assert worker_environment()["PYTHONPATH"] == f"{ROOT}{os.pathsep}/somewhere"


def test_an_installed_core_needs_no_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PYTHONPATH", raising=False)
    monkeypatch.setattr("sysconfig.get_path", lambda _kind: ROOT)

    assert "PYTHONPATH" not in worker_environment()


def test_additions_are_put_over_the_present_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KERAS_BACKEND", "tensorflow")

    environment = worker_environment({"KERAS_BACKEND": "torch"})

    assert environment["KERAS_BACKEND"] == "torch"
    assert environment["FROSTLINE_HOME"] == os.environ["FROSTLINE_HOME"]
