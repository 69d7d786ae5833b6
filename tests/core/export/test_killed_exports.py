"""What is left of an export whose process is killed, and what the next one makes of that. Real processes, no Keras."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from core.export.destination import digests_of, is_ours, report_beside
from core.export.staging import clear_up, publish, staging_folder

ROOT = Path(__file__).parents[3]

#: Starts a child as an export does; the child tells that it is there, and would wait for ever.
PARENT = """
import sys
from core.export.own_process import run_python
from core.job_control import JobControl
child = '''
import sys, threading
from core.export.writers.child_words import end_with_parent
end_with_parent()
told = open(sys.argv[1], "w")
print("there", file=told, flush=True)
threading.Event().wait()
'''
run_python(["-c", child, sys.argv[1]], {}, JobControl())
"""

#: Makes an export of a file, a folder and its report, and is killed before the rename of the given number; 0: before
#: it begins to move anything.
EXPORT = """
import os, signal, sys
from pathlib import Path
from core.export.staging import staging_folder
from tests.core.export.test_killed_exports import put_into_place
left = int(sys.argv[2])
def count(event, _):
    global left
    if event == "os.rename":
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
with staging_folder(Path(sys.argv[1])) as staging:
    if left == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    sys.addaudithook(count)
    put_into_place(staging, Path(sys.argv[1]), b"new")
"""


def started(program: str, *arguments: object) -> subprocess.Popen[bytes]:
    environment = os.environ | {"PYTHONPATH": str(ROOT)}
    return subprocess.Popen([sys.executable, "-c", program, *map(str, arguments)], env=environment)


def put_into_place(staging: Path, destination: Path, content: bytes) -> None:
    parts = (staging / destination.name, staging / "inside")
    parts[1].mkdir()
    for file in (parts[0], parts[1] / "graph"):
        file.write_bytes(content)
    report = staging / report_beside(destination).name
    report.write_text(json.dumps({"files": {name: one for part in parts for name, one in digests_of(part).items()}}))
    publish((*parts, report), destination.parent)


def contents(folder: Path) -> dict[str, bytes]:
    files = {one.relative_to(folder).as_posix(): one.read_bytes() for one in folder.rglob("*") if one.is_file()}
    return {name: content for name, content in files.items() if not name.endswith(".json")}


def export(destination: Path, content: bytes) -> None:
    with staging_folder(destination) as staging:
        put_into_place(staging, destination, content)


def test_a_converter_ends_when_the_export_is_killed(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "told")
    parent = started(PARENT, tmp_path / "told")
    with (tmp_path / "told").open() as told:
        assert told.readline() == "there\n"

        parent.kill()

        assert told.read() == ""  # the end of the last one that could write into it
    assert parent.wait() == -signal.SIGKILL


@pytest.mark.parametrize("rename", [1, 2, 3, 4])
def test_an_export_that_was_killed_while_moved_into_place_is_finished_by_the_next(rename: int, tmp_path: Path) -> None:
    export(tmp_path / "a.onnx", b"old")

    assert started(EXPORT, tmp_path / "a.onnx", rename).wait() == -signal.SIGKILL
    assert (tmp_path / "a.onnx").exists()
    clear_up(tmp_path)

    assert contents(tmp_path) == {"a.onnx": b"new", "inside/graph": b"new"}
    assert is_ours(tmp_path / "a.onnx")
    assert is_ours(tmp_path / "inside")


def test_what_a_killed_export_left_is_removed_and_what_is_in_use_is_not(tmp_path: Path) -> None:
    assert started(EXPORT, tmp_path / "a.onnx", 0).wait() == -signal.SIGKILL
    (left,) = tmp_path.iterdir()

    with staging_folder(tmp_path / "b.onnx") as in_use:
        clear_up(tmp_path)
        assert not left.exists()
        assert in_use.is_dir()
    assert not list(tmp_path.iterdir())


def test_something_of_the_user_s_in_the_place_of_a_killed_export_is_left_alone(tmp_path: Path) -> None:
    export(tmp_path / "a.onnx", b"old")
    assert started(EXPORT, tmp_path / "a.onnx", 1).wait() == -signal.SIGKILL
    (tmp_path / "a.onnx").unlink()
    (tmp_path / "a.onnx").write_bytes(b"mine")

    clear_up(tmp_path)

    assert (tmp_path / "a.onnx").read_bytes() == b"mine"
    assert b"old" in contents(tmp_path).values()


def test_when_a_part_can_not_be_moved_the_earlier_export_is_there_again(tmp_path: Path) -> None:
    export(tmp_path / "a.onnx", b"old")
    with staging_folder(tmp_path / "a.onnx") as staging:
        for name in ("a.onnx", "a.labels.txt"):
            (staging / name).write_bytes(b"new")
        (staging / "inside").mkdir()

        with pytest.raises(FileNotFoundError):
            publish([staging / name for name in ("a.onnx", "a.labels.txt", "inside", "gone")], tmp_path)

    assert contents(tmp_path) == {"a.onnx": b"old", "inside/graph": b"old"}
    assert is_ours(tmp_path / "a.onnx")
    assert {one.name for one in tmp_path.iterdir()} == {"a.onnx", "inside", "a.onnx.export.json"}
