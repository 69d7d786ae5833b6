from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from core.command_line.main import main

SMALL = ("--weights", "random", "--image-size", "32")

#: The contract with other people's scripts (design, section 3); more keys are welcome.
KEYS = {
    "progress": {"stage", "done", "total", "seconds_left"},
    "epoch": {"epoch", "loss", "accuracy", "val_loss", "val_accuracy", "learning_rate", "seconds"},
    "finished": {
        *("run", "best_epoch", "val_accuracy", "frozen_layers_checked", "frozen_layers_changed", "seconds"),
        *("images_extracted", "images_reused"),
    },
    "started": {"run", "class_names", "training_images", "validation_images", "backend", "device"},
}


def of(events: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    return [event for event in events if event["event"] == name]


def test_a_training_prints_the_events_of_the_contract_and_nothing_else(
    run_command: Any, dark_and_light: Path, tmp_path: Path
) -> None:
    done = run_command("train", dark_and_light, "--out", tmp_path / "run", "--epochs", 3, *SMALL, "--json")

    assert done.status == 0, done.errors
    assert done.errors == ""
    events = done.events
    for name, keys in KEYS.items():
        assert of(events, name), name
        assert all(keys <= event.keys() for event in of(events, name)), name
    assert {event["event"] for event in events} <= {*KEYS, "notice"}
    assert [event["epoch"] for event in of(events, "epoch")] == [1, 2, 3]
    [finished] = of(events, "finished")
    assert finished is events[-1]
    assert set(finished["seconds"]) == {"decode", "extract", "fit", "total"}
    assert (finished["frozen_layers_checked"], finished["frozen_layers_changed"]) == (106, 0)
    assert (finished["images_extracted"], finished["images_reused"]) == (16, 0)
    assert Path(finished["run"]) == tmp_path / "run"
    assert {"run.json", "model.keras", "labels.txt", "history.csv"} <= {
        one.name for one in (tmp_path / "run").iterdir()
    }


def test_people_get_sentences_and_plain_lines_of_progress(
    dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", str(dark_and_light), "--out", str(tmp_path / "run"), "--epochs", "2", *SMALL]) == 0

    said = capsys.readouterr()
    assert "2 classes: dark, light" in said.out
    assert "Epoch   2" in said.out
    assert "106 of 106 frozen layers unchanged" in said.out
    assert f"Run: {tmp_path / 'run'}" in said.out
    assert "Computing features: 16 of 16" in said.err.splitlines()
    assert "\r" not in said.err


@pytest.mark.usefixtures("trained_run")
def test_without_validation_its_values_are_null(
    dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["train", str(dark_and_light), "--out", str(tmp_path / "run"), "--epochs", "1", *SMALL, "--json"]

    assert main([*words, "--validation-split", "0"]) == 0

    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert of(events, "epoch")[0]["val_loss"] is None
    assert of(events, "finished")[0]["val_accuracy"] is None


def test_a_run_that_is_there_is_kept(own_run: Path, dark_and_light: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file: file.stat().st_mtime_ns for file in own_run.rglob("*")}

    assert main(["train", str(dark_and_light), "--out", str(own_run), *SMALL, "--json"]) == 2

    event = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert event["event"] == "failed"
    assert "exists already" in event["message"]
    assert event["hint"]
    assert {file: file.stat().st_mtime_ns for file in own_run.rglob("*")} == before


def test_a_folder_of_something_else_is_kept(
    dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "thesis.txt").write_text("three years of work")

    assert main(["train", str(dark_and_light), "--out", str(tmp_path), *SMALL]) == 2

    assert "exists already" in capsys.readouterr().err
    assert [one.name for one in tmp_path.iterdir()] == ["thesis.txt"]


def test_weights_that_can_not_be_had_end_with_three_and_the_ways_out(
    dark_and_light: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("FROSTLINE_WEIGHTS_URL", "http://127.0.0.1:9/weights.h5")

    assert main(["train", str(dark_and_light), "--out", str(tmp_path / "run"), "--image-size", "32", "--json"]) == 3

    event = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (event["event"], event["kind"]) == ("failed", "weights_unavailable")
    assert "random" in event["hint"]
    assert not (tmp_path / "run").exists()
