"""What `.ci/run` makes of how its steps ended: `make` and setup/package.sh end here as they are told to."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BACKENDS = ("tensorflow", "torch")
TESTS_PASSED = "===== 9 passed in 1s ====="

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash here")


def ci_run(
    place: Path, *, make_says: str = TESTS_PASSED, make: int = 0, package_says: str = "", package: int = 0
) -> str:
    """Return what `.ci/run` printed, its exit status on the last line."""
    (place / ".ci").mkdir()
    (place / "setup").mkdir()
    (place / "dist").mkdir()
    shutil.copy(ROOT / ".ci" / "run", place / ".ci" / "run")
    _write_program(place / "programs" / "make", f"echo '{make_says}'; exit {make}")
    _write_program(place / "setup" / "package.sh", f"echo 'for this machine'; {package_says}\nexit {package}")
    path = f"{place / 'programs'}{os.pathsep}{os.environ['PATH']}"
    command = ["bash", str(place / ".ci" / "run")]
    done = subprocess.run(command, env=os.environ | {"PATH": path}, capture_output=True, text=True, check=False)
    assert not (place / "dist").exists()
    return f"{done.stdout}{done.returncode}"


def _write_program(file: Path, script: str) -> None:
    file.parent.mkdir(exist_ok=True)
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)


def test_when_all_went_well_the_last_lines_say_so(tmp_path: Path) -> None:
    lines = ci_run(tmp_path, package_says="echo '== 14 passed in 2s =='").splitlines()

    passed = (f"{name}: {TESTS_PASSED}" for name in ("documentation", *BACKENDS))
    assert lines[-5:] == ["package: == 14 passed in 2s ==", *passed, "0"]


def test_a_program_that_does_not_do_its_job_fails_the_run(tmp_path: Path) -> None:
    lines = ci_run(tmp_path, package_says="echo '== 1 failed =='", package=1).splitlines()

    assert lines[-5] == "package: FAILED, with status 1. == 1 failed =="
    assert lines[-1] == "1"


def test_a_machine_that_nothing_can_be_built_on_is_told_and_does_not_fail_the_run(tmp_path: Path) -> None:
    said = f". '{ROOT}/setup/say.sh'; stop_status=69; stop 'There is no shared library.' 'Install it.'"
    lines = ci_run(tmp_path, package_says=said).splitlines()

    assert lines[-5] == "package: NOT BUILT, and so not tried. frostline: There is no shared library."
    assert lines[-1] == "0"


def test_tests_that_fail_fail_the_run(tmp_path: Path) -> None:
    lines = ci_run(tmp_path, make_says="== 2 failed ==", make=2).splitlines()

    assert lines[-3:] == [*(f"{name}: == 2 failed ==" for name in BACKENDS), "1"]
