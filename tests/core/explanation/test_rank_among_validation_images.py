from __future__ import annotations

import numpy as np
import pytest

from core.explanation.unlikeness import farther_than, is_beyond, threshold_of

DISTANCES = np.asarray([0.5, 0.2, 0.9, 0.4, 0.6], dtype=np.float32)


@pytest.mark.parametrize("percentile", [0.0, 10.0, 50.0, 95.0, 99.9, 100.0])
@pytest.mark.parametrize("distance", [0.1, 0.21, 0.45, 0.55, 0.89, 0.95])
def test_the_rank_of_a_picture_decides_as_the_threshold_does(distance: float, percentile: float) -> None:
    rank = farther_than(distance, DISTANCES)

    assert rank is not None
    assert (rank > percentile) == is_beyond(distance, threshold_of(DISTANCES, percentile))


def test_a_validation_image_itself_is_never_beyond_all_of_them() -> None:
    assert farther_than(float(DISTANCES.max()), DISTANCES) == pytest.approx(100.0, abs=0.1)
    assert farther_than(1.5, DISTANCES) == 101.0


def test_without_validation_images_nothing_can_be_told() -> None:
    assert farther_than(0.5, np.empty(0, np.float32)) is None
    assert not is_beyond(2.0, None)
