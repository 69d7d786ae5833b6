from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from core.command_line.main import main
from core.data.scan import scan_folder
from core.job_control import JobControl


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


def test_duplicates_and_cautions_are_those_of_the_window(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    # Given a copy in another class, which has a name of another format too
    copy = folder / "light" / "copy.jpg"
    shutil.copy(folder / "dark" / "0.png", copy)

    assert main(["check", str(folder), "--json"]) == 0
    told = json.loads(capsys.readouterr().out.splitlines()[-1])

    scan = scan_folder(folder, JobControl())
    files = [str(folder / "dark" / "0.png"), str(copy)]
    assert told["duplicates"] == [{"files": files, "class_names": ["dark", "light"], "exact": True}]
    assert [list(map(str, group.files)) for group in scan.duplicates] == [files]
    assert [caution["kind"] for caution in told["cautions"]] == ["misnamed", "across_classes"]
    assert [caution["message"] for caution in told["cautions"]] == [caution.message for caution in scan.cautions]
    assert [one["images"] for one in told["classes"]] == [one.images for one in scan.classes]

    assert main(["check", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert "1 picture is there more than once:" in lines
    assert "  " + ", ".join(files) in lines
    assert any(line.startswith("  1 file has a name of another format than the content") for line in lines)


def test_a_limit_of_pixels_can_be_set(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(folder), "--pixel-limit", "0.001"]) == 2
    assert "at most 1,000 are allowed" in capsys.readouterr().out
