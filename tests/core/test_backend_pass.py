"""The rule by which tests are left out of the pass on a second backend: what a file can reach by its imports."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.backend_pass import ANOTHER_SUBJECT, ROOT, another_subject, file_reaches_keras


@pytest.mark.parametrize("file", ["core/messages.py", "core/data/scan.py", "core/features/store.py"])
def test_a_file_that_never_meets_a_framework_is_left_out(file: str) -> None:
    assert not file_reaches_keras(ROOT / file)


@pytest.mark.parametrize(
    "line",
    [
        "import keras.layers",
        "from core.features import extract, engine_keras",
        "def late():\n    from core.training.train import train",
        "import subprocess",
    ],
    ids=["at the top", "a module of ours", "inside of a function", "a process"],
)
def test_a_file_that_may_meet_one_is_run(line: str, tmp_path: Path) -> None:
    file = tmp_path / "test_something.py"
    file.write_text(line)

    assert file_reaches_keras(file)


def test_what_is_imported_for_types_only_does_not_count(tmp_path: Path) -> None:
    file = tmp_path / "test_something.py"
    file.write_text("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    import keras\n")

    assert not file_reaches_keras(file)


def test_of_a_room_with_another_subject_single_tests_are_run() -> None:
    commands = "tests/core/command_line/"

    assert another_subject(f"{commands}test_streams.py::test_any")
    assert not another_subject(f"{commands}test_model_commands.py::test_export_writes_the_model_and_says_where")
    assert not another_subject("tests/core/training/test_train.py::test_any")


def test_the_list_names_what_is_there() -> None:
    for start in ANOTHER_SUBJECT:
        file, _, name = start.partition("::")
        assert (ROOT / file).exists(), start
        assert not name or f"def {name}" in (ROOT / file).read_text(encoding="utf-8"), start
