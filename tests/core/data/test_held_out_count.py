"""How many images of a class are held out."""

from __future__ import annotations

import pytest

from core.data.held_out import held_out_count
from core.data.split import stratified_split


@pytest.mark.parametrize(
    ("images", "fraction", "held_out"),
    [(10, 0.2, 2), (10, 0.0, 0), (1, 0.5, 0), (2, 0.01, 1), (2, 0.9, 1), (3, 0.99, 2), (0, 0.2, 0), (122, 0.2, 24)],
)
def test_a_class_gives_its_part_and_always_keeps_one(images: int, fraction: float, held_out: int) -> None:
    assert held_out_count(images, fraction) == held_out
    assert len(stratified_split([0] * images, fraction, seed=3)[1]) == held_out
