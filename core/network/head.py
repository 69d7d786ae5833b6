"""The new head: what replaces the backbone's 1000 classes by the user's own.

    pooled features -> head_normalization -> [head_hidden -> ReLU] -> [head_dropout] -> predictions

The normalisation is what makes the head robust. The scale of a backbone's features differs from weights to weights,
and a Dense layer on raw ones trains badly (random weights, sample pictures: see ARCHITECTURE.md for the figures). It
is a BatchNormalization without learnable parts whose statistics are set once, from the training images, and then
frozen: each feature has mean 0 and variance 1, whatever the batch size, and every runtime can read the layer.
"""

from __future__ import annotations

import keras
import numpy as np

from core.network.backbone import CLASSIFIER_NAME, backbone_of
from core.network.backbones import DEFAULT

NORMALIZATION_LAYER, HIDDEN_LAYER, DROPOUT_LAYER, PREDICTIONS_LAYER = (
    "head_normalization",
    "head_hidden",
    "head_dropout",
    "predictions",
)

#: A feature that hardly varies over the training images is noise: its variance counts as this part of the mean one.
_VARIANCE_FLOOR = 1e-3


def attach_head(
    backbone: keras.Model, class_count: int, *, hidden: int = 0, dropout: float = 0.0, seed: int = 0
) -> keras.Model:
    """Return the whole classifier, flat: raw RGB (n, s, s, 3) -> probabilities, float32 (n, class_count)."""
    chosen = backbone_of(backbone)
    features = keras.layers.BatchNormalization(
        center=False, scale=False, epsilon=chosen.head_epsilon, trainable=False, name=NORMALIZATION_LAYER
    )(backbone.output)
    if hidden:
        initializer = keras.initializers.HeNormal(seed=seed)
        features = keras.layers.Dense(hidden, activation="relu", kernel_initializer=initializer, name=HIDDEN_LAYER)(
            features
        )
    if dropout:
        features = keras.layers.Dropout(dropout, seed=seed, name=DROPOUT_LAYER)(features)
    predictions = keras.layers.Dense(
        class_count,
        activation="softmax",
        dtype="float32",
        kernel_initializer=keras.initializers.GlorotUniform(seed=seed),
        name=PREDICTIONS_LAYER,
    )(features)
    name = CLASSIFIER_NAME if chosen is DEFAULT else f"{CLASSIFIER_NAME}_{chosen.name}"
    return keras.Model(backbone.inputs[0], predictions, name=name)


def set_normalization(model: keras.Model, features: np.ndarray) -> None:
    """Set the head's normalisation from `features`, float (n, channels): the pooled features of training images."""
    mean = features.mean(axis=0, dtype=np.float64)
    variance = features.var(axis=0, dtype=np.float64)
    floor = _VARIANCE_FLOOR * variance.mean() + np.finfo(np.float32).tiny
    statistics = [mean.astype(np.float32), (variance + floor).astype(np.float32)]
    model.get_layer(NORMALIZATION_LAYER).set_weights(statistics)
