"""Why a real run answers as it does: what comes back, from where, and what is said where something can't be told."""

from __future__ import annotations

import dataclasses
import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.decode import ImageUnusable, decode_image
from core.errors import Stopped, UnusableInput
from core.explanation.explain import explain, explain_answer_of
from core.explanation.pooled_features import pooled_features
from core.explanation.reference_shelf import ReferenceShelf
from core.job_control import JobControl
from core.messages import EpochFinished, Event, Explain, Explained, Progress
from core.prediction.model_shelf import warm_model
from core.prediction.trained_model import TrainedModel
from core.training.reference_file import read_reference
from core.training.run_record import REFERENCE_FILE, RunRecord, read_run_record, write_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train
from core.training.training_data import LabelledImages, label_images
from tests.core.small_resnet import LAST_BLOCK

pytestmark = pytest.mark.usefixtures("small_resnet50")


@pytest.fixture(autouse=True)
def store_of_the_training(trained_run: Path, frostline_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the test find the features that the training stored, as on the machine of a user."""
    monkeypatch.setenv("FROSTLINE_HOME", str(trained_run.parent))


@pytest.fixture
def record(trained_run: Path) -> RunRecord:
    return read_run_record(trained_run)


def training_picture(record: RunRecord) -> Path:
    return record.specification.folder / record.training_files[-1]


def stages(events: list[Event]) -> set[str]:
    return {event.stage for event in events if isinstance(event, Progress)}


def test_a_picture_is_explained_by_map_and_nearest_training_images(trained_run: Path, record: RunRecord) -> None:
    picture = training_picture(record)

    found = explain(Explain(model=trained_run, image=picture, block="conv3_block1", neighbours=3), JobControl())

    assert (found.class_name, found.class_names) == (picture.parent.name, ("dark", "light"))
    assert (found.block, found.blocks[-1], len(found.blocks)) == ("conv3_block1", LAST_BLOCK, 5)
    assert found.picture == decode_image(picture, 32).tobytes()
    assert (found.picture_edge, found.heat_width, found.heat_height, len(found.heat)) == (32, 4, 4, 16)
    assert max(found.heat) == 255
    assert found.neighbours[0].file == picture
    assert found.neighbours[0].distance == pytest.approx(0.0, abs=1e-2)
    assert {one.class_name for one in found.neighbours} == {picture.parent.name}
    assert (found.compared_images, found.validation_images, found.remark) == (12, 4, "")
    assert not found.is_unlike


@pytest.fixture
def old_run(own_run: Path) -> Path:
    """Give a run as Frostline wrote it before it kept what pictures are compared with."""
    (own_run / REFERENCE_FILE).unlink()
    write_run_record(dataclasses.replace(read_run_record(own_run), unlikeness=None), own_run)
    return own_run


def test_of_an_old_run_the_map_comes_before_the_training_images_are_read(old_run: Path, record: RunRecord) -> None:
    first: list[Event] = []
    second: list[Event] = []
    unread = dataclasses.replace(warm_model(old_run))
    request = Explain(model=old_run, image=training_picture(record))

    found = explain_answer_of(unread, request, JobControl(report=first.append))
    explain_answer_of(unread, request, JobControl(report=second.append))

    [seen] = [event for event in first if isinstance(event, Explained)]
    assert (seen.heat, seen.neighbours) == (found.heat, ())
    assert not any(isinstance(event, Explained) for event in second)


def test_last_block_and_likeliest_class_are_meant_unless_named(trained_run: Path, dark_and_light: Path) -> None:
    light = dark_and_light / "light" / "0.jpg"

    likeliest = explain(Explain(model=trained_run, image=light), JobControl())
    other = explain(Explain(model=trained_run, image=light.read_bytes(), class_name="dark"), JobControl())

    assert (likeliest.block, likeliest.class_name) == (LAST_BLOCK, "light")
    assert other.class_name == "dark"
    assert other.neighbours == likeliest.neighbours


def test_the_percentile_moves_the_threshold(trained_resnet50: Path, tmp_path: Path) -> None:
    """With the real network, whose random features tell more of what is unlike."""
    record = read_run_record(trained_resnet50)
    folder = record.specification.folder
    stripes = np.zeros((40, 40, 3), dtype=np.uint8)
    stripes[:, ::8, 0] = 255
    Image.fromarray(stripes).save(tmp_path / "stripes.png")

    def explained(image: Path, percentile: float) -> Explained:
        return explain(Explain(model=trained_resnet50, image=image, percentile=percentile), JobControl())

    held_out = [explained(folder / name, 100.0) for name in record.validation_files]
    strict, lenient = (explained(folder / record.validation_files[0], percentile) for percentile in (0.0, 100.0))

    assert not any(one.is_unlike for one in held_out)
    assert explained(tmp_path / "stripes.png", 100.0).is_unlike
    assert strict.threshold is not None
    assert lenient.threshold is not None
    assert strict.threshold < lenient.threshold
    assert strict.distance == lenient.distance


def test_what_an_old_run_lacks_is_gathered_once_and_kept_with_it(
    old_run: Path, trained_run: Path, record: RunRecord
) -> None:
    gathered = ReferenceShelf().of(warm_model(old_run), read_run_record(old_run), JobControl())

    kept, first = read_reference(old_run), read_reference(trained_run)
    assert kept is not None
    assert first is not None
    assert kept.names == first.names
    np.testing.assert_allclose(kept.features, first.features, atol=1e-5)
    np.testing.assert_allclose(gathered.validation_distances, first.validation_distances, atol=1e-4)
    assert read_run_record(old_run).unlikeness is not None
    assert read_run_record(old_run).specification == record.specification


def test_features_come_from_the_store_of_the_training_and_are_read_once(old_run: Path, record: RunRecord) -> None:
    trained, shelf = warm_model(old_run), ReferenceShelf()
    first: list[Event] = []
    second: list[Event] = []

    reference = shelf.of(trained, record, JobControl(report=first.append))
    again = shelf.of(trained, record, JobControl(report=second.append))

    assert stages(first) == {"evaluate"}
    assert again is reference
    assert not second


@pytest.mark.parametrize("way", ["through the tail", "from the pixels"])
def test_features_are_the_same_wherever_they_come_from(way: str, trained_run: Path, record: RunRecord) -> None:
    model = warm_model(trained_run).model
    images = few_images(record)
    (_,), (stored,) = pooled_features(model, record, (images,), JobControl())
    other = dataclasses.replace(record, cut_layer="conv5_block1_out" if way == "through the tail" else "image")
    events: list[Event] = []

    (usable,), (features,) = pooled_features(model, other, (images,), JobControl(report=events.append))

    assert usable.names == images.names
    assert features.shape == (3, 256)
    np.testing.assert_allclose(features, stored, atol=1e-5)
    assert ("extract" in stages(events)) == (way == "through the tail")


def few_images(record: RunRecord) -> LabelledImages:
    return label_images(record.specification.folder, record.training_files[:3], [0, 0, 0], JobControl())


def test_a_model_file_outside_its_run_has_a_map_but_no_neighbours(trained_run: Path, record: RunRecord) -> None:
    outside = dataclasses.replace(warm_model(trained_run), record=None)

    found = explain_answer_of(outside, Explain(model=trained_run, image=training_picture(record)), JobControl())

    assert len(found.heat) == 1
    assert (found.neighbours, found.distance, found.is_unlike) == ((), None, False)
    assert "outside its run" in found.remark


def test_images_that_have_gone_are_left_out_and_their_absence_is_said(
    old_run: Path, record: RunRecord, dark_and_light: Path, tmp_path: Path
) -> None:
    moved = shutil.copytree(dark_and_light, tmp_path / "moved")
    for name in record.training_files[2:]:
        (moved / name).unlink()
    request = Explain(model=old_run, image=training_picture(record))

    found = explain_answer_of(trained_in(moved, old_run), request, JobControl())
    shutil.rmtree(moved)
    without = explain_answer_of(trained_in(moved, old_run), request, JobControl())

    assert len(found.neighbours) == found.compared_images == 2
    assert (found.threshold, found.is_unlike) == (None, False)
    assert "held out no images" in found.remark
    assert without.neighbours == ()
    assert without.remark == f"The images that it was trained on are no longer in {moved}."


def trained_in(folder: Path, run: Path) -> TrainedModel:
    """Return the model as if it had been trained on the pictures of `folder`, without holding out any."""
    trained = warm_model(run)
    assert trained.record is not None
    specification = dataclasses.replace(trained.record.specification, folder=folder)
    record = dataclasses.replace(trained.record, specification=specification, validation_files=(), unlikeness=None)
    return dataclasses.replace(trained, record=record)


@pytest.mark.parametrize(
    ("class_name", "block", "said"), [("dusk", "", "no class named dusk"), ("", "conv6", "no block named conv6")]
)
def test_what_the_model_has_not_is_named(
    class_name: str, block: str, said: str, trained_run: Path, dark_and_light: Path
) -> None:
    picture = dark_and_light / "dark" / "0.png"

    with pytest.raises(UnusableInput, match=said):
        explain(Explain(model=trained_run, image=picture, class_name=class_name, block=block), JobControl())


def test_a_picture_that_can_not_be_read_is_refused(trained_run: Path, tmp_path: Path) -> None:
    with pytest.raises(ImageUnusable, match="no longer there"):
        explain(Explain(model=trained_run, image=tmp_path / "gone.png"), JobControl())


def test_a_reference_that_is_given_up_is_gathered_anew(old_run: Path, record: RunRecord) -> None:
    control, shelf = JobControl(), ReferenceShelf()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        shelf.of(warm_model(old_run), record, control)

    assert len(shelf.of(warm_model(old_run), record, JobControl()).training) == 12


def test_a_run_in_training_is_explained(dark_and_light: Path, tmp_path: Path) -> None:
    run, found = tmp_path / "run", []
    control = JobControl()

    def look(event: Event) -> None:
        if isinstance(event, EpochFinished) and event.epoch == 2:
            found.append(explain(Explain(model=run, image=dark_and_light / "dark" / "0.png"), JobControl()))
            control.stop_requested.set()

    control.report = look
    specification = TrainingSpecification(folder=dark_and_light, run=run, weights="random", image_size=32, epochs=3)
    train(specification, control)

    [explained] = found
    assert explained.compared_images + explained.validation_images == 16
    assert len(explained.neighbours) == 6
