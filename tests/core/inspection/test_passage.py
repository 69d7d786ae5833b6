"""A picture's way through the network: the same numbers as the whole model gives, each block computed once."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from core.errors import Stopped
from core.inspection.passage import Passage
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone


@pytest.fixture(scope="module")
def backbone() -> keras.Model:
    return build_backbone(32, seed=1)


@pytest.fixture(scope="module")
def pixels() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (32, 32, 3)).astype(np.uint8)


@pytest.fixture
def passage(backbone: keras.Model, pixels: np.ndarray) -> Passage:
    return Passage(backbone, describe_backbone(backbone), pixels)


class CountedLooks(JobControl):
    """Counts how many layers are computed, and stops before the one of number `last`."""

    def __init__(self, last: int = 10_000) -> None:
        super().__init__()
        self.computed = 0
        self._last = last

    def raise_if_stopped(self) -> None:
        if self.computed >= self._last:
            raise Stopped
        self.computed += 1


@pytest.mark.parametrize("order", [1, -1], ids=["deeper and deeper", "back to the image"])
def test_every_layer_gives_what_the_whole_model_gives_in_any_order(
    backbone: keras.Model, passage: Passage, pixels: np.ndarray, order: int
) -> None:
    names = ["image", "conv1_relu", "conv2_block1_0_bn", "conv3_block2_out", "conv4_block1_add", "avg_pool"]
    whole = keras.Model(backbone.input, [backbone.get_layer(name).output for name in names])
    expected = dict(zip(names, whole.predict_on_batch(pixels[None].astype(np.float32)), strict=True))

    for name in names[::order]:
        values = passage.output_of(name, JobControl())

        np.testing.assert_allclose(values, expected[name][0], rtol=1e-3, atol=1e-4 * np.abs(expected[name]).max())


def test_what_was_computed_for_one_look_serves_the_next(passage: Passage) -> None:
    first, second, again = CountedLooks(), CountedLooks(), CountedLooks()

    passage.output_of("conv4_block6_out", first)
    passage.output_of("conv5_block1_1_conv", second)
    passage.output_of("conv4_block6_out", again)

    assert first.computed > 130
    assert (second.computed, again.computed) == (1, 0)


def test_a_stopped_look_keeps_what_it_came_to(passage: Passage) -> None:
    with pytest.raises(Stopped):
        passage.output_of("avg_pool", CountedLooks(last=60))
    rest = CountedLooks()

    passage.output_of("avg_pool", rest)

    assert rest.computed < 176 - 40
