"""A ResNet50 that is small, for tests of what is done with a network rather than of the network itself.

It has the stages, the kinds of layers and the names of the real one, in fewer and narrower blocks: 5 rather than 16,
with 256 features rather than 2048. Building the real one, tracing and saving it takes three seconds of each training.
On the real one are, among others, the tests of `tests/core/network`, of exactness below the last stage, of the commands
and most workers, and those of the whole job in the window. Processes that a test starts build the small one where it
uses `small_resnet50_in_processes`.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import keras
import pytest
from keras.src.applications.resnet import ResNet, stack_residual_blocks_v1

from core.network.backbone import describe_network

#: A layer near the output, and the block that it is in.
LAST_BLOCK = "conv5_block2"
LAST_CONVOLUTION = f"{LAST_BLOCK}_3_conv"
#: As it was before any test put the small one in its place.
_REAL = keras.applications.ResNet50


def small_resnet50(*, name: str = "resnet50", **options: Any) -> keras.Model:
    """Build it as keras.applications.ResNet50 is built; it takes the same options."""

    def blocks(pixels: Any) -> Any:
        pixels = stack_residual_blocks_v1(pixels, 8, 1, stride1=1, name="conv2")
        pixels = stack_residual_blocks_v1(pixels, 16, 1, name="conv3")
        pixels = stack_residual_blocks_v1(pixels, 32, 1, name="conv4")
        return stack_residual_blocks_v1(pixels, 64, 2, name="conv5")

    return ResNet(blocks, preact=False, use_bias=True, name=name, **options)


@contextmanager
def resnet50_being_small() -> Iterator[None]:
    """Let the program find the small network where Keras has its ResNet50."""
    with _resnet50_being(small_resnet50):
        yield


@contextmanager
def resnet50_being_itself() -> Iterator[None]:
    """Let the program find the real ResNet50 again, also inside `resnet50_being_small`."""
    with _resnet50_being(_REAL):
        yield


@contextmanager
def _resnet50_being(network: Any) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keras.applications, "ResNet50", network)
        describe_network.cache_clear()
        yield
    describe_network.cache_clear()
