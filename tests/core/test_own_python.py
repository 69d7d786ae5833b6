"""The program as a Python: the same words start a module, a line of code or a file from source and when frozen."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from core.own_python import be_python, python_command

ROOT = Path(__file__).parents[2]


def frozen(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Start what a frozen program starts: itself, with the word that makes it a Python."""
    return subprocess.run(
        [sys.executable, "-P", "-m", "gui", "--python", *arguments],
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_frozen_program_starts_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    assert python_command(["-m", "core"]) == [sys.executable, "-P", "-m", "core"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert python_command(["-m", "core"]) == [sys.executable, "--python", "-m", "core"]


def test_modules_code_and_files_are_run_with_their_arguments(tmp_path: Path) -> None:
    file = tmp_path / "told.py"
    file.write_text("import sys; print(__name__, sys.argv[1:])")

    assert "train" in frozen("-m", "core", "--help").stdout
    assert frozen("-c", "import sys; print(__name__, sys.argv)", "a").stdout == "__main__ ['-c', 'a']\n"
    assert frozen(str(file), "a", "b").stdout == "__main__ ['a', 'b']\n"


def test_how_a_program_ends_is_how_its_process_ends(tmp_path: Path) -> None:
    assert frozen("-c", "raise SystemExit(7)").returncode == 7
    failing = frozen("-c", "1 / 0")
    assert failing.returncode == 1
    assert failing.stderr.splitlines()[-1] == "ZeroDivisionError: division by zero"


@pytest.mark.parametrize("words", [[], ["-m"], ["-c"]])
def test_nothing_to_run_is_told(words: list[str]) -> None:
    with pytest.raises(ValueError, match="nothing to run"):
        be_python(words)
