"""Optimizer, targets and learning rates as a specification wants them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core.training.batches import training_targets, validation_targets
from core.training.optimization import compile_for_training, cosine_rate
from core.training.phases import planned_phases
from core.training.specification import TrainingSpecification


def specification(**options: object) -> TrainingSpecification:
    return TrainingSpecification(folder=Path("data"), run=Path("run"), **options)  # type: ignore[arg-type]


def compiled(**options: object) -> keras.Model:
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])
    compile_for_training(model, specification(**options))
    return model


@pytest.mark.parametrize(
    ("options", "decay"),
    [({"optimizer": "adamw"}, 0.004), ({"optimizer": "adamw", "weight_decay": 0.1}, 0.1), ({"optimizer": "sgd"}, None)],
)
def test_weight_decay_is_the_optimizers_own_unless_it_is_given(options: dict[str, object], decay: float | None) -> None:
    assert compiled(**options).optimizer.weight_decay == decay


@pytest.mark.parametrize("smoothing", [0.0, 0.2])
def test_the_first_step_finds_all_variables_made_and_is_traced_once(smoothing: float) -> None:
    calls: list[Any] = []

    def counted_softmax(values: Any) -> Any:
        calls.append(values)
        return keras.activations.softmax(values)

    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation=counted_softmax)])
    compile_for_training(model, specification(label_smoothing=smoothing))
    variables = len(model.optimizer.variables), len(model.metrics_variables)
    calls.clear()

    model.fit(np.ones((2, 4)), training_targets(np.asarray([0, 1]), 3, smoothing), verbose=0)

    assert len(calls) == 1
    assert (len(model.optimizer.variables), len(model.metrics_variables)) == variables
    assert all(variables)


def test_smoothed_targets_are_spread_and_those_of_validation_are_not() -> None:
    labels = np.asarray([2, 0])

    smooth, honest = training_targets(labels, 3, 0.3), validation_targets(labels, 3, 0.3)

    np.testing.assert_allclose(smooth, [[0.1, 0.1, 0.8], [0.8, 0.1, 0.1]], atol=1e-6)
    np.testing.assert_array_equal(honest, [[0, 0, 1], [1, 0, 0]])
    assert training_targets(labels, 3, 0.0) is labels


def test_a_model_learns_from_smoothed_targets_with_an_honest_accuracy() -> None:
    model = compiled(label_smoothing=0.2, learning_rate=0.1)
    rows = np.eye(4, dtype=np.float32)[[0, 1, 2] * 8]
    targets = training_targets(np.asarray([0, 1, 2] * 8), 3, 0.2)

    model.fit(rows, targets, epochs=30, verbose=0)

    assert model.evaluate(rows, targets, verbose=0)[1] == 1.0


def test_a_cosine_falls_from_the_rate_of_its_phase_to_nearly_nothing() -> None:
    (phase,) = planned_phases(specification(epochs=4, learning_rate=0.1))

    assert [cosine_rate(phase, epoch) for epoch in range(5)] == pytest.approx(
        [0.1, 0.0853553, 0.05, 0.0146447, 0.0], abs=1e-6
    )


def test_a_divided_batch_keeps_the_pace_of_the_optimizer() -> None:
    model = keras.Sequential([keras.Input((4,)), keras.layers.Dense(3, activation="softmax")])

    compile_for_training(model, specification(), learning_rate=0.5, parts=4)

    assert model.optimizer.gradient_accumulation_steps == 4
    assert float(model.optimizer.learning_rate) == 0.5
