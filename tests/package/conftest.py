"""The program that `make package` made last, unpacked as by whoever is handed it, and run where there is no Python."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests.package.bare_machine import ROOT, bare_environment, command_on_bare_machine, why_not_hidden
from tests.package.evidence import evidence

#: For one command, on a machine that is slow and has other work.
_SECONDS = 1500


@dataclass(frozen=True)
class Done:
    """How a command of the program ended, with what it said."""

    status: int
    output: str
    errors: str
    command: str
    places: tuple[Path, ...]

    @property
    def events(self) -> list[dict[str, Any]]:
        """The lines that it printed for `--json`."""
        return [json.loads(line) for line in self.output.splitlines()]

    def event(self, name: str) -> dict[str, Any]:
        """Return the last event of that name."""
        return next(event for event in reversed(self.events) if event["event"] == name)

    @property
    def all_there_is(self) -> str:
        """What is looked at when it went wrong: what it printed and logged, and the screen."""
        return "\n".join([self.output, self.errors, evidence(self.command, *self.places)])


RunProgram = Callable[..., Done]


def pytest_report_header() -> list[str]:
    """Say how near to the real thing the tests are here."""
    platform = os.environ.get("QT_QPA_PLATFORM") or "Qt's own choice"
    hidden = why_not_hidden()
    return [
        f"the window: {platform}, display {os.environ.get('DISPLAY', 'none')}",
        f"Python: {f'kept from the program by its environment alone ({hidden})' if hidden else 'hidden'}",
    ]


@pytest.fixture(scope="session")
def unpacked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give the folder that came out of the archive: PROGRAM, or unpacked now, and its two gigabytes removed after."""
    if "PROGRAM" in os.environ:
        yield Path(os.environ["PROGRAM"])
        return
    archives = sorted((ROOT / "dist").glob("frostline-*.tar.gz"), key=lambda file: file.stat().st_mtime)
    assert archives, "there is no archive in dist: make package makes it"
    place = tmp_path_factory.mktemp("handed over")
    subprocess.run(["tar", "-xf", archives[-1], "-C", place], check=True)
    yield place / "frostline"
    shutil.rmtree(place, ignore_errors=True)


@pytest.fixture(scope="session")
def bare_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the home folder of somebody who has nothing."""
    return tmp_path_factory.mktemp("bare home")


@pytest.fixture(scope="session")
def run_program(unpacked: Path, bare_home: Path) -> RunProgram:
    """Return what runs the program with arguments, to its end."""

    def run(*arguments: object, **environment: str) -> Done:
        words = [str(unpacked / "frostline"), *map(str, arguments)]
        places = (bare_home, *(one for one in arguments if isinstance(one, Path)))
        program = subprocess.Popen(
            command_on_bare_machine(words),
            env=bare_environment(bare_home) | environment,
            cwd=bare_home,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            output, errors = program.communicate(timeout=_SECONDS)
        except subprocess.TimeoutExpired:
            seen = evidence(words[1], *places)
            program.kill()
            output, errors = program.communicate()
            pytest.fail(f"It did not end within {_SECONDS} s: {' '.join(words)}\n{output}\n{errors}\n{seen}")
        return Done(program.returncode, output, errors, words[1], places)

    return run
