from __future__ import annotations

import json
from pathlib import Path

import pytest

from core.command_line.main import COMMANDS, build_parser, main
from core.command_line.train import specification_of
from core.errors import UnusableInput
from core.training.specification import TrainingSpecification


def specification(*words: str) -> TrainingSpecification:
    return specification_of(build_parser().parse_args(["train", "photos", "--out", "run", *words]))


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == 0

    text = capsys.readouterr().out
    assert all(f"\n    {command} " in text for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_and_takes_json(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([command, "--help"]) == 0

    text = capsys.readouterr().out
    assert "--json" in text
    assert "--debug" in text


def test_the_version_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out.startswith("frostline 0.")


@pytest.mark.parametrize(
    "words",
    [[], ["fly"], ["train", "photos"], ["train", "photos", "--out", "run", "--epochs", "many"], ["predict", "run"]],
    ids=["no command", "unknown command", "no --out", "no number", "no image"],
)
def test_bad_arguments_end_with_two_and_a_sentence(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(words) == 2

    said = capsys.readouterr()
    assert said.out == ""
    assert "--help" in said.err
    assert "Traceback" not in said.err


def test_bad_arguments_are_an_event_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "photos", "--json"]) == 2

    event = json.loads(capsys.readouterr().out)
    assert set(event) == {"event", "kind", "message", "hint"}
    assert (event["event"], event["kind"]) == ("failed", "bad_arguments")
    assert "--out" in event["message"]


def test_options_left_out_are_those_of_the_specification() -> None:
    assert specification() == TrainingSpecification(folder=Path("photos"), run=Path("run"))


def test_every_option_reaches_the_specification() -> None:
    learning = "--epochs 7 --batch-size 8 --learning-rate 0.01 --optimizer sgd --class-weights --early-stopping 3"
    data = "--validation-split 0.3 --seed 5 --no-feature-store --views 4 --engine openvino --feature-dtype float16"
    more = (
        "--schedule cosine --label-smoothing 0.1 --weight-decay 0.01 --head-first 3 --time-limit 60 --mixed-precision "
        "--pixel-limit 250.5"
    )
    network = "--thaw conv5_block3 --thaw-batch-norm --weights random --image-size 96 --hidden 64 --dropout 0.5"

    asked = specification(*learning.split(), *data.split(), *network.split(), *more.split())

    assert asked == TrainingSpecification(
        folder=Path("photos"),
        run=Path("run"),
        epochs=7,
        batch_size=8,
        learning_rate=0.01,
        optimizer="sgd",
        validation_split=0.3,
        seed=5,
        thaw="conv5_block3",
        thaw_batch_norm=True,
        weights="random",
        image_size=96,
        hidden=64,
        dropout=0.5,
        class_weights=True,
        early_stopping=3,
        feature_store=False,
        schedule="cosine",
        label_smoothing=0.1,
        weight_decay=0.01,
        head_first=3,
        views=4,
        mixed_precision=True,
        engine="openvino",
        feature_dtype="float16",
        time_limit=60.0,
        pixel_limit=250_500_000,
    )


def test_a_validation_folder_takes_the_place_of_the_split(capsys: pytest.CaptureFixture[str]) -> None:
    assert specification("--validation-folder", "more").validation_folder == Path("more")

    assert main(["train", "photos", "--out", "run", "--validation-folder", "more", "--validation-split", "0.1"]) == 2
    assert "--validation-split" in capsys.readouterr().err


def test_fresh_views_are_another_wish_than_many() -> None:
    fresh = specification("--views", "fresh")

    assert (fresh.views, fresh.fresh_views) == (1, True)


def test_there_is_one_way_of_going_on(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["train", "photos", "--out", "run", "--resume", "--more-epochs", "3"]) == 2
    assert "--more-epochs" in capsys.readouterr().err


@pytest.mark.parametrize("views", ["0", "-1", "many", "1.5"])
def test_views_that_make_no_sense_are_refused(views: str) -> None:
    with pytest.raises(UnusableInput, match="expected a number from 1, or fresh"):
        specification(f"--views={views}")


@pytest.mark.parametrize("words", [["--epochs", "0"], ["--learning-rate", "-1"], ["--image-size", "8"]])
def test_values_out_of_range_are_refused_before_anything_is_imported(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["train", "photos", "--out", "run", *words]) == 2
    assert "expected" in capsys.readouterr().err


@pytest.mark.parametrize("limit", ["0", "-3", "many", "nan", "inf", "1e9"])
def test_a_pixel_limit_that_makes_no_sense_is_refused(limit: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "photos", f"--pixel-limit={limit}"]) == 2
    assert "million pixels" in capsys.readouterr().err


def test_a_run_among_the_classes_is_refused(tmp_path: Path) -> None:
    words = ["train", str(tmp_path), "--out", str(tmp_path / "run")]

    with pytest.raises(UnusableInput, match="taken for a class"):
        specification_of(build_parser().parse_args(words))


def test_an_unknown_backend_is_refused(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["layers", "--backend", "theano"]) == 2

    monkeypatch.setenv("KERAS_BACKEND", "theano")
    assert main(["layers"]) == 2
    assert "KERAS_BACKEND is 'theano'" in capsys.readouterr().err
