"""Pictures decoded ahead of whoever uses them, in order and in bounded memory, with the time that it took.

How a picture is decoded is `core.data.decode`'s work, what threads there are `core.data.work_ahead`'s.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from core.data.decode import ImageUnusable, decode_image
from core.data.work_ahead import done_ahead

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
        self._threads = threads
        self._ahead = ahead
        self._decode_source = decode

    def decode_in_order(self, sources: Sequence[Any]) -> Generator[tuple[int, Decoded], None, None]:
        """Yield (index, pixels) for each source in order: uint8 (image_size, image_size, 3), or why it can't be used.

        At most `ahead` pictures are decoded before they are asked for. Closing the iterator gives up those that
        nobody has begun and waits for those being decoded.
        """
        with closing(done_ahead(self._decode, sources, threads=self._threads, ahead=self._ahead)) as results:
            for index in range(len(sources)):
                started = time.perf_counter()
                decoded, seconds = next(results)
                self.waited_seconds += time.perf_counter() - started
                self.seconds += seconds
                yield index, decoded

    def _decode(self, source: Any) -> tuple[Decoded, float]:
        started = time.perf_counter()
        try:
            decoded: Decoded = self._decode_source(source, self._image_size)
        except ImageUnusable as error:
            decoded = error.on_its_own()
        return decoded, time.perf_counter() - started
