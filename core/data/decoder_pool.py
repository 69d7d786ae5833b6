"""Threads that decode pictures ahead of whoever uses them, in order and in bounded memory.

Pillow lets other threads run while it decodes, so threads are enough. How a picture is decoded is
`core.data.decode`'s work.
"""

from __future__ import annotations

import os
import time
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.decode import ImageUnusable, decode_image
from core.data.pixel_limit import adopt_pixel_limit, allowed_pixels

#: More threads than this only wait for each other and for the disk.
MOST_THREADS = 16

Decoded = NDArray[np.uint8] | ImageUnusable


def decode_in_order(
    sources: Sequence[Path], image_size: int, *, threads: int | None = None, ahead: int = 64
) -> Generator[tuple[int, Decoded], None, None]:
    """Yield (index, pixels) for each source in order; see `DecoderPool`."""
    return DecoderPool(image_size, threads=threads, ahead=ahead).decode_in_order(sources)


class DecoderPool:
    """Decodes pictures in threads that live as long as a call of `decode_in_order`.

    seconds: time spent decoding, summed over the threads. waited_seconds: time for which the consumer had to wait for
    a picture, which is what decoding adds to the duration of a job.
    """

    def __init__(
        self,
        image_size: int,
        *,
        threads: int | None = None,
        ahead: int = 64,
        decode: Callable[[Any, int], NDArray[np.uint8]] = decode_image,
    ) -> None:
        """decode: makes pixels of a source and the image size; the sources are what it takes, by default paths."""
        self.seconds = 0.0
        self.waited_seconds = 0.0
        self._image_size = image_size
        self._threads = threads or min(usable_cores(), MOST_THREADS)
        self._ahead = max(1, ahead)
        self._decode_source = decode

    def decode_in_order(self, sources: Sequence[Any]) -> Generator[tuple[int, Decoded], None, None]:
        """Yield (index, pixels) for each source in order: uint8 (image_size, image_size, 3), or why it can't be used.

        At most `ahead` pictures are decoded before they are asked for. Closing the iterator gives up those that
        nobody has begun and waits for those being decoded.
        """
        waiting: deque[Future[tuple[Decoded, float]]] = deque()
        executor = ThreadPoolExecutor(self._threads, "decode", adopt_pixel_limit, (allowed_pixels(),))
        try:
            for index in range(len(sources)):
                while len(waiting) < self._ahead and index + len(waiting) < len(sources):
                    waiting.append(executor.submit(self._decode, sources[index + len(waiting)]))
                yield index, self._next_of(waiting)
        finally:
            executor.shutdown(wait=True, cancel_futures=True)

    def _next_of(self, waiting: deque[Future[tuple[Decoded, float]]]) -> Decoded:
        started = time.perf_counter()
        decoded, seconds = waiting.popleft().result()
        self.waited_seconds += time.perf_counter() - started
        self.seconds += seconds
        return decoded

    def _decode(self, source: Any) -> tuple[Decoded, float]:
        started = time.perf_counter()
        try:
            decoded: Decoded = self._decode_source(source, self._image_size)
        except ImageUnusable as error:
            decoded = error
        return decoded, time.perf_counter() - started


def usable_cores() -> int:
    """Return the number of processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
