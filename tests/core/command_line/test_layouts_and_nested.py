"""Data sets in parts and folders inside class folders, on the command line."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image

from core.command_line.main import build_parser, main
from core.command_line.train import specification_of
from core.data.corrections import Corrections, write_corrections
from core.training.specification import TrainingSpecification


@pytest.fixture
def outer(tmp_path: Path) -> Path:
    for name in ("train/ants/1.png", "train/bees/wild/1.png", "val/ants/1.png", "test/ants/1.png"):
        file = tmp_path / "outer" / name
        file.parent.mkdir(parents=True)
        Image.new("RGB", (8, 8), "teal").save(file)
    return tmp_path / "outer"


def specification(folder: Path, *words: str) -> TrainingSpecification:
    return specification_of(build_parser().parse_args(["train", str(folder), "--out", "run", *words]))


def test_the_parts_of_a_data_set_are_trained_and_validated_with(outer: Path, tmp_path: Path) -> None:
    found = specification(outer)

    assert (found.folder, found.validation_folder) == (outer / "train", outer / "val")
    assert specification(outer, "--validation-folder", str(tmp_path)).validation_folder == tmp_path
    assert specification(outer, "--validation-split", "0.3").validation_folder is None
    assert specification(outer / "train").validation_folder is None


def test_inner_folders_are_read_as_is_said_or_was_chosen(outer: Path) -> None:
    assert not specification(outer).inner_classes
    assert specification(outer, "--nested", "inner").inner_classes
    write_corrections(outer / "train", Corrections(inner_classes=True))
    assert specification(outer).inner_classes
    assert not specification(outer, "--nested", "flatten").inner_classes


def test_check_says_which_part_it_checks_and_reads_inner_folders(
    outer: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(outer), "--nested", "inner", "--json"]) == 0

    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert events[0]["event"] == "notice"
    assert "train is used to learn from, val to validate with" in events[0]["message"]
    assert [one["class_name"] for one in events[-1]["classes"]] == ["ants", "wild"]


def test_another_word_than_inner_and_flatten_is_refused(outer: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(outer), "--nested", "both"]) == 2
    assert "neither inner nor flatten" in capsys.readouterr().err


def test_evaluate_reads_only_a_named_folder_as_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["evaluate", str(tmp_path / "mine.keras"), "--nested", "inner"]) == 2
    assert "there is no FOLDER" in capsys.readouterr().err
