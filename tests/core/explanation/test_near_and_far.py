"""Nearest images and unlikeness on plain numbers, against the long way round."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.explanation.distances import unit_length
from core.explanation.neighbours import ReferenceImages, images_of_split, nearest_images
from core.explanation.unlikeness import NEIGHBOUR_NUMBER, distances_of_kth, threshold_of
from core.job_control import JobControl
from core.training.training_data import LabelledImages

IMAGES = 300


def rows(count: int, seed: int) -> np.ndarray:
    return unit_length(np.random.default_rng(seed).normal(size=(count, 16)).astype(np.float32))


@pytest.fixture
def reference(tmp_path: Path) -> ReferenceImages:
    """Give images of two classes whose files exist."""
    names = tuple(f"{'ants' if number % 2 else 'bees'}/{number}.png" for number in range(IMAGES))
    for name in names:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).touch()
    labels = np.asarray([number % 2 == 0 for number in range(IMAGES)], dtype=np.int64)
    images = LabelledImages(folder=tmp_path, names=names, labels=labels, digests=names)
    return ReferenceImages(images, rows(IMAGES, seed=0), ("ants", "bees"))


def test_the_nearest_come_first_with_their_class_and_distance(reference: ReferenceImages) -> None:
    picture = rows(1, seed=1)[0]
    by_hand = np.linalg.norm(reference.features - picture, axis=1)

    found = nearest_images(picture, reference, 6)

    order = np.argsort(by_hand)[:6]
    assert [one.file for one in found] == [reference.images.files[index] for index in order]
    assert [one.class_name for one in found] == [one.file.parent.name for one in found]
    np.testing.assert_allclose([one.distance for one in found], by_hand[order], atol=1e-4)


def test_a_training_image_is_its_own_nearest(reference: ReferenceImages) -> None:
    [found] = nearest_images(reference.features[7], reference, 1)

    assert found.file.name == "7.png"
    assert found.distance == pytest.approx(0.0, abs=1e-3)


def test_images_that_are_gone_give_way_to_the_next(reference: ReferenceImages) -> None:
    picture = rows(1, seed=1)[0]
    before = nearest_images(picture, reference, 4)
    before[0].file.unlink()
    before[2].file.unlink()

    after = nearest_images(picture, reference, 2)

    assert after == (before[1], before[3])


def test_of_many_images_the_seed_draws_a_sample_of_those_that_are_there(reference: ReferenceImages) -> None:
    folder, names = reference.images.folder, reference.images.names
    for number, name in enumerate(names):
        (folder / name).write_text(str(number))

    def class_of(name: str) -> str:
        return name.partition("/")[0]

    def sample(seed: int) -> tuple[str, ...]:
        classes = reference.class_names
        return images_of_split(folder, names, class_of, classes, JobControl(), seed=seed, most=20).names

    first = sample(1)
    (folder / first[3]).unlink()

    assert len(first) == 20
    assert first != names[:20]
    assert sample(1) == (*first[:3], *first[4:])
    assert sample(2) != sample(1)


def test_the_distance_is_that_to_the_kth_nearest(reference: ReferenceImages) -> None:
    pictures = rows(700, seed=2)
    by_hand = np.sort(np.linalg.norm(pictures[:, None] - reference.features[None], axis=2), axis=1)

    np.testing.assert_allclose(
        distances_of_kth(pictures, reference.features), by_hand[:, NEIGHBOUR_NUMBER - 1], atol=1e-4
    )


def test_of_few_images_the_farthest_counts(reference: ReferenceImages) -> None:
    pictures, few = rows(3, seed=2), reference.features[:2]
    by_hand = np.linalg.norm(pictures[:, None] - few[None], axis=2).max(axis=1)

    np.testing.assert_allclose(distances_of_kth(pictures, few), by_hand, atol=1e-4)


def test_as_many_held_out_images_are_alike_as_the_percentile_says() -> None:
    distances = np.random.default_rng(0).uniform(0.2, 1.0, 1000).astype(np.float32)

    thresholds = [threshold_of(distances, percentile) for percentile in (50.0, 95.0, 100.0)]

    assert [round(float((distances <= one).mean()), 3) for one in thresholds if one is not None] == [0.5, 0.95, 1.0]


def test_without_held_out_images_there_is_no_threshold() -> None:
    assert threshold_of(np.empty(0, dtype=np.float32)) is None
