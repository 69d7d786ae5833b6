"""The same pictures get the same numbers from the command line, the window's request, and plain Keras on the model."""

from __future__ import annotations

import csv
import dataclasses
import io
import json
from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from core.command_line.main import main
from core.data.decode import decode_image
from core.evaluation.compare_runs import compare_runs
from core.explanation.explain import explain
from core.job_control import JobControl
from core.messages import Event, Explain, ImagePredicted
from core.prediction.predict import predict
from core.training.reference_file import read_reference
from core.training.run_record import read_run_record, write_run_record


@pytest.fixture
def trained_run(trained_resnet50: Path) -> Path:
    """Give a run of the real network: the random features of a small one tell less of what is unlike."""
    return trained_resnet50


def in_window(run: Path, *images: Path | bytes, percentile: float = 95.0) -> list[ImagePredicted]:
    events: list[Event] = []
    predict(run, images, JobControl(report=events.append), percentile=percentile)
    return [event for event in events if isinstance(event, ImagePredicted)]


@pytest.fixture
def stripes(tmp_path: Path) -> Path:
    """Give a picture as the run has never seen one."""
    pixels = np.zeros((40, 40, 3), dtype=np.uint8)
    pixels[:, ::8, 0] = 255
    Image.fromarray(pixels).save(tmp_path / "stripes.png")
    return tmp_path / "stripes.png"


def test_probabilities_agree_to_a_millionth(
    trained_run: Path, dark_and_light: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "table.csv"

    assert main(["predict", str(trained_run), str(dark_and_light), "--json", "--csv", str(table)]) == 0

    lines = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    said = [line for line in lines if line["event"] == "prediction"]
    files = [Path(line["source"]) for line in said]
    assert len(files) == 16
    model = keras.saving.load_model(trained_run / "model.keras", compile=False)
    plain = np.asarray(model.predict_on_batch(np.stack([decode_image(file, 32) for file in files]).astype(np.float32)))
    names = read_run_record(trained_run).class_names
    rows = list(csv.DictReader(io.StringIO(table.read_text(encoding="utf-8"))))
    for line, seen, row, expected in zip(said, in_window(trained_run, *files), rows, plain, strict=True):
        of_class = dict(line["top"])
        assert [of_class[name] for name in names] == pytest.approx(expected.tolist(), abs=1e-6)
        assert dict(seen.top) == pytest.approx(of_class, abs=1e-6)
        assert seen.distance == pytest.approx(line["distance"], abs=1e-5)
        assert seen.threshold == line["threshold"]
        assert (row["class_1"], float(row["probability_1"])) == tuple(line["top"][0])
        assert row["unlike"] == ("yes" if line["is_unlike"] else "no")


def test_a_picture_is_unlike_alike_in_prediction_and_explanation(
    trained_run: Path, stripes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    explained = explain(Explain(model=trained_run, image=stripes), JobControl())

    [seen] = in_window(trained_run, stripes)
    assert seen.is_unlike
    assert explained.is_unlike
    assert seen.farther_than == 101.0
    assert seen.distance == pytest.approx(explained.distance, abs=1e-4)
    assert seen.threshold == explained.threshold

    assert main(["predict", str(trained_run), str(stripes)]) == 0
    assert "Unlike anything it was trained on" in capsys.readouterr().out


def test_the_record_says_by_which_measure(trained_run: Path) -> None:
    record, reference = read_run_record(trained_run), read_reference(trained_run)

    assert record.unlikeness is not None
    assert reference is not None
    assert (record.unlikeness.training_images, record.unlikeness.validation_images) == (12, 4)
    assert "2204.06507" in record.unlikeness.method
    assert record.unlikeness.threshold == float(np.percentile(reference.validation_distances, 95.0))
    assert reference.features.shape == (12, 2048)
    np.testing.assert_allclose(np.linalg.norm(reference.features, axis=1), 1.0, rtol=1e-5)


def test_what_was_trained_on_is_never_unlike_and_the_percentile_decides_of_the_rest(
    trained_run: Path, dark_and_light: Path
) -> None:
    record = read_run_record(trained_run)
    known = in_window(trained_run, *(dark_and_light / name for name in record.training_files), percentile=0.0)
    held_out = [dark_and_light / name for name in record.validation_files]

    assert not any(one.is_unlike for one in known)
    assert not any(one.is_unlike for one in in_window(trained_run, *held_out, percentile=100.0))
    assert sum(one.is_unlike for one in in_window(trained_run, *held_out, percentile=0.0)) == 3


def test_a_run_compared_with_itself_got_neither_better_nor_worse(trained_run: Path, own_run: Path) -> None:
    compared = compare_runs(own_run, trained_run, None, JobControl())

    assert (compared.images, compared.improved, compared.regressions) == (4, 0, ())
    assert compared.accuracy == compared.accuracy_before


def test_a_run_that_was_stopped_gets_its_measure_before_it_predicts(
    trained_run: Path, own_run: Path, stripes: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = read_run_record(trained_run)
    write_run_record(dataclasses.replace(record, state="stopped", unlikeness=None), own_run)
    (own_run / "reference.npz").unlink()

    assert main(["predict", str(own_run), str(stripes), "--json"]) == 0

    [said] = [
        one for line in capsys.readouterr().out.splitlines() if (one := json.loads(line))["event"] == "prediction"
    ]
    now = read_run_record(own_run)
    assert said["is_unlike"]
    assert now.state == "stopped"
    assert record.unlikeness is not None
    assert now.unlikeness is not None
    assert now.unlikeness.threshold == said["threshold"] == pytest.approx(record.unlikeness.threshold, abs=1e-4)
