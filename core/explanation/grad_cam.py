"""Grad-CAM: where in a picture a block of the backbone found what speaks for a class.

After Selvaraju et al. (2017), "Grad-CAM: Visual Explanations from Deep Networks via Gradient-based Localization",
arXiv 1610.02391. Each channel of the block is weighed by the mean of its gradient; what speaks for the class stays.
The gradient is that of the score before the softmax, as there: after it, the other classes would speak as well.
"""

from __future__ import annotations

from typing import Any

import keras
import numpy as np

from core.backend_specific import gradient_of
from core.errors import UnusableInput
from core.inspection.passage import Passage
from core.job_control import JobControl
from core.network.description import FEATURES_LAYER, NetworkDescription


def grad_cam(
    model: keras.Model,
    network: NetworkDescription,
    passage: Passage,
    control: JobControl,
    *,
    block: str,
    class_number: int,
) -> np.ndarray:
    """Return how much each place of a block speaks for a class: float32 (h, w), 0 to 1, at the block's resolution.

    model, network: the classifier and the description of its backbone. passage: the way of one picture, uint8
    (s, s, 3), through it. It is 1 at the strongest place, and 0 everywhere where nothing speaks for the class.

    Raises:
        UnusableInput: there is no such block, or the model does not end in a Dense layer.
        Stopped: the user looks elsewhere by now.

    """
    end = end_of_block(block, network)
    activations = passage.output_of(end, control)
    control.raise_if_stopped()
    dense = score_layer(model)
    above = keras.Model(model.get_layer(end).output, dense.input)

    def score(values: Any) -> Any:
        return keras.ops.sum(_scores(dense, above(values, training=False))[:, class_number])

    gradient = gradient_of(score, activations[None])[0]
    weights = gradient.mean(axis=(0, 1))
    return _scaled(np.maximum(activations @ weights, 0.0))


def end_of_block(block: str, network: NetworkDescription) -> str:
    """Return the name of the last layer of a block.

    Raises:
        UnusableInput: the network has no such block.

    """
    if block not in network.blocks:
        raise UnusableInput(
            f"The network has no block named {block}.", hint=f"Choose one of {', '.join(network.blocks)}."
        )
    return [layer.name for layer in network.layers if layer.block == block][-1]


def class_scores(model: keras.Model, features: np.ndarray) -> np.ndarray:
    """Return the scores of the classes before the softmax: pooled features, float32 (channels,) -> (classes,).

    Raises:
        UnusableInput: the model does not end in a Dense layer.

    """
    dense = score_layer(model)
    head = keras.Model(model.get_layer(FEATURES_LAYER).output, dense.input)
    values = head(keras.ops.convert_to_tensor(features[None]), training=False)
    scores: np.ndarray = keras.ops.convert_to_numpy(_scores(dense, values))[0]
    return scores


def score_layer(model: keras.Model) -> keras.layers.Dense:
    """Return the last Dense layer of the model, whose values before the softmax are the scores.

    Raises:
        UnusableInput: there is none, or it does not score the model's classes.

    """
    classes = int(model.outputs[0].shape[-1])
    for layer in reversed(model.layers):
        if isinstance(layer, keras.layers.Dense) and layer.units == classes:
            return layer
    raise UnusableInput(
        "This model can't be explained: it does not end in a Dense layer with a score for each class.",
        hint="Choose a model that Frostline trained.",
    )


def _scores(dense: keras.layers.Dense, values: Any) -> Any:
    """Return what a Dense layer computes before its activation."""
    scores = keras.ops.matmul(values, dense.kernel)
    return scores if dense.bias is None else keras.ops.add(scores, dense.bias)


def _scaled(heat: np.ndarray) -> np.ndarray:
    largest = float(heat.max())
    return (heat / largest if largest > 0.0 else np.zeros_like(heat)).astype(np.float32)
