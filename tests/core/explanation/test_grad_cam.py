"""Grad-CAM against what can be computed without it: by hand at the last block, by differences below it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import keras
import numpy as np
import pytest

from core.backend_specific import gradient_of
from core.errors import Stopped, UnusableInput
from core.explanation.grad_cam import class_scores, grad_cam
from core.inspection.passage import Passage
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.description import NetworkDescription
from core.network.head import attach_head, set_normalization
from core.network.same_draws import draw_as_tensorflow_does

CLASSES = 3
EDGE = 96
ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def model() -> keras.Model:
    """Give a classifier with random weights, whose last block has 3 x 3 places."""
    made = attach_head(build_backbone(EDGE, seed=1), CLASSES, seed=2)
    draw_as_tensorflow_does(made.layers)
    features = np.random.default_rng(3).uniform(0.5, 2.0, (20, 2048)).astype(np.float32)
    set_normalization(made, features)
    return made


@pytest.fixture(scope="module")
def network(model: keras.Model) -> NetworkDescription:
    return describe_backbone(model)


@pytest.fixture(scope="module")
def passage(model: keras.Model, network: NetworkDescription) -> Passage:
    pixels = np.random.default_rng(0).integers(0, 256, (EDGE, EDGE, 3)).astype(np.uint8)
    pixels[:, : EDGE // 2] //= 8
    return Passage(model, network, pixels)


def heat_of(
    model: keras.Model, network: NetworkDescription, passage: Passage, block: str, class_number: int
) -> np.ndarray:
    return grad_cam(model, network, passage, JobControl(), block=block, class_number=class_number)


@pytest.mark.parametrize("class_number", range(CLASSES))
def test_at_the_last_block_it_is_the_class_activation_map_by_hand(
    model: keras.Model, network: NetworkDescription, passage: Passage, class_number: int
) -> None:
    """Between last block and score lie a mean, a normalisation and a Dense layer: the gradient is known."""
    activations = passage.output_of("conv5_block3_out", JobControl())
    _mean, variance = model.get_layer("head_normalization").get_weights()
    kernel, _bias = model.get_layer("predictions").get_weights()
    by_hand = np.maximum(activations @ (kernel[:, class_number] / np.sqrt(variance + 1e-7)), 0.0)

    heat = heat_of(model, network, passage, "conv5_block3", class_number)

    assert heat.dtype == np.float32
    assert heat.shape == (3, 3)
    assert heat.max() == pytest.approx(1.0) or not by_hand.any()
    np.testing.assert_allclose(heat, by_hand / max(by_hand.max(), 1e-30), atol=1e-4)


def test_in_a_lower_block_each_channel_weighs_its_mean_gradient(
    model: keras.Model, network: NetworkDescription, passage: Passage
) -> None:
    """The gradient is checked by going along it: the score must rise by its length."""
    end = "conv5_block2_out"
    activations = passage.output_of(end, JobControl())[None]
    above = keras.Model(model.get_layer(end).output, model.get_layer("predictions").input)
    likeliest = int(np.argmax(class_scores(model, passage.output_of("avg_pool", JobControl()))))
    kernel = model.get_layer("predictions").get_weights()[0][:, likeliest]

    def score(values: Any) -> Any:
        return keras.ops.sum(above(values, training=False) * keras.ops.convert_to_tensor(kernel))

    gradient = gradient_of(score, activations)
    length = float(np.linalg.norm(gradient))
    step = 1e-2 * float(np.linalg.norm(activations))
    ahead, behind = (
        float(keras.ops.convert_to_numpy(score(activations + way * gradient / length))) for way in (step, -step)
    )
    rise = ahead - behind
    by_hand = np.maximum((activations[0] * gradient[0].mean(axis=(0, 1))).sum(axis=-1), 0.0)

    heat = heat_of(model, network, passage, "conv5_block2", likeliest)

    assert rise / (2.0 * step) == pytest.approx(length, rel=0.05)
    np.testing.assert_allclose(heat, by_hand / by_hand.max(), atol=1e-4)


@pytest.mark.parametrize(("block", "edge"), [("conv4_block6", 6), ("conv3_block1", 12), ("conv2_block1", 24)])
def test_the_map_has_the_resolution_of_its_block(
    block: str, edge: int, model: keras.Model, network: NetworkDescription, passage: Passage
) -> None:
    heat = heat_of(model, network, passage, block, 0)

    assert heat.shape == (edge, edge)
    assert heat.min() >= 0.0
    assert heat.max() == 1.0


def test_scores_are_those_before_the_softmax(model: keras.Model, passage: Passage) -> None:
    scores = class_scores(model, passage.output_of("avg_pool", JobControl()))

    probabilities = keras.ops.convert_to_numpy(model(passage.pixels[None].astype(np.float32)))[0]
    expected = np.exp(scores - scores.max())
    np.testing.assert_allclose(probabilities, expected / expected.sum(), atol=1e-5)


def test_where_nothing_speaks_for_a_class_the_map_is_empty(
    model: keras.Model, network: NetworkDescription, passage: Passage
) -> None:
    dense = model.get_layer("predictions")
    before = dense.get_weights()
    dense.set_weights([np.zeros_like(before[0]), before[1]])

    heat = heat_of(model, network, passage, "conv5_block3", 0)
    dense.set_weights(before)

    assert not heat.any()


def test_a_block_that_is_not_there_is_named(model: keras.Model, network: NetworkDescription, passage: Passage) -> None:
    with pytest.raises(UnusableInput, match="conv9_block1") as caught:
        heat_of(model, network, passage, "conv9_block1", 0)

    assert "conv5_block3" in caught.value.hint


def test_a_model_without_scores_is_refused(network: NetworkDescription, passage: Passage, model: keras.Model) -> None:
    headless = keras.Model(model.input, model.get_layer("avg_pool").output)

    with pytest.raises(UnusableInput, match="Dense layer"):
        heat_of(headless, network, passage, "conv5_block3", 0)


def test_it_can_be_given_up(model: keras.Model, network: NetworkDescription, passage: Passage) -> None:
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        grad_cam(model, network, passage, control, block="conv5_block3", class_number=0)


def test_the_gradient_is_that_of_the_calculus() -> None:
    """Of the square of tanh, on whatever backend the tests run."""
    values = np.linspace(-1.0, 2.0, 12, dtype=np.float32).reshape(1, 2, 2, 3)

    gradient = gradient_of(lambda tensor: keras.ops.sum(keras.ops.tanh(tensor) ** 2), values)

    np.testing.assert_allclose(gradient, 2 * np.tanh(values) * (1 - np.tanh(values) ** 2), rtol=1e-5)
