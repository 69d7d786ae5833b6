"""Whole runs with augmented views, with another engine, and with features in 16 bits."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from core.job_control import JobControl
from core.messages import Event, Notice, Progress
from core.training.classifier import build_classifier
from core.training.material import gather_material
from core.training.run_record import read_run_record
from core.training.specification import TrainingSpecification
from core.training.train import train
from core.training.training_data import read_training_data

pytestmark = pytest.mark.usefixtures("small_resnet50")


@pytest.fixture
def specification(stripes: Path, tmp_path: Path) -> TrainingSpecification:
    return TrainingSpecification(
        folder=stripes, run=tmp_path / "run", weights="random", image_size=32, epochs=3, batch_size=8, seed=3
    )


def losses(run: Path) -> list[float]:
    return [epoch.loss for epoch in read_run_record(run).history]


def validation_losses(run: Path) -> list[float]:
    return [epoch.val_loss for epoch in read_run_record(run).history if epoch.val_loss is not None]


def notices(events: list[Event]) -> list[str]:
    return [event.message for event in events if isinstance(event, Notice)]


def rows_computed(events: list[Event]) -> int:
    return max((event.total for event in events if isinstance(event, Progress) and event.stage == "extract"), default=0)


def test_views_of_the_training_images_are_stored_and_only_new_ones_computed(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    first: list[Event] = []
    more: list[Event] = []
    two_views = replace(specification, views=2)
    three_views = replace(specification, views=3, run=tmp_path / "more")

    one = train(two_views, JobControl(first.append))
    added = train(three_views, JobControl(more.append))

    assert (one.images_extracted, one.images_reused) == (30, 0)
    assert rows_computed(first) == 24 * 2 + 6
    assert (added.images_extracted, added.images_reused) == (24, 6)
    assert rows_computed(more) == 24


def test_without_the_store_the_same_views_give_the_same_losses(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    specification = replace(specification, views=2, epochs=2)
    stored = train(specification, JobControl())
    direct = train(replace(specification, run=tmp_path / "direct", feature_store=False), JobControl())

    np.testing.assert_allclose(losses(stored.run), losses(direct.run), rtol=1e-3)


def test_fresh_views_turn_the_store_off_and_say_so(specification: TrainingSpecification, frostline_home: Path) -> None:
    events: list[Event] = []
    fresh = replace(specification, fresh_views=True, epochs=1)

    train(fresh, JobControl(events.append))

    assert any("computed again at every epoch, for 30 images" in message for message in notices(events))
    assert not (frostline_home / "cache" / "features").exists()


def test_a_damaged_file_is_left_out_by_name_without_the_store_too(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(specification.folder, folder)
    (folder / "vertical" / "broken.png").write_bytes((folder / "vertical" / "0.png").read_bytes()[:60])
    events: list[Event] = []

    damaged = replace(specification, folder=folder, feature_store=False)
    data = read_training_data(damaged, JobControl())
    classifier = build_classifier(damaged, len(data.class_names), JobControl())
    material = gather_material(damaged, classifier, {}, data, JobControl(events.append))

    assert [message for message in notices(events) if "broken.png" in message]
    assert any("broken" in name for name in data.training.names + data.validation.names)
    left = material.data.training.names + material.data.validation.names
    assert len(left) == 30
    assert not any("broken" in name for name in left)


def test_another_engine_has_rows_of_its_own_and_says_how_exact_it_was(
    specification: TrainingSpecification, tmp_path: Path
) -> None:
    events: list[Event] = []
    exact = train(specification, JobControl())

    fast = train(replace(specification, engine="openvino", run=tmp_path / "fast"), JobControl(events.append))
    again = train(replace(specification, engine="openvino", run=tmp_path / "again"), JobControl())

    assert (fast.images_extracted, again.images_extracted) == (30, 0)
    assert notices(events) == [
        "Features by OpenVINO in 32 bits deviate by less than 0.001 % from Keras' (measured on 8 images)."
    ]
    np.testing.assert_allclose(losses(fast.run), losses(exact.run), rtol=1e-3)
    assert len(validation_losses(fast.run)) == 3
    np.testing.assert_allclose(validation_losses(fast.run), validation_losses(exact.run), rtol=1e-3)


def test_features_in_16_bits_take_half_the_disk_and_train_nearly_the_same(
    specification: TrainingSpecification, tmp_path: Path, frostline_home: Path
) -> None:
    whole = train(specification, JobControl())
    whole_bytes = rows_on_disk(frostline_home)
    half = train(replace(specification, feature_dtype="float16", run=tmp_path / "half"), JobControl())

    assert half.images_extracted == 30
    assert rows_on_disk(frostline_home) - whole_bytes == whole_bytes // 2
    np.testing.assert_allclose(losses(half.run), losses(whole.run), rtol=0.02)


def rows_on_disk(home: Path) -> int:
    return sum(file.stat().st_size for file in (home / "cache" / "features").glob("*/*.rows"))
