"""How the images of a training come to their sides: what looks alike stays together, and leaks are told."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.split import stratified_split
from core.job_control import JobControl
from core.messages import Event, Notice, Progress
from core.training.specification import TrainingSpecification
from core.training.training_data import TrainingData, read_training_data
from core.training.usable_images import without_unusable


def draw(file: Path, seed: int) -> Path:
    """Draw a picture of large grains, which survive that it is made smaller."""
    grains = np.random.default_rng(seed).integers(0, 256, (24, 24, 3), dtype=np.uint8)
    file.parent.mkdir(parents=True, exist_ok=True)
    Image.fromarray(grains).resize((96, 96), Image.Resampling.BICUBIC).save(file)
    return file


@pytest.fixture
def specification(tmp_path: Path) -> TrainingSpecification:
    """Two classes of ten pictures, none of which is like another; three of ten are held out."""
    for number in range(20):
        draw(tmp_path / "data" / "ab"[number // 10] / f"{number % 10}.png", number)
    return TrainingSpecification(folder=tmp_path / "data", run=tmp_path / "run", validation_split=0.3)


def read(
    specification: TrainingSpecification, split_before: tuple[str, ...] | None = None
) -> tuple[TrainingData, list[Event]]:
    events: list[Event] = []
    data = read_training_data(specification, JobControl(report=events.append), split_before=split_before)
    return data, events


def notices(events: list[Event]) -> list[str]:
    return [event.message for event in events if isinstance(event, Notice)]


def test_without_look_alikes_the_split_is_what_it_always_was(specification: TrainingSpecification) -> None:
    data, events = read(specification)

    _, held_out = stratified_split([0] * 10 + [1] * 10, 0.3, 0)
    assert data.validation.names == tuple(f"{'ab'[index // 10]}/{index % 10}.png" for index in held_out)
    assert notices(events) == []


def test_look_alikes_stay_on_one_side(specification: TrainingSpecification) -> None:
    # Given each picture of a class a second time, every other one smaller and as JPEG
    for number in range(10):
        original = specification.folder / "a" / f"{number}.png"
        if number % 2:
            shutil.copy(original, original.with_name(f"{number} copy.png"))
        else:
            with Image.open(original) as picture:
                picture.resize((64, 64)).save(original.with_name(f"{number} copy.jpg"), quality=85)

    data, events = read(specification)

    sides = [{name[:3] for name in side.names if name.startswith("a/")} for side in (data.training, data.validation)]
    assert not sides[0] & sides[1]
    assert (len(sides[0]), len(sides[1])) == (7, 3)
    (notice,) = notices(events)
    assert notice.startswith("20 images are there more than once or look like another one")


def test_a_split_of_before_is_kept_whatever_looks_alike(specification: TrainingSpecification) -> None:
    before, _ = read(specification)
    shutil.copy(specification.folder / "a" / "0.png", specification.folder / "a" / "copy.png")

    data, events = read(specification, split_before=before.validation.names)

    assert data.validation.names == before.validation.names
    # And nothing was checked for it
    assert not [event for event in events if isinstance(event, Progress) and event.stage == "check"]


def test_a_validation_folder_with_training_images_is_told_of(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    more = tmp_path / "more"
    draw(more / "a" / "new.png", 100)
    draw(more / "b" / "new.png", 101)
    assert notices(read(replace(specification, validation_folder=more))[1]) == []
    with Image.open(specification.folder / "a" / "3.png") as picture:
        picture.resize((80, 80)).save(more / "a" / "seen before.jpg")

    data, events = read(replace(specification, validation_folder=more))

    assert len(data.validation) == 3
    (notice,) = notices(events)
    assert "1 of the 3 validation images is among the training images" in notice
    assert str(more / "a" / "seen before.jpg") in notice


def test_images_held_out_again_are_looked_at_too(specification: TrainingSpecification) -> None:
    shutil.copy(specification.folder / "a" / "0.png", specification.folder / "a" / "copy.png")

    _, events = read(replace(specification, held_out=("a/0.png", "b/0.png")))

    assert [notice[:29] for notice in notices(events)] == ["1 of the 2 validation images "]


def test_nothing_is_checked_where_nothing_is_held_out(specification: TrainingSpecification) -> None:
    _, events = read(replace(specification, validation_split=0.0))

    assert not [event for event in events if isinstance(event, Progress)]


def test_without_the_store_files_that_changed_or_can_not_be_used_are_left_out(
    specification: TrainingSpecification,
) -> None:
    data, _ = read(replace(specification, validation_split=0.0))
    draw(specification.folder / "a" / "1.png", 500)
    (specification.folder / "b" / "1.png").unlink()
    events: list[Event] = []

    (usable,) = without_unusable((data.training,), JobControl(report=events.append))

    assert len(usable) == 18
    told = notices(events)
    assert "a/1.png can't be used: the file has changed since the training began." in told[0]
    assert "b/1.png can't be used: the file is no longer there." in told[1]
