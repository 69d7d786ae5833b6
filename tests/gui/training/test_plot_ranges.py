from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from gui.training.plot_ranges import accuracy_range, epoch_range, loss_range, seconds_range, thinned, whole_ticks

some_numbers = st.lists(st.floats(min_value=0.0, max_value=1.0), max_size=20)


@given(planned=st.integers(0, 10_000), done=st.integers(0, 10_000))
def test_epochs_are_labelled_in_whole_numbers_and_not_too_many(planned: int, done: int) -> None:
    low, high = epoch_range(planned, done)

    ticks = whole_ticks(low, high)

    assert 1 <= len(ticks) <= 10
    assert all(isinstance(tick, int) and low < tick <= high for tick in ticks)


def test_a_few_epochs_are_all_labelled() -> None:
    assert whole_ticks(0.0, 3.1) == [1, 2, 3]


def test_many_epochs_are_labelled_at_round_steps() -> None:
    assert whole_ticks(0.0, 123.0) == [20, 40, 60, 80, 100, 120]


def test_a_part_of_the_epochs_is_labelled_more_closely() -> None:
    assert whole_ticks(96.5, 102.5) == [97, 98, 99, 100, 101, 102]
    assert whole_ticks(2.1, 2.9) == []


def test_the_clock_has_a_range_before_the_first_second() -> None:
    assert seconds_range(0.0)[1] > 1.0
    assert 40.0 < seconds_range(40.0)[1] < 42.0


def test_all_planned_epochs_are_in_range_from_the_start() -> None:
    low, high = epoch_range(20, 1)

    assert low == 0.0
    assert 20.0 < high < 22.0


@given(some_numbers)
def test_every_loss_and_zero_are_in_range(losses: list[float]) -> None:
    low, high = loss_range(losses)

    assert low < 0.0
    assert all(low < loss < high for loss in losses)


@given(some_numbers)
def test_every_accuracy_and_one_are_in_range(accuracies: list[float]) -> None:
    low, high = accuracy_range(accuracies)

    assert high > 1.0
    assert all(low < accuracy < high for accuracy in accuracies)


def test_high_accuracies_are_shown_in_detail() -> None:
    low, _ = accuracy_range([0.93, 0.99])

    assert low > 0.85


def test_values_that_are_no_numbers_do_not_spoil_the_range() -> None:
    assert loss_range([math.nan, math.inf, 0.5]) == loss_range([0.5])
    assert accuracy_range([math.nan, 0.5]) == accuracy_range([0.5])


@given(count=st.integers(0, 5000), at_most=st.integers(1, 400))
def test_long_curves_are_thinned_to_evenly_chosen_points(count: int, at_most: int) -> None:
    points = range(count)

    chosen = list(thinned(points, at_most))

    assert len(chosen) <= at_most + 1
    assert chosen[:1] == list(points[:1])
    assert chosen[-1:] == list(points[-1:])
    assert chosen == sorted(set(chosen))


def test_short_curves_are_drawn_whole() -> None:
    assert thinned([1, 2, 3], at_most=3) == [1, 2, 3]
