from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gui.training.smoothing import smoothed

values = st.lists(st.floats(min_value=-1e6, max_value=1e6), min_size=1, max_size=50)
weights = st.floats(min_value=0.0, max_value=0.95)


@given(values)
def test_without_weight_nothing_is_smoothed(measured: list[float]) -> None:
    assert smoothed(measured, 0.0) == pytest.approx(measured)


@given(values, weights)
def test_a_smoothed_curve_begins_at_the_first_value_and_stays_between_the_outermost(
    measured: list[float], weight: float
) -> None:
    smooth = smoothed(measured, weight)

    assert smooth[0] == pytest.approx(measured[0])
    room = 1e-6 * (1.0 + max(map(abs, measured)))
    assert all(min(measured) - room <= value <= max(measured) + room for value in smooth)


def test_later_values_count_more() -> None:
    assert smoothed([0.0, 1.0], 0.5) == pytest.approx([0.0, 2.0 / 3.0])


def test_what_is_no_number_passes_through_and_spoils_nothing() -> None:
    smooth = smoothed([1.0, math.nan, 1.0], 0.9)

    assert math.isnan(smooth[1])
    assert smooth[2] == pytest.approx(1.0)
