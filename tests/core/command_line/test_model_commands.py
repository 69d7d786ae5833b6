"""evaluate, predict and export as a person or a script calls them; what they do is tested in their own rooms."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.command_line.main import main


def last_event(capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    event: dict[str, Any] = json.loads(capsys.readouterr().out.splitlines()[-1])
    return event


def test_evaluate_prints_the_measures(
    trained_run: Path, dark_and_light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(trained_run), str(dark_and_light), "--json"]) == 0

    event = last_event(capsys)
    assert event["event"] == "evaluation"
    assert (event["accuracy"], event["images"]) == (1.0, 16)
    assert event["confusion"] == [[8, 0], [0, 8]]
    assert [one["class_name"] for one in event["classes"]] == ["dark", "light"]


def test_evaluate_without_a_folder_takes_what_the_run_held_out(
    trained_run: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["evaluate", str(trained_run)]) == 0

    assert "on 4 images (validation in" in capsys.readouterr().out


def test_predict_prints_a_line_for_each_image_in_order(
    trained_run: Path, dark_and_light: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    images = [str(dark_and_light / "dark" / "0.png"), str(dark_and_light / "light" / "0.jpg")]

    assert main(["predict", str(trained_run), *images, "--top", "1", "--json"]) == 0

    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    predictions = [event for event in events if event["event"] == "prediction"]
    assert [event["source"] for event in predictions] == images
    assert [event["top"][0][0] for event in predictions] == ["dark", "light"]
    assert all(len(event["top"]) == 1 for event in predictions)


def test_an_image_that_can_not_be_read_ends_with_two_after_the_others(
    trained_run: Path, dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good = dark_and_light / "dark" / "0.png"

    assert main(["predict", str(trained_run), str(tmp_path / "gone.png"), str(good)]) == 2

    said = capsys.readouterr()
    assert said.out.splitlines()[0] == str(good)
    assert str(tmp_path / "gone.png") in said.err


def test_top_must_be_a_number_from_one(trained_run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["predict", str(trained_run), "a.png", "--top", "0"]) == 2
    assert "--top is 0" in capsys.readouterr().err


def test_export_writes_the_model_and_says_where(
    trained_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(trained_run), "--format", "onnx", "--out", str(tmp_path / "mine"), "--json"]) == 0

    event = last_event(capsys)
    assert event["event"] == "exported"
    assert Path(event["destination"]) == tmp_path / "mine.onnx"
    assert Path(event["labels"]).read_text() == "dark\nlight\n"
    assert event["max_difference"] <= 1e-5


@pytest.mark.parametrize("name", ["script-keras", "script-pytorch"])
def test_a_script_is_written_that_is_python(
    name: str, trained_run: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(trained_run), "--format", name, "--out", str(tmp_path / "again"), "--json"]) == 0

    event = last_event(capsys)
    assert (event["event"], Path(event["destination"])) == ("exported", tmp_path / "again.py")
    compile((tmp_path / "again.py").read_text(encoding="utf-8"), "again.py", "exec")


def test_an_unknown_format_is_a_bad_argument(trained_run: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["export", str(trained_run), "--format", "caffe", "--out", "x", "--json"]) == 2

    assert last_event(capsys)["kind"] == "bad_arguments"
