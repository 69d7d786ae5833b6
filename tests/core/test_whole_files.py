"""Files and folders are whole or not there; what a killed process left is removed, what a living one writes is not."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.whole_files import file_beside, folder_beside, remove_leftovers, write_text

ROOT = Path(__file__).parents[2]

#: Begins to write the file or folder argv[2], as argv[1] says, and is killed before it is whole.
KILLED = """
import os, signal, sys
from pathlib import Path
from core import whole_files
with getattr(whole_files, sys.argv[1])(Path(sys.argv[2])) as unfinished:
    (unfinished / "a" if unfinished.is_dir() else unfinished).write_text("half")
    os.kill(os.getpid(), signal.SIGKILL)
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")


def be_killed(how: str, destination: Path) -> None:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run([sys.executable, "-c", KILLED, how, str(destination)], env=environment, check=False)
    assert done.returncode == -signal.SIGKILL


def names(folder: Path) -> set[str]:
    return {one.name for one in folder.iterdir()}


def test_what_a_killed_process_left_goes_with_the_next_that_writes_the_same_file(tmp_path: Path) -> None:
    be_killed("file_beside", tmp_path / "a.json")
    be_killed("file_beside", tmp_path / "b.json")
    assert len(names(tmp_path)) == 2

    write_text(tmp_path / "a.json", "{}")

    assert len(names(tmp_path)) == 2
    assert (tmp_path / "a.json").read_text() == "{}"
    remove_leftovers(tmp_path)
    assert names(tmp_path) == {"a.json"}


def test_what_is_being_written_is_never_taken_for_a_leftover(tmp_path: Path) -> None:
    with file_beside(tmp_path / "a.json") as first:
        first.write_text("first")
        write_text(tmp_path / "a.json", "second")
        remove_leftovers(tmp_path)
        assert first.exists()
    with folder_beside(tmp_path / "folder") as unfinished:
        remove_leftovers(tmp_path)
        assert unfinished.is_dir()

    assert (tmp_path / "a.json").read_text() == "first"
    assert names(tmp_path) == {"a.json", "folder"}


def test_files_of_others_with_such_names_are_left_alone(tmp_path: Path) -> None:
    others = {".a.json.part", "a.json.0123abcd.part", ".a.json.0123abcdef.part.json", ".part"}
    for name in others:
        (tmp_path / name).touch()

    remove_leftovers(tmp_path)

    assert names(tmp_path) == others


def test_a_folder_that_was_put_aside_and_never_replaced_gets_its_name_back(tmp_path: Path) -> None:
    be_killed("folder_beside", tmp_path / "set")
    (tmp_path / ".set.0123abcd.old").mkdir()
    (tmp_path / ".set.0123abcd.old" / "mine").touch()

    remove_leftovers(tmp_path)

    assert names(tmp_path) == {"set"}
    assert names(tmp_path / "set") == {"mine"}


def test_a_folder_in_place_is_replaced_in_one_step_and_kept_after_an_error(tmp_path: Path) -> None:
    for name in ("first", "second"):
        with folder_beside(tmp_path / "set") as unfinished:
            (unfinished / name).touch()
    with pytest.raises(RuntimeError), folder_beside(tmp_path / "set") as unfinished:
        raise RuntimeError

    assert names(tmp_path) == {"set"}
    assert names(tmp_path / "set") == {"second"}
