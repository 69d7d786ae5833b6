from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import keras
import pytest

from core.command_line.main import main


def listing(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[dict[str, Any], dict[str, Any]]:
    """Run the command; return the layers by name, and the summary."""
    assert main(["layers", *words, "--json"]) == 0
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [event["event"] for event in events[:-1]] == ["layer"] * (len(events) - 1)
    assert events[-1]["event"] == "summary"
    return {event["layer"]: event for event in events[:-1]}, events[-1]


def test_resnet50_is_listed_frozen_whole(capsys: pytest.CaptureFixture[str]) -> None:
    layers, summary = listing(capsys)

    assert layers["conv5_block3_2_conv"] == {
        "event": "layer",
        "layer": "conv5_block3_2_conv",
        "kind": "Conv2D",
        "stage": "conv5",
        "block": "conv5_block3",
        "output_shape": [7, 7, 512],
        "parameters": 2359808,
        "trainable_parameters": 0,
        "state": "frozen",
    }
    assert layers["avg_pool"]["state"] == "without_weights"
    assert layers["preprocessing"]["state"] == "fixed"
    assert (summary["frozen_layers"], summary["trainable_layers"]) == (106, 0)
    assert summary["parameters"] == 23587712 + 12
    assert summary["cut_layer"] == "avg_pool"


def test_thawing_shows_what_would_learn(capsys: pytest.CaptureFixture[str]) -> None:
    layers, summary = listing(capsys, "--thaw", "conv5_block3")

    assert {name for name, layer in layers.items() if layer["state"] == "trainable"} == (
        {"conv5_block3_1_conv", "conv5_block3_2_conv", "conv5_block3_3_conv"}
    )
    assert layers["conv5_block3_1_bn"]["state"] == "frozen"
    assert summary["trainable_parameters"] == sum(
        layers[f"conv5_block3_{number}_conv"]["parameters"] for number in (1, 2, 3)
    )
    assert summary["cut_layer"] == "conv5_block2_out"


def test_batch_norm_is_thawed_when_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    layers, _ = listing(capsys, "--thaw", "conv5_block3", "--thaw-batch-norm")

    assert layers["conv5_block3_1_bn"]["state"] == "trainable"
    assert layers["conv5_block3_1_bn"]["trainable_parameters"] == 2 * 512


def test_a_run_is_listed_as_it_was_trained_with_its_head(
    trained_resnet50: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    layers, summary = listing(capsys, str(trained_resnet50))

    assert layers["predictions"]["stage"] == "head"
    assert layers["predictions"]["state"] == "trainable"
    assert layers["predictions"]["trainable_parameters"] == 2048 * 2 + 2
    assert layers["head_normalization"]["state"] == "fixed"
    assert layers["conv5_block3_out"]["output_shape"] == [1, 1, 2048]
    assert (summary["frozen_layers"], summary["trainable_layers"]) == (106, 1)
    assert summary["trainable_parameters"] == 2048 * 2 + 2


def test_the_tree_has_stages_blocks_and_layers(trained_resnet50: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layers", str(trained_resnet50), "--thaw", "conv5_block3"]) == 0

    lines = capsys.readouterr().out.splitlines()
    [stage] = [line for line in lines if line.startswith("conv5 ")]
    [block] = [line for line in lines if line.startswith("  conv5_block3 ")]
    [layer] = [line for line in lines if line.startswith("    conv5_block3_2_conv ")]
    assert stage.endswith("partly trainable")
    assert block.endswith("partly trainable")
    assert layer.endswith("trainable")
    assert "Frost line at conv5_block2_out" in lines


def test_another_model_is_listed_flat_and_can_not_be_thawed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    image = keras.Input((16, 16, 3))
    pooled = keras.layers.GlobalAveragePooling2D()(image)
    keras.Model(image, keras.layers.Dense(2, name="answer")(pooled)).save(tmp_path / "other.keras")

    layers, summary = listing(capsys, str(tmp_path / "other.keras"))
    status = main(["layers", str(tmp_path / "other.keras"), "--thaw", "conv5"])

    assert layers["answer"]["parameters"] == 8
    assert summary["cut_layer"] is None
    assert status == 2
    assert "--thaw says nothing about it" in capsys.readouterr().err


def test_an_unknown_name_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["layers", "--thaw", "conv9"]) == 2
    assert "'conv9' names nothing in this network" in capsys.readouterr().err
