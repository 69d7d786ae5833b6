from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import WeightHistogram
from gui.layers.inspector.histogram_words import (
    axis_numbers,
    axis_texts,
    bin_in_words,
    number_in_words,
    shape_of_weight,
    spread_in_words,
)


def histogram(*, counts: tuple[int, ...] = (2, 5, 3), mean: float = 0.5, deviation: float = 0.25) -> WeightHistogram:
    edges = tuple(number / len(counts) for number in range(len(counts) + 1))
    return WeightHistogram(
        weight="kernel", shape=(1, sum(counts)), edges=edges, counts=counts, mean=mean, deviation=deviation
    )


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (0.0, "0"),
        (-0.0412, "\N{MINUS SIGN}0.0412"),
        (1234.0, "1.23 × 10³"),
        (0.0000123, "1.23 × 10\N{SUPERSCRIPT MINUS}⁵"),
        (-2.0, "\N{MINUS SIGN}2"),
    ],
)
def test_numbers_are_printed_as_in_books(value: float, words: str) -> None:
    assert number_in_words(value) == words


def test_spread_tells_range_mean_and_deviation() -> None:
    words = spread_in_words(histogram())

    assert "10 values from 0 to 1." in words
    assert "Mean 0.5" in words
    assert "standard deviation 0.25" in words


def test_values_that_are_all_alike_are_told_as_one() -> None:
    assert spread_in_words(histogram(mean=1.0, deviation=0.0)) == "All 10 values are 1."
    assert spread_in_words(histogram(counts=(1,), mean=-3.0, deviation=0.0)) == "Its one value is \N{MINUS SIGN}3."


def test_a_bar_tells_what_it_counts() -> None:
    assert bin_in_words(histogram(counts=(1, 1200)), 0) == "1 value from 0 to 0.5"
    assert bin_in_words(histogram(counts=(1, 1200)), 1) == "1,200 values from 0.5 to 1"


def test_shape_is_told_with_signs_of_multiplication() -> None:
    assert shape_of_weight(histogram()) == "1 × 10"


@given(low=st.floats(-1e6, 1e6), width=st.floats(1e-6, 1e6))
def test_axis_has_a_few_round_numbers_at_equal_distances(low: float, width: float) -> None:
    high = low + width
    if width < 1e-6 * max(abs(low), abs(high)):
        return
    numbers = axis_numbers(low, high)
    distances = [after - before for before, after in itertools.pairwise(numbers)]

    assert 1 <= len(numbers) <= 4
    assert all(low - 1e-6 * width <= number <= high + 1e-6 * width for number in numbers)
    assert all(distance == pytest.approx(distances[0], rel=1e-3) for distance in distances)


@pytest.mark.parametrize("high", [0.3, 1.0, 7.0, 0.00042])
def test_axis_around_nothing_shows_zero(high: float) -> None:
    assert 0.0 in axis_numbers(-high, high)


def test_numbers_of_an_axis_have_no_more_digits_than_they_need() -> None:
    assert axis_texts((0.75, 1.0, 1.25)) == ("0.75", "1", "1.25")
    assert axis_texts((-0.2, 0.0, 0.2)) == ("\N{MINUS SIGN}0.2", "0", "0.2")
