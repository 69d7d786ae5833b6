"""What the validation split promises, for any data set."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.data.held_out import held_out_count
from core.data.split import stratified_split

LABELS = st.lists(st.integers(0, 5), max_size=120)
FRACTIONS = st.floats(0.0, 1.0, exclude_max=True)
SEEDS = st.integers(0, 2**32 - 1)


@given(labels=LABELS, fraction=FRACTIONS, seed=SEEDS)
def test_every_image_is_in_exactly_one_part(labels: list[int], fraction: float, seed: int) -> None:
    training, validation = stratified_split(labels, fraction, seed)

    assert training.dtype == validation.dtype == np.int64
    assert sorted([*training, *validation]) == list(range(len(labels)))
    assert sorted(training) == list(training)
    assert sorted(validation) == list(validation)


@given(labels=LABELS, fraction=FRACTIONS, seed=SEEDS)
def test_every_class_gives_its_part_and_keeps_some(labels: list[int], fraction: float, seed: int) -> None:
    _, validation = stratified_split(labels, fraction, seed)

    for one in set(labels):
        images = labels.count(one)
        held_out = sum(labels[index] == one for index in validation)
        expected = round(fraction * images)
        if fraction == 0.0 or images == 1:
            assert held_out == 0
        else:
            assert held_out == min(max(expected, 1), images - 1)


@given(labels=LABELS, fraction=FRACTIONS, seed=SEEDS)
def test_the_same_seed_gives_the_same_split(labels: list[int], fraction: float, seed: int) -> None:
    first, second = (stratified_split(labels, fraction, seed) for _ in range(2))

    assert np.array_equal(first[0], second[0])
    assert np.array_equal(first[1], second[1])


def test_the_split_is_the_same_on_every_machine() -> None:
    labels = [0] * 10 + [1] * 5

    _, validation = stratified_split(labels, 0.3, 7)

    assert validation.tolist() == [0, 7, 8, 10, 13]


def test_another_seed_gives_another_split() -> None:
    labels = [0] * 100 + [1] * 100

    splits = {tuple(stratified_split(labels, 0.2, seed)[1]) for seed in range(10)}

    assert len(splits) == 10


def test_more_images_of_one_class_leave_the_others_as_they_were() -> None:
    _, before = stratified_split([0] * 20 + [1] * 20, 0.25, 3)
    _, after = stratified_split([0] * 20 + [1] * 30, 0.25, 3)

    assert [index for index in before if index < 20] == [index for index in after if index < 20]


@pytest.mark.parametrize("fraction", [-0.1, 1.0, float("nan")])
def test_a_fraction_out_of_range_is_refused(fraction: float) -> None:
    with pytest.raises(ValueError, match="fraction"):
        stratified_split([0, 1], fraction, 0)


@given(labels=LABELS, fraction=FRACTIONS, seed=SEEDS, step=st.integers(1, 7))
def test_groups_of_one_change_nothing(labels: list[int], fraction: float, seed: int, step: int) -> None:
    alone = [number * step - 50 for number in range(len(labels))][::-1]

    without, grouped = stratified_split(labels, fraction, seed), stratified_split(labels, fraction, seed, alone)

    assert np.array_equal(without[0], grouped[0])
    assert np.array_equal(without[1], grouped[1])


@given(images=st.lists(st.tuples(st.integers(0, 3), st.integers(0, 12)), max_size=60), fraction=FRACTIONS, seed=SEEDS)
def test_a_group_stays_on_one_side_whatever_its_classes(
    images: list[tuple[int, int]], fraction: float, seed: int
) -> None:
    labels, groups = [label for label, _ in images], [group for _, group in images]

    training, validation = stratified_split(labels, fraction, seed, groups)

    assert sorted([*training, *validation]) == list(range(len(images)))
    assert not {groups[index] for index in training} & {groups[index] for index in validation}
    for one in set(labels):
        size = labels.count(one)
        held_out = sum(labels[index] == one for index in validation)
        assert held_out < size
        assert held_out <= max(held_out_count(size, fraction), size // 2)


def test_a_class_of_large_groups_gives_the_smallest_one_of_which_it_keeps_half() -> None:
    # Given ten images of which two would be held out, in groups of five, three and two... of another class too
    groups = [0] * 5 + [1] * 3 + [2] * 4
    labels = [0] * 8 + [0, 0, 1, 1]

    _, validation = stratified_split(labels, 0.2, 0, groups)

    assert validation.tolist() == [5, 6, 7]


def test_a_class_that_is_one_group_gives_nothing() -> None:
    training, validation = stratified_split([0] * 10 + [1] * 10, 0.2, 0, [0] * 10 + list(range(1, 11)))

    assert set(range(10)) <= set(training.tolist())
    assert len(validation) == 2


def test_group_numbers_are_needed_for_all_or_none() -> None:
    with pytest.raises(ValueError, match="expected as many"):
        stratified_split([0, 1], 0.5, 0, [1])
