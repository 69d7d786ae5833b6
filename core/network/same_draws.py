"""The random weights of a seed, drawn alike on every backend.

Keras leaves drawing to the backend, so a seed gives other weights on PyTorch than on TensorFlow. A run with random
weights keeps only the layers that learn in its checkpoint; the frozen ones are drawn again, and on another backend
they must be the same. What TensorFlow gives is the standard, since earlier runs were made with it: here its generator
is written down once more, in NumPy, for the other backends.

Philox 4x32-10 is from Salmon, Moraes, Dror and Shaw, "Parallel Random Numbers: As Easy as 1, 2, 3" (SC 2011).
"""

from __future__ import annotations

import math
from collections.abc import Iterable

import keras
import numpy as np

from core.backend_specific import backend_name

_ROUNDS = 10
_MULTIPLIERS = (np.uint64(0xD2511F53), np.uint64(0xCD9E8D57))
_KEY_STEPS = (0x9E3779B9, 0xBB67AE85)
#: The key with which TensorFlow scrambles a seed before it is used.
_SCRAMBLING_KEY = (0x3EC8F720, 0x02461E29)
_LOW_32 = np.uint64(0xFFFFFFFF)
#: Blocks of four numbers made at a time: 6 MB of memory whatever the size of a layer.
_BLOCKS_AT_ONCE = 1 << 14
#: Keras hands TensorFlow a seed modulo this.
_SEED_MODULUS = 2**31 - 2


def draw_as_tensorflow_does(layers: Iterable[keras.Layer]) -> None:
    """Give each kernel that was drawn from a uniform distribution the values that its seed has on TensorFlow.

    Kernels from other distributions keep the values of the backend; on TensorFlow nothing changes.
    """
    if backend_name() == "tensorflow":
        return
    for layer in layers:
        initializer = getattr(layer, "depthwise_initializer", None) or getattr(layer, "kernel_initializer", None)
        if isinstance(initializer, keras.initializers.VarianceScaling) and initializer.distribution == "uniform":
            shape = tuple(layer.kernel.shape)
            layer.kernel.assign(uniform(shape, _limit(initializer, shape), int(initializer.seed)))


def uniform(shape: tuple[int, ...], limit: float, seed: int) -> np.ndarray:
    """Return float32 numbers from -limit to limit, as `tf.random.stateless_uniform` draws them for [seed, 0]."""
    count = math.prod(shape)
    low, high = np.float32(-limit), np.float32(limit)
    return (_floats(count, seed % _SEED_MODULUS) * (high - low) + low).reshape(shape)


def _limit(initializer: keras.initializers.VarianceScaling, shape: tuple[int, ...]) -> float:
    """Return the bound of the distribution, after Glorot and Bengio 2010 and He et al. 2015."""
    window = math.prod(shape[:-2])
    fan_in, fan_out = window * shape[-2], window * shape[-1]
    fan = {"fan_in": fan_in, "fan_out": fan_out, "fan_avg": (fan_in + fan_out) / 2}[initializer.mode]
    return math.sqrt(3.0 * initializer.scale / max(1.0, fan))


def _floats(count: int, seed: int) -> np.ndarray:
    """Return `count` float32 numbers from 0 to 1: the low 23 bits of each random number become the mantissa."""
    scrambled = _philox(np.asarray([[seed, 0, 0, 0]], np.uint64), _SCRAMBLING_KEY)[0]
    key = (int(scrambled[0]), int(scrambled[1]))
    # The lower half of the counter runs, the upper half is part of the seed.
    numbers = np.empty(-(-count // 4) * 4, np.uint32)
    for first in range(0, len(numbers) // 4, _BLOCKS_AT_ONCE):
        blocks = min(_BLOCKS_AT_ONCE, len(numbers) // 4 - first)
        counters = np.empty((blocks, 4), np.uint64)
        counters[:, 0] = np.arange(first, first + blocks, dtype=np.uint64)
        counters[:, 1] = 0
        counters[:, 2:] = scrambled[2:]
        numbers[4 * first : 4 * (first + blocks)] = _philox(counters, key).reshape(-1)
    mantissa = (numbers[:count] & np.uint32(0x7FFFFF)) | np.uint32(127 << 23)
    return mantissa.view(np.float32) - np.float32(1.0)


def _philox(counters: np.ndarray, key: tuple[int, int]) -> np.ndarray:
    """Return the random block of four 32-bit numbers for each counter; both uint64 (n, 4) that hold 32 bits each."""
    one, two, three, four = (counters[:, column] for column in range(4))
    first_key, second_key = key
    for _ in range(_ROUNDS):
        left, right = one * _MULTIPLIERS[0], three * _MULTIPLIERS[1]
        one, two, three, four = (
            (right >> np.uint64(32)) ^ two ^ np.uint64(first_key),
            right & _LOW_32,
            (left >> np.uint64(32)) ^ four ^ np.uint64(second_key),
            left & _LOW_32,
        )
        first_key = (first_key + _KEY_STEPS[0]) & 0xFFFFFFFF
        second_key = (second_key + _KEY_STEPS[1]) & 0xFFFFFFFF
    return np.stack((one, two, three, four), axis=1)
