from __future__ import annotations

import numpy as np
import pytest

from core.evaluation.label_errors import class_thresholds, suspected_labels


def test_a_threshold_is_the_mean_sureness_of_a_class_on_its_own_images() -> None:
    probabilities = np.array([[0.9, 0.1, 0.0], [0.5, 0.5, 0.0], [0.2, 0.8, 0.0]])

    thresholds = class_thresholds(probabilities, np.array([0, 0, 1]))

    assert thresholds[:2] == pytest.approx([0.7, 0.8])
    assert thresholds[2] == np.inf


def test_only_a_disagreement_beyond_the_threshold_is_suspected() -> None:
    # Given three images of class 1 at 0.9, and two that are labelled 0: one at 0.9, one at 0.6 for class 1
    probabilities = np.array([[0.1, 0.9], [0.1, 0.9], [0.1, 0.9], [0.1, 0.9], [0.4, 0.6], [0.8, 0.2]])

    found = suspected_labels(probabilities, np.array([1, 1, 1, 0, 0, 0]))

    assert [(one.index, one.suggested) for one in found] == [(3, 1)]
    assert found[0].probability == pytest.approx(0.9)
    assert found[0].own_probability == pytest.approx(0.1)
    assert found[0].threshold == pytest.approx(0.9)


def test_planted_wrong_labels_are_found_and_come_first() -> None:
    # Given 300 images of three classes, a model that is sure of the true class, and 30 wrong labels
    generator = np.random.default_rng(1)
    truth = np.repeat(np.arange(3), 100)
    probabilities = generator.dirichlet(np.ones(3), 300) * 0.3
    probabilities[np.arange(300), truth] += 0.7
    planted = generator.choice(300, 30, replace=False)
    labels = truth.copy()
    labels[planted] = (truth[planted] + 1) % 3

    found = suspected_labels(probabilities, labels)

    best = [one.index for one in found]
    assert set(best) <= set(planted.tolist())
    assert len(best) >= 10
    assert all(one.suggested == truth[one.index] for one in found)
    margins = [one.own_probability - one.probability for one in found]
    assert margins == sorted(margins)


def test_a_class_without_images_is_never_suggested() -> None:
    assert suspected_labels(np.array([[0.1, 0.9]]), np.array([0])) == []


def test_no_images_have_no_suspects() -> None:
    assert suspected_labels(np.empty((0, 3)), np.empty(0, dtype=np.int64)) == []
