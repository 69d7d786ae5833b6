"""How many images go through an engine at once: measured where it pays, and less where the memory says so.

On a processor nothing is gained beyond a few images (see ARCHITECTURE.md), so nothing is measured there.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy as np

from core.backend_specific import out_of_memory_errors
from core.errors import FrostlineError
from core.features.engine import Engine
from core.job_control import JobControl
from core.messages import Notice

#: At most so many images at once on a processor, and on a GPU that has not been measured.
ON_PROCESSOR, ON_GPU = 16, 32
#: Sizes that a measurement tries, one after another, for as long as the next one is faster by this factor.
_TRIED_SIZES, _WORTH_IT = (16, 32, 64, 128, 256, 512), 1.1
#: A measurement takes some seconds: it is worth them for at least so many images.
_IMAGES_WORTH_MEASURING = 2000


def largest_batch_size(
    engine: Engine,
    image_count: int,
    image_size: int,
    *,
    on_gpu: bool,
    devices: int = 1,
    clock: Callable[[], float] = time.perf_counter,
) -> int:
    """Return how many images at once suit the engine best, on all its `devices` together. `clock` gives seconds."""
    if not on_gpu:
        return ON_PROCESSOR * devices
    if image_count < _IMAGES_WORTH_MEASURING:
        return ON_GPU * devices
    return _fastest_size(engine, image_size, devices, clock)


def _fastest_size(engine: Engine, image_size: int, devices: int, clock: Callable[[], float]) -> int:
    sizes = tuple(size * devices for size in _TRIED_SIZES)
    best_size, best_rate = sizes[0], 0.0
    for size in sizes:
        pixels = np.zeros((size, image_size, image_size, 3), dtype=np.float32)
        try:
            engine.features(pixels)  # prepares the engine for this shape, which is not to be measured
            started = clock()
            engine.features(pixels)
            rate = size / max(clock() - started, 1e-9)
        except out_of_memory_errors():
            break
        if rate < best_rate * _WORTH_IT:
            break
        best_size, best_rate = size, rate
    return best_size


def batch_size_for(image_count: int, largest: int) -> int:
    """Return the batch size that leaves the least of the last batch empty; the larger one of equals.

    Every batch has the same shape, the last one filled up, so that nothing is traced twice; what fills it is wasted.
    An image is never alone: TensorFlow sums up a batch of one in another order (1e-6), so that the one row which was
    missing after a kill would differ from what it had been. From two on all sizes gave the same bits (ResNet50, CPU).
    """
    if image_count <= largest:
        return max(min(2, largest), image_count)
    sizes = range(largest, largest // 2 - 1, -1)
    return min(sizes, key=lambda size: -(-image_count // size) * size)


class WithinMemory:
    """An engine that takes batches of any size: what does not fit into the memory at once is computed in parts."""

    def __init__(self, engine: Engine, control: JobControl) -> None:
        """Wrap `engine`; a Notice is reported each time that the parts become smaller."""
        self._engine = engine
        self._control = control
        self._part_size: int | None = None

    def features(self, pixels: np.ndarray) -> np.ndarray:
        """Return the features of the batch, float32 (n, *row_shape).

        Raises:
            FrostlineError: not even one image fits.

        """
        while True:
            size = self._part_size or len(pixels)
            try:
                parts = [self._part(pixels[start : start + size], size) for start in range(0, len(pixels), size)]
                return np.concatenate(parts) if len(parts) > 1 else parts[0]
            except out_of_memory_errors() as error:
                self._part_size = self._smaller(size, pixels.shape[1], error)

    def _part(self, pixels: np.ndarray, size: int) -> np.ndarray:
        """Compute up to `size` images, filled up to that number, so that the engine sees one shape only."""
        if len(pixels) == size:
            return self._engine.features(pixels)
        filled = np.zeros((size, *pixels.shape[1:]), dtype=pixels.dtype)
        filled[: len(pixels)] = pixels
        return self._engine.features(filled)[: len(pixels)]

    def _smaller(self, size: int, image_size: int, error: BaseException) -> int:
        if size == 1:
            raise FrostlineError(
                f"The memory does not suffice to compute the features of one image of {image_size} pixels.",
                hint="Close other programs, or choose a smaller image size.",
                kind="out_of_memory",
            ) from error
        half = -(-size // 2)
        self._control.report(
            Notice(
                message=f"{size} images at once do not fit into the memory: features are computed {half} at a time, "
                "which gives the same."
            )
        )
        return half
