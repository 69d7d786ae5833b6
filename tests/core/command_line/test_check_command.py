from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from core.command_line.main import main


@pytest.fixture
def folder(dark_and_light: Path, tmp_path: Path) -> Path:
    """Two classes, with a file that is no image."""
    folder = shutil.copytree(dark_and_light, tmp_path / "pictures")
    (folder / "dark" / "broken.jpg").write_bytes(b"\xff\xd8\xff and no more")
    return folder


def test_classes_are_counted_and_unusable_files_named(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder)]) == 0

    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split("  ")[0] == "class"
    assert lines[1].split() == ["dark", "8", "1"]
    assert lines[2].split() == ["light", "8", "0"]
    assert any(str(folder / "dark" / "broken.jpg") in line and "damaged" in line for line in lines)


def test_json_has_the_counts_the_problems_and_no_pixels(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--json"]) == 0

    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    scanned = events[-1]
    assert scanned["event"] == "scanned"
    assert scanned["classes"] == [
        {"class_name": "dark", "images": 8, "problems": 1, "excluded": 0},
        {"class_name": "light", "images": 8, "problems": 0, "excluded": 0},
    ]
    assert [problem["file"] for problem in scanned["problems"]] == [str(folder / "dark" / "broken.jpg")]
    assert scanned["obstacles"] == []
    assert "files" not in scanned
    assert {event["event"] for event in events} <= {"progress", "classes", "problem", "notice", "scanned"}


def test_a_folder_that_can_not_be_trained_on_ends_with_two(
    dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(dark_and_light / "dark", tmp_path / "pictures" / "dark")

    assert main(["check", str(tmp_path / "pictures")]) == 2
    assert "can't be trained on" in capsys.readouterr().out

    assert main(["check", str(tmp_path / "pictures"), "--json"]) == 2
    assert json.loads(capsys.readouterr().out.splitlines()[-1])["obstacles"]


def test_a_folder_that_is_not_there_ends_with_two_and_a_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(tmp_path / "nowhere"), "--json"]) == 2

    event = json.loads(capsys.readouterr().out)
    assert (event["event"], event["kind"]) == ("failed", "folder_missing")
    assert str(tmp_path / "nowhere") in event["message"]
