"""A training from a store ends as one on the folder, without the pictures too; what it can't have is a sentence."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.cluster.image_table import read_images, write_images
from core.cluster.place import open_place
from core.command_line.main import main
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, Notice, RunFinished
from core.training.run_record import RunRecord, read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train
from tests.core.cluster.conftest import draw_pictures, extract

pytestmark = pytest.mark.usefixtures("small_resnet50")


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with `pictures` and the `store` of their features; tests must not change it."""
    folder = tmp_path_factory.mktemp("place")
    draw_pictures(folder / "pictures", 8)
    extract(folder / "pictures", folder / "store")
    return folder


@pytest.fixture
def store_alone(place: Path, tmp_path: Path) -> Path:
    """The store, whose pictures are out of reach."""
    store = shutil.copytree(place / "store", tmp_path / "store")
    manifest = json.loads((store / "store.json").read_text())
    (store / "store.json").write_text(json.dumps(manifest | {"source": str(tmp_path / "far away")}))
    return store


def specification(folder: Path, run: Path, store: Path | None = None, **changes: object) -> TrainingSpecification:
    settings = {"weights": "random", "image_size": 32, "epochs": 3, "batch_size": 8} | changes
    return TrainingSpecification(folder=folder, run=run, store=store, **settings)  # type: ignore[arg-type]


def trained(asked: TrainingSpecification) -> tuple[RunFinished, RunRecord, list[np.ndarray], list[str]]:
    heard: list[Event] = []
    finished = train(asked, JobControl(report=heard.append))
    from core.prediction.model_file import open_model_file

    weights = open_model_file(asked.run / "model.keras").get_weights()
    return finished, read_run_record(asked.run), weights, [one.message for one in heard if isinstance(one, Notice)]


def test_a_training_from_the_store_is_the_one_on_the_folder(place: Path, store_alone: Path, tmp_path: Path) -> None:
    on_folder = trained(specification(place / "pictures", tmp_path / "on folder"))
    shutil.rmtree(tmp_path / "home", ignore_errors=True)
    from_store = trained(specification(store_alone, tmp_path / "from store", store_alone))

    losses = [[[one.loss, one.val_loss or 0.0] for one in run[1].history] for run in (on_folder, from_store)]
    # Bit for bit with TensorFlow here; see test_extraction_here for what may differ elsewhere.
    np.testing.assert_allclose(losses[0], losses[1], rtol=1e-4)
    for one, other in zip(on_folder[2], from_store[2], strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-3, atol=1e-4)
    assert from_store[1].dataset_digest == on_folder[1].dataset_digest
    assert from_store[1].validation_files == on_folder[1].validation_files
    assert from_store[1].training_files == on_folder[1].training_files
    assert from_store[0].images_extracted == 0
    assert [one for one in from_store[3] if "bad.jpg can't be used: it is not an image" in one]


def test_what_the_store_has_not_is_refused_before_the_first_epoch(store_alone: Path, tmp_path: Path) -> None:
    for changes, words in (
        ({"thaw": "conv5"}, "it has the cut avg_pool, and conv4"),
        ({"thaw": "conv5", "head_first": 2}, "it has the cut avg_pool, and conv4"),
        ({"views": 2}, "augmented views are wanted"),
        ({"image_size": 48}, "it has the image size 32, and 48 is wanted"),
    ):
        with pytest.raises(UnusableInput, match=words):
            train(specification(store_alone, tmp_path / "run", store_alone, **changes), JobControl())

    assert not (tmp_path / "run").exists()


def test_with_the_pictures_at_hand_what_it_has_not_is_computed(place: Path, tmp_path: Path) -> None:
    asked = specification(place / "pictures", tmp_path / "run", place / "store", thaw="conv5", epochs=1)

    finished, _, _, notices = trained(asked)

    assert finished.images_extracted == 24
    assert [one for one in notices if "is of no use here" in one]


def test_a_damaged_row_is_computed_again_or_left_out(place: Path, store_alone: Path, tmp_path: Path) -> None:
    (part,) = (store_alone / "features").glob("*/*.parquet")
    content = bytearray(part.read_bytes())
    content[len(content) // 2] ^= 1  # among the numbers, which are nearly all of it
    part.write_bytes(content)

    finished, record, _, notices = trained(specification(store_alone, tmp_path / "run", store_alone, epochs=1))

    assert len([one for one in notices if one.endswith("its features are not in the store.")]) == 1
    assert len(record.training_files) + len(record.validation_files) == 24
    assert finished.images_extracted == 0


def test_the_command_takes_the_settings_of_the_store(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run = tmp_path / "run"
    status = main(["train", "--store", str(place / "store"), "--out", str(run), "--epochs", "1", "--json"])

    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    record = read_run_record(run)
    assert status == 0
    assert next(one["message"] for one in events if one["event"] == "notice") == (
        "As the store was made: --weights random, --image-size 32."
    )
    assert (record.specification.image_size, record.specification.weights) == (32, "random")
    assert record.specification.folder == place / "pictures"
    assert events[-1]["images_extracted"] == 0


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--store", "{store}", "--image-size", "64"], "was not made with --image-size 64"),
        (["--store", "{store}", "--nested", "inner"], "was not made with --nested"),
        (["--store", "{store}/features"], "is not a store of features"),
        (["--store", "{store}", "--views", "fresh"], "store is"),
        (["--store", "s3://bucket/store"], "maps its store into memory"),
        ([], "There is nothing to train on"),
    ],
)
def test_options_that_do_not_fit_are_refused(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    filled = [option.format(store=place / "store") for option in options]

    status = main(["train", *filled, "--out", str(tmp_path / "run"), "--json"])

    failed = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (status, failed["event"]) == (2, "failed")
    assert words in failed["message"]


def test_a_store_whose_extraction_is_not_over_is_refused(
    store_alone: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = json.loads((store_alone / "store.json").read_text())
    (store_alone / "store.json").write_text(json.dumps(manifest | {"complete": False}))

    status = main(["train", "--store", str(store_alone), "--out", str(tmp_path / "run")])

    assert status == 2
    assert "is not over" in capsys.readouterr().err


def test_the_command_extracts_and_says_so(place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    store = tmp_path / "store"
    words = ["extract", str(place / "pictures"), "--out", str(store), "--weights", "random", "--image-size", "32"]
    status = main([*words, "--json"])
    events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    again = main(words)

    assert (status, again) == (0, 0)
    assert events[-1]["event"] == "extracted"
    assert (events[-1]["images"], events[-1]["problems"], events[-1]["nodes"]) == (26, 1, [])
    assert {"list", "extract"} <= {one["stage"] for one in events if one["event"] == "progress"}
    assert "26 images: 0 computed, 25 in the store before" in capsys.readouterr().out


def test_a_cluster_that_does_not_answer_ends_with_three(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("ray", reason="Ray is not installed: extra 'cluster'")
    words = ["extract", str(place / "pictures"), "--out", str(tmp_path / "store"), "--cluster", "127.0.0.1:9", "--json"]

    status = main(words)

    failed = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (status, failed["kind"]) == (3, "cluster_unreachable")
    assert failed["message"] == "No cluster answers at 127.0.0.1:9."


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--cluster", "nowhere:none"], "is not the address of a cluster"),
        (["--image-size", "5000"], "--image-size is 5000"),
        (["--cut", "nothing"], "can't be cut at 'nothing'"),
        (["--workers", "-1"], "--workers is -1"),
    ],
)
def test_extractions_that_can_not_be_are_refused(
    place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], options: list[str], words: str
) -> None:
    if "--cluster" in options:
        pytest.importorskip("ray", reason="Ray is not installed: extra 'cluster'")
    folder = ["extract", str(place / "pictures"), "--out", str(tmp_path / "store"), "--weights", "random"]

    status = main([*folder, "--image-size", "32", *options])

    assert status == 2
    assert words in capsys.readouterr().err


def test_a_store_none_of_whose_pictures_can_be_read_is_a_sentence(place: Path, tmp_path: Path) -> None:
    store = shutil.copytree(place / "store", tmp_path / "store")
    at = open_place(str(store))
    write_images([replace(one, digest="", look=b"") for one in read_images(0, at)], 0, at)

    with pytest.raises(UnusableInput, match="Fewer than two classes of"):
        train(specification(place / "pictures", tmp_path / "run", store), JobControl())
