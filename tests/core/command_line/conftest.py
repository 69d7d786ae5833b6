"""The command line as a process of its own, and what it printed."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parents[3]


@dataclass(frozen=True)
class Finished:
    """What a command did: its exit status, and what it said where."""

    status: int
    output: str
    errors: str

    @property
    def events(self) -> list[dict[str, Any]]:
        """The lines of standard output as JSON; fails when one of them is anything else."""
        return [json.loads(line, parse_constant=_no_constant) for line in self.output.splitlines()]


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


RunCommand = Callable[..., Finished]


@pytest.fixture
def command() -> Callable[..., list[str]]:
    """Return a function that makes the words that start a command."""
    return lambda *words: [sys.executable, "-m", "core", *map(str, words)]


@pytest.fixture
def run_command(command: Callable[..., list[str]], tmp_path: Path) -> RunCommand:
    """Return a function that runs a command to its end, from another folder than the program's.

    around: makes of the command what is run in its place.
    """

    def run(
        *words: object, around: Callable[[list[str]], list[str]] = lambda words: words, **environment: str
    ) -> Finished:
        done = subprocess.run(
            around(command(*words)),
            capture_output=True,
            text=True,
            encoding="utf-8",
            cwd=tmp_path,
            env=os.environ | {"PYTHONPATH": str(ROOT)} | environment,
            check=False,
        )
        return Finished(done.returncode, done.stdout, done.stderr)

    return run
