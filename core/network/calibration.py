"""How fast this machine is, measured in a few seconds, so that the cost of a plan can be said in seconds.

One block of ResNet50 is run forwards and trained for a moment: enough for an estimate, which is all that is claimed.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable

import keras
import numpy as np

from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.description import NetworkDescription
from core.network.plan_cost import Calibration

_BATCH = 16
_TIMED_STEPS = 3
_BLOCK, _BELOW = "conv4_block3", "conv4_block2_out"


def calibrate(image_size: int, control: JobControl) -> Calibration:
    """Measure multiply-adds a second, forwards and backwards, on one block at this image size. Takes a few seconds.

    Raises:
        Stopped: the user asked for it.

    """
    backbone = build_backbone(image_size)
    network = describe_backbone(backbone)
    block = _block_with_head(backbone)
    rows = np.random.default_rng(0).random((_BATCH, *block.input_shape[1:]), np.float32)
    labels = np.zeros(_BATCH, dtype=np.int64)
    for layer in block.layers:
        layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)
    block.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", jit_compile=False)
    forward = _seconds(lambda: block.predict_on_batch(rows), control)
    training = _seconds(lambda: block.train_on_batch(rows, labels), control)
    work = _BATCH * _multiply_adds(network)
    # Of the two gradients of each convolution the first one's input is not needed: nothing below it learns.
    backward_work = 2 * work - _BATCH * _first_multiply_adds(network)
    return Calibration(
        forward_per_second=work / forward,
        backward_per_second=backward_work / max(training - forward, 0.1 * training),
        seconds_for_each_batch=_overhead(control),
    )


def _block_with_head(backbone: keras.Model) -> keras.Model:
    below, above = backbone.get_layer(_BELOW).output, backbone.get_layer(f"{_BLOCK}_out").output
    pooled = keras.layers.GlobalAveragePooling2D()(above)
    return keras.Model(below, keras.layers.Dense(2, activation="softmax")(pooled))


def _overhead(control: JobControl) -> float:
    """Return what a batch costs beside the convolutions: a head alone, trained on pooled features."""
    features = keras.Input((2048,))
    head = keras.Model(features, keras.layers.Dense(2, activation="softmax")(features))
    head.compile(optimizer="sgd", loss="sparse_categorical_crossentropy", jit_compile=False)
    rows, labels = np.zeros((32, 2048), np.float32), np.zeros(32, dtype=np.int64)
    return _seconds(lambda: head.train_on_batch(rows, labels), control)


def _seconds(step: Callable[[], object], control: JobControl) -> float:
    """Return the shortest of some repetitions; the first, which also compiles, is left out."""
    step()
    shortest = math.inf
    for _ in range(_TIMED_STEPS):
        control.raise_if_stopped()
        started = time.perf_counter()
        step()
        shortest = min(shortest, time.perf_counter() - started)
    return shortest


def _multiply_adds(network: NetworkDescription) -> int:
    return sum(layer.multiply_adds for layer in network.layers if layer.block == _BLOCK)


def _first_multiply_adds(network: NetworkDescription) -> int:
    return next(layer.multiply_adds for layer in network.layers if layer.block == _BLOCK and layer.multiply_adds)
