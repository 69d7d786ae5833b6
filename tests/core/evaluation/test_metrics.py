from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.metrics import accuracy, class_metrics, confusion, cross_entropy


def test_cross_entropy_is_the_mean_of_minus_log_of_the_true_class() -> None:
    probabilities = np.array([[0.5, 0.5], [0.9, 0.1]], dtype=np.float32)

    assert cross_entropy(probabilities, np.array([0, 1])) == pytest.approx(-(np.log(0.5) + np.log(0.1)) / 2, abs=1e-6)


def test_cross_entropy_of_a_sure_wrong_answer_is_finite() -> None:
    assert np.isfinite(cross_entropy(np.array([[1.0, 0.0]], dtype=np.float32), np.array([1])))


def test_cross_entropy_works_with_images_of_one_class_only() -> None:
    probabilities = np.array([[0.25, 0.5, 0.25]], dtype=np.float32)

    assert cross_entropy(probabilities, np.array([1])) == pytest.approx(np.log(2), abs=1e-6)


def test_accuracy_is_the_part_that_is_right() -> None:
    assert accuracy(np.array([0, 1, 1, 0]), np.array([0, 1, 0, 0])) == 0.75


def test_confusion_has_true_classes_in_rows_and_answers_in_columns() -> None:
    predicted, labels = np.array([1, 1, 0]), np.array([0, 1, 0])

    assert confusion(predicted, labels, classes=3) == ((1, 1, 0), (0, 1, 0), (0, 0, 0))


def test_precision_and_recall_are_told_for_each_class() -> None:
    predicted, labels = np.array([0, 0, 1, 1]), np.array([0, 1, 1, 1])

    first, second, absent = class_metrics(predicted, labels, ("a", "b", "c"))

    assert (first.precision, first.recall, first.support) == (0.5, 1.0, 1)
    assert (second.precision, second.support) == (1.0, 3)
    assert second.recall == pytest.approx(2 / 3)
    assert second.f1 == pytest.approx(0.8)
    assert (absent.class_name, absent.precision, absent.recall, absent.support) == ("c", 0.0, 0.0, 0)
