"""Mutated files of Frostline's own through their readers, in processes that a crash, a hang or 3 GB would end.

Full: 1,080 files of nine kinds; short: 108. A damaged file costs what it held and nothing else: a run is listed with a
sentence, settings and corrections are kept aside, what can be computed is computed again.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from core.worker.launch import worker_environment
from tests.faults.amount import amount
from tests.fuzz.file_mutations import mutate_file
from tests.fuzz.written_files import WRITTEN

_CASES = amount(12, 120)


@pytest.mark.parametrize("kind", WRITTEN)
def test_mutated_files_are_read_or_refused(kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given many mutated copies of what the program wrote, some of which would make a file if they were unpickled
    canary = tmp_path / "it sang"
    monkeypatch.setenv("FROSTLINE_CANARY", str(canary))
    write, pattern = WRITTEN[kind]
    sound, cases = tmp_path / "sound", tmp_path / "cases"
    sound.mkdir()
    write(sound)
    for number in range(_CASES):
        case = Path(shutil.copytree(sound, cases / f"{number:03}"))
        generator = np.random.default_rng([number, len(kind)])
        files = sorted(file for file in case.glob(pattern) if file.is_file())
        mutate_file(files[generator.integers(len(files))], generator)
    # When a process reads them one after another
    outcomes = _read(kind, cases)
    # Then each was read, or refused in a sentence, and none of them ran
    assert len(outcomes) == _CASES
    assert all(said == "" or said.endswith(".") for said in outcomes.values())
    assert not canary.exists()
    assert [path.name for path in tmp_path.iterdir() if path not in {sound, cases}] == []
    print(kind, Counter("read" if not said else "refused" for said in outcomes.values()))


@pytest.mark.parametrize("kind", WRITTEN)
def test_the_sound_file_is_read(kind: str, tmp_path: Path) -> None:
    (tmp_path / "cases" / "sound").mkdir(parents=True)
    WRITTEN[kind][0](tmp_path / "cases" / "sound")

    said = _read(kind, tmp_path / "cases")["sound"]

    assert said == "" or kind == "export report"


def _read(kind: str, cases: Path) -> dict[str, str]:
    """Return what was said of each case."""
    command = [sys.executable, "-P", "-m", "tests.fuzz.reading_child", kind, str(cases)]
    root = Path(__file__).parents[2]
    result = subprocess.run(
        command, cwd=root, env=worker_environment(), capture_output=True, text=True, timeout=400, check=False
    )
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0, f"died at {lines[-1:]}: {result.stderr[-3000:]}"
    return {line["name"]: line["said"] for line in lines if "name" in line}
