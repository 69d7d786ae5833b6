from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]

_NOISE = """
import os, sys
from pathlib import Path
from core.command_line.streams import results_stream
with results_stream(chatter={chatter}) as results:
    print("printed by a library")
    os.write(1, b"written by compiled code\\n")
    print("a warning by a library", file=sys.stderr)
    os.write(2, b"chatter of compiled code\\n")
    print("result \\u2744", file=results)
print("afterwards", flush=True)
os.write(1, b"compiled afterwards\\n")
"""


def run(chatter: str) -> subprocess.CompletedProcess[str]:
    program = [sys.executable, "-c", _NOISE.format(chatter=chatter)]
    return subprocess.run(program, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=True)


def test_only_results_are_on_standard_output_and_it_is_given_back(tmp_path: Path) -> None:
    done = run(f"Path({str(tmp_path / 'log' / 'chatter.log')!r})")

    assert done.stdout.splitlines() == ["result \u2744", "afterwards", "compiled afterwards"]
    assert done.stderr.splitlines() == ["printed by a library", "written by compiled code", "a warning by a library"]
    assert (tmp_path / "log" / "chatter.log").read_text() == "chatter of compiled code\n"


def test_chatter_is_let_through_when_asked_for() -> None:
    assert "chatter of compiled code" in run("None").stderr


def test_a_log_that_can_not_be_written_costs_nothing_but_the_log(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")

    done = run(f"Path({str(tmp_path / 'file' / 'chatter.log')!r})")

    assert done.stdout.splitlines()[0] == "result \u2744"
    assert "chatter of compiled code" not in done.stderr


def test_characters_that_the_stream_can_not_show_are_escaped() -> None:
    program = _NOISE.format(chatter="None")
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        cwd=ROOT,
        check=True,
        env={"PYTHONIOENCODING": "ascii", "PATH": ""},
    )

    assert done.stdout.splitlines()[0] == b"result \\u2744"


def test_a_closed_standard_error_is_no_reason_to_fail() -> None:
    done = subprocess.run(
        ["sh", "-c", f'exec "{sys.executable}" -m core check /nowhere --json 2>&-'],
        capture_output=True,
        text=True,
        cwd=ROOT,
        check=False,
    )

    assert done.returncode == 2
    assert '"kind": "folder_missing"' in done.stdout
