from __future__ import annotations

import numpy as np
import pytest
from sklearn.calibration import calibration_curve

from core.evaluation.calibration import expected_calibration_error, reliability_bins


def some_answers(images: int = 400, classes: int = 5) -> tuple[np.ndarray, np.ndarray]:
    generator = np.random.default_rng(0)
    probabilities = generator.dirichlet(np.full(classes, 0.4), images).astype(np.float32)
    return probabilities, generator.integers(0, classes, images)


def test_the_bins_are_those_of_scikit_learn() -> None:
    probabilities, labels = some_answers()

    bins = [one for one in reliability_bins(probabilities, labels) if one.images]

    right = probabilities.argmax(axis=1) == labels
    accuracies, confidences = calibration_curve(right, probabilities.max(axis=1), n_bins=10)
    assert [one.accuracy for one in bins] == pytest.approx(accuracies)
    assert [one.confidence for one in bins] == pytest.approx(confidences, abs=1e-6)


def test_every_image_is_in_one_bin_that_holds_its_sureness() -> None:
    probabilities, labels = some_answers()

    bins = reliability_bins(probabilities, labels)

    assert sum(one.images for one in bins) == len(labels)
    assert all(one.lower <= one.confidence <= one.upper for one in bins if one.images)
    assert (bins[0].lower, bins[-1].upper) == (0.0, 1.0)


def test_the_error_is_the_mean_distance_from_being_as_sure_as_right() -> None:
    # Given two answers of 80 % of which one is right, and two of 100 % of which both are
    probabilities = np.array([[0.8, 0.2], [0.8, 0.2], [1.0, 0.0], [1.0, 0.0]])

    bins = reliability_bins(probabilities, np.array([0, 1, 0, 0]))

    assert expected_calibration_error(bins) == pytest.approx(0.5 * abs(0.5 - 0.8) + 0.5 * 0.0)


def test_a_sure_and_right_model_is_calibrated() -> None:
    bins = reliability_bins(np.array([[1.0, 0.0]], dtype=np.float32), np.array([0]))

    assert expected_calibration_error(bins) == 0.0
    assert bins[-1].images == 1
