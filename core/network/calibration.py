"""How fast this machine is, measured in a few seconds, so that the cost of a plan can be said in seconds.

One block of the backbone is run forwards and trained for a moment, and a head alone is fitted: enough for an estimate,
which is all that is claimed.
"""

from __future__ import annotations

import itertools
import math
import statistics
import time
from collections.abc import Callable, Iterator
from typing import Any

import keras
import numpy as np

from core.backend_specific import must_compile, repeated_slices, sliced_arrays
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.backbones import DEFAULT
from core.network.description import NetworkDescription
from core.network.plan_cost import Calibration

_BATCH = 16
_LEAST_STEPS, _MOST_STEPS, _STEPPING_SECONDS = 3, 12, 2.0
_HEAD_BATCH, _HEAD_BATCHES, _HEAD_EPOCHS = 32, 3, 4
_HEAD_ROWS = _HEAD_BATCH * _HEAD_BATCHES


def calibrate(image_size: int, control: JobControl, backbone: str = DEFAULT.name) -> Calibration:
    """Measure multiply-adds a second, forwards and backwards, on one block at this image size. Takes a few seconds.

    Raises:
        Stopped: the user asked for it.

    """
    model = build_backbone(image_size, backbone=backbone)
    control.raise_if_stopped()
    network = describe_backbone(model)
    name, below, above = _typical_block(network)
    block = _block_with_head(model, below, above)
    rows = np.random.default_rng(0).random((_BATCH, *block.input_shape[1:]), np.float32)
    labels = np.zeros(_BATCH, dtype=np.int64)
    gradients = [keras.ops.zeros(weight.shape) for weight in block.trainable_variables]
    forward, training, update = _typical_seconds(
        (
            lambda: block.predict_on_batch(rows),
            lambda: block.train_on_batch(rows, labels),
            lambda: block.optimizer.apply(gradients, block.trainable_variables),
        ),
        control,
    )
    work = _BATCH * _multiply_adds(network, name)
    # Of the two gradients of each convolution the first one's input is not needed: nothing below it learns.
    backward_work = 2 * work - _BATCH * _first_multiply_adds(network, name)
    for_each_batch, for_each_epoch = _overheads(control)
    return Calibration(
        forward_per_second=work / forward,
        backward_per_second=backward_work / max(training - forward - update, 0.1 * training),
        seconds_for_each_batch=for_each_batch,
        seconds_for_each_epoch=for_each_epoch,
        seconds_for_each_weight=update / sum(math.prod(one.shape) for one in block.trainable_variables),
    )


def _typical_block(network: NetworkDescription) -> tuple[str, str, str]:
    """Return a block in the middle of the network's work, and the layers whose outputs enter and leave it."""
    blocks = {
        network.layer(cut).block: (before, cut)
        for before, cut in itertools.pairwise(network.cut_points)
        if network.layer(cut).block
    }
    half = sum(layer.multiply_adds for layer in network.layers) / 2
    through = itertools.accumulate(layer.multiply_adds for layer in network.layers)
    above = [layer.block for layer, done in zip(network.layers, through, strict=True) if done >= half]
    middle = next((name for name in above if name in blocks), list(blocks)[-1])
    return (middle, *blocks[middle])


def _block_with_head(backbone: keras.Model, below: str, above: str) -> keras.Model:
    pooled = keras.layers.GlobalAveragePooling2D()(backbone.get_layer(above).output)
    block = keras.Model(backbone.get_layer(below).output, keras.layers.Dense(2, activation="softmax")(pooled))
    for layer in block.layers:
        layer.trainable = not isinstance(layer, keras.layers.BatchNormalization)
    block.compile(optimizer="adam", loss="sparse_categorical_crossentropy", jit_compile=must_compile())
    return block


def _typical_seconds(steps: tuple[Callable[[], object], ...], control: JobControl) -> tuple[float, ...]:
    """Return the median seconds of each step; the first of each, which also compiles, is left out.

    The steps take turns, so that what else the machine does slows all of them alike.
    """
    measured: list[list[float]] = [[] for _ in steps]
    for step in steps:
        control.raise_if_stopped()
        step()
    started = time.perf_counter()
    for turn in range(_MOST_STEPS):
        if turn >= _LEAST_STEPS and time.perf_counter() - started > _STEPPING_SECONDS:
            break
        for step, seconds in zip(steps, measured, strict=True):
            control.raise_if_stopped()
            begun = time.perf_counter()
            step()
            seconds.append(time.perf_counter() - begun)
    return tuple(statistics.median(seconds) for seconds in measured)


def _overheads(control: JobControl) -> tuple[float, float]:
    """Return what a batch and what an epoch cost beside the convolutions, in seconds.

    Measured on a head alone, fitted to pooled features as a training is, and validated after each epoch.
    """
    features = keras.Input((2048,))
    head = keras.Model(features, keras.layers.Dense(2, activation="softmax")(features))
    head.compile(optimizer="adam", loss="sparse_categorical_crossentropy", jit_compile=must_compile())
    rows, labels = np.zeros((_HEAD_ROWS, 2048), np.float32), np.zeros(_HEAD_ROWS, dtype=np.int64)
    ends: list[float] = []
    clock = keras.callbacks.LambdaCallback(on_epoch_end=lambda *_: ends.append(time.perf_counter()))
    control.raise_if_stopped()
    head.fit(
        _epochs(rows, labels),
        steps_per_epoch=_HEAD_BATCHES,
        validation_data=sliced_arrays((rows, labels), _HEAD_BATCH) or (rows, labels),
        epochs=_HEAD_EPOCHS,
        shuffle=False,
        verbose=0,
        callbacks=[clock],
    )
    epoch = statistics.median(end - begin for begin, end in itertools.pairwise(ends))
    batch = rows[:_HEAD_BATCH], labels[:_HEAD_BATCH]
    (for_each_batch,) = _typical_seconds((lambda: head.train_on_batch(*batch),), control)
    return for_each_batch, max(0.0, epoch - 2 * _HEAD_BATCHES * for_each_batch)


def _epochs(rows: np.ndarray, labels: np.ndarray) -> Any:
    """Return the batches of all epochs as one iterator, as `core.training.batches` gives them to `fit`."""
    whole = repeated_slices(
        lambda: itertools.repeat((rows, labels), _HEAD_EPOCHS), (rows, labels), len(rows), _HEAD_BATCH
    )
    return whole or _one_by_one(rows, labels)


def _one_by_one(rows: np.ndarray, labels: np.ndarray) -> Iterator[tuple[np.ndarray, np.ndarray]]:
    for _, start in itertools.product(range(_HEAD_EPOCHS), range(0, len(rows), _HEAD_BATCH)):
        yield rows[start : start + _HEAD_BATCH], labels[start : start + _HEAD_BATCH]


def _multiply_adds(network: NetworkDescription, block: str) -> int:
    return sum(layer.multiply_adds for layer in network.layers if layer.block == block)


def _first_multiply_adds(network: NetworkDescription, block: str) -> int:
    return next(layer.multiply_adds for layer in network.layers if layer.block == block and layer.multiply_adds)
