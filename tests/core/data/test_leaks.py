"""Validation images that were learnt by heart are found and named."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.data.leaks import describe_leaks, find_leaks

FILES = [Path(f"{number}.png") for number in range(6)]


def leaks(training: list[int], validation: list[int]) -> np.ndarray:
    return find_leaks(np.asarray(training, dtype=np.int64), np.asarray(validation, dtype=np.int64))


def test_leaks_are_those_that_look_like_a_training_image() -> None:
    assert leaks([0, 1, 2, 2], [5, 2, 7, 1]).tolist() == [1, 3]
    assert leaks([], [1]).tolist() == []


def test_no_leaks_say_nothing() -> None:
    assert describe_leaks(leaks([1], [2]), FILES) == ""


def test_leaks_are_told_with_their_number_and_the_first_files() -> None:
    one = describe_leaks(leaks([1], [2, 1]), FILES[:2])
    many = describe_leaks(leaks([1], [1] * 5 + [2]), FILES)

    assert one.startswith("1 of the 2 validation images is among the training images too")
    assert ": 1.png. The" in one
    assert "5 of the 6 validation images are" in many
    assert "0.png, 1.png, 2.png and 2 more" in many
