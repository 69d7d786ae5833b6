"""Extraction: run the frozen part of the network over images once, and keep the results.

Decoding runs ahead in threads while the network computes. Rows are committed in portions, so that a stop, a crash
or a power cut loses little and the next start goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

import keras
import numpy as np

from core.data.decode import ImageUnusable
from core.data.decoder_pool import Decoded, DecoderPool
from core.features.segment import SegmentWriter
from core.features.store import FeatureStore
from core.job_control import JobControl

#: At most so many images go through the network at once: beyond 16, a CPU gains nothing (see ARCHITECTURE.md).
LARGEST_BATCH, SMALLEST_BATCH = 16, 8
#: Computed rows reach the disk at least this often.
COMMIT_SECONDS = 20.0


@dataclass
class Extraction:
    """What an extraction did, by the clock: waiting for decoded images, and computing. Decoding overlaps computing."""

    images: int = 0
    decode_seconds: float = 0.0
    extract_seconds: float = 0.0
    unusable: list[ImageUnusable] = field(default_factory=list)


def extract_features(
    extractor: keras.Model, files: Sequence[Path], keys: Sequence[str], store: FeatureStore, control: JobControl
) -> Extraction:
    """Compute the features of `files` and put them into `store` under `keys`.

    Files that can't be decoded are left out and listed in the result. Reports Progress of stage `extract`.

    Raises:
        Stopped: the user asked for it; what was computed so far is kept.

    """
    done = Extraction()
    image_size = int(extractor.input_shape[1])
    extractor.compile(jit_compile=False)
    started = time.monotonic()
    control.progress("extract", 0, len(files))
    pool = DecoderPool(image_size)
    with closing(pool.decode_in_order(files)) as decoded, _Portions(store) as output:
        for indices, pixels in _batches(decoded, done, image_size, batch_size_for(len(files))):
            control.wait_while_paused()
            control.raise_if_stopped()
            features = extractor.predict_on_batch(pixels)
            output.append([keys[index] for index in indices], np.asarray(features, np.float32)[: len(indices)])
            done.images += len(indices)
            control.progress("extract", done.images + len(done.unusable), len(files))
    done.decode_seconds = pool.waited_seconds
    done.extract_seconds = time.monotonic() - started - done.decode_seconds
    return done


def batch_size_for(image_count: int) -> int:
    """Return the batch size that leaves the least of the last batch empty; the larger one of equals.

    Every batch has the same shape, the last one filled up, so that nothing is traced twice; what fills it is wasted.
    """
    sizes = range(LARGEST_BATCH, SMALLEST_BATCH - 1, -1)
    return min(sizes, key=lambda size: -(-image_count // size) * size)


def _batches(
    decoded: Iterator[tuple[int, Decoded]], done: Extraction, image_size: int, batch_size: int
) -> Iterator[tuple[list[int], np.ndarray]]:
    """Yield the indices of decoded images with their pixels, float32 (batch_size, s, s, 3), always that many rows."""
    pixels = np.zeros((batch_size, image_size, image_size, 3), dtype=np.float32)
    indices: list[int] = []
    for index, image in decoded:
        if isinstance(image, ImageUnusable):
            done.unusable.append(image)
            continue
        pixels[len(indices)] = image
        indices.append(index)
        if len(indices) == batch_size:
            yield indices, pixels
            indices = []
    if indices:
        yield indices, pixels


class _Portions:
    """Write rows to segments that are committed every few seconds, and at the end however it comes."""

    def __init__(self, store: FeatureStore) -> None:
        self._store = store
        self._writer: SegmentWriter | None = None
        self._last_commit = time.monotonic()

    def __enter__(self) -> _Portions:
        return self

    def __exit__(self, *_: object) -> None:
        self._commit()

    def append(self, keys: Sequence[str], rows: np.ndarray) -> None:
        if self._writer is None:
            self._writer = self._store.writer()
        self._writer.append(keys, rows)
        if time.monotonic() - self._last_commit > COMMIT_SECONDS:
            self._commit()

    def _commit(self) -> None:
        writer, self._writer = self._writer, None
        self._last_commit = time.monotonic()
        segment = writer.commit() if writer is not None else None
        if segment is not None:
            self._store.add(segment)
