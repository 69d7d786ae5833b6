"""A seed gives the same weights on every backend: those that TensorFlow draws."""

from __future__ import annotations

import keras
import numpy as np
import pytest
import xxhash

from core.network.same_draws import draw_as_tensorflow_does, uniform

#: What TensorFlow drew for GlorotUniform(seed=12345) and a kernel of 3 x 3 x 5 x 7; the test below holds it to that.
DIGEST_ON_TENSORFLOW = "c6ff59646f38c94f"


@pytest.mark.parametrize("seed", [0, 7, 10**9, 2**31 + 7])
@pytest.mark.parametrize("shape", [(3,), (7, 11), (3, 3, 160, 200)], ids=str)
def test_the_numbers_are_those_of_tensorflow_bit_for_bit(shape: tuple[int, ...], seed: int) -> None:
    if keras.config.backend() != "tensorflow":
        pytest.skip("compares with TensorFlow, which does not run here")

    np.testing.assert_array_equal(uniform(shape, 0.05, seed), keras.random.uniform(shape, -0.05, 0.05, seed=seed))


def test_a_layer_has_the_same_kernel_on_every_backend() -> None:
    layer = keras.layers.Conv2D(7, 3, kernel_initializer=keras.initializers.GlorotUniform(seed=12345))
    layer.build((None, 8, 8, 5))

    draw_as_tensorflow_does([layer])

    assert xxhash.xxh3_64_hexdigest(np.ascontiguousarray(layer.get_weights()[0]).tobytes()) == DIGEST_ON_TENSORFLOW
