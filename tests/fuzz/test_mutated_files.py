"""Mutated files of Frostline's own through their readers, in a process that a crash, a hang or 3 GB would end.

Full: 1,200 files of ten kinds; short: 120. A damaged file costs what it held and nothing else: a run is listed with a
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

_CASES = 12


@pytest.mark.parametrize("seed", range(amount(1, 10)))
def test_mutated_files_are_read_or_refused(seed: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given mutated copies of all that the program writes, some of which would make a file if they were unpickled
    canary = tmp_path / "it sang"
    monkeypatch.setenv("FROSTLINE_CANARY", str(canary))
    cases = tmp_path / "cases"
    for kind in WRITTEN:
        _write(kind, cases / kind, seed)
    # When a process reads them one after another
    said = _read(cases)
    # Then each was read, or refused in a sentence, the sound ones were read, and none of them ran
    assert len(said) == len(WRITTEN) * (_CASES + 1)
    assert all(sentence == "" or sentence.endswith(".") for sentence in said.values())
    assert [kind for kind in WRITTEN if said[kind, "sound"]] == []
    assert list(tmp_path.iterdir()) == [cases]
    print(Counter((kind, "refused" if sentence else "read") for (kind, _), sentence in said.items()))


def _write(kind: str, cases: Path, seed: int) -> None:
    write, pattern = WRITTEN[kind]
    sound = cases / "sound"
    sound.mkdir(parents=True)
    write(sound)
    for number in range(_CASES):
        case = Path(shutil.copytree(sound, cases / f"{number:02}"))
        generator = np.random.default_rng([seed, number, len(kind)])
        files = sorted(file for file in case.glob(pattern) if file.is_file())
        mutate_file(files[generator.integers(len(files))], generator)


def _read(cases: Path) -> dict[tuple[str, str], str]:
    """Return what was said of each case, by its kind and name."""
    command = [sys.executable, "-P", "-m", "tests.fuzz.reading_child", str(cases)]
    root = Path(__file__).parents[2]
    result = subprocess.run(
        command, cwd=root, env=worker_environment(), capture_output=True, text=True, timeout=400, check=False
    )
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0, f"died at {lines[-1:]}: {result.stderr[-3000:]}"
    return {(line["kind"], line["name"]): line["said"] for line in lines if "name" in line}
