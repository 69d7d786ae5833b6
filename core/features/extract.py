"""Extraction: run the frozen part of the network over images once, and keep the results.

Decoding runs ahead in threads while the network computes. Rows are committed in portions (`portions`), so that a stop,
a crash or a power cut loses little and the next start goes on from there.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field

import numpy as np

from core.data.augment import View, decode_view
from core.data.decode import ImageUnusable
from core.data.decoder_pool import Decoded, DecoderPool
from core.features.batch_size import WithinMemory, batch_size_for
from core.features.deviation import SAMPLE_SIZE, Sample
from core.features.engine import Engine
from core.features.portions import Portions
from core.features.store import FeatureStore
from core.job_control import JobControl
from core.messages import Notice

#: So many images are decoded before they are asked for, or two batches where that is more.
_DECODED_AHEAD = 64


@dataclass
class Extraction:
    """What an extraction did, by the clock: waiting for decoded images, and computing. Decoding overlaps computing.

    images: views computed. sample: the first few of them, to compare the engine by; None when there was none.
    too_large: numbers that the store's type can't hold, which were brought to its largest.
    """

    images: int = 0
    decode_seconds: float = 0.0
    extract_seconds: float = 0.0
    too_large: int = 0
    sample: Sample | None = None
    unusable: list[ImageUnusable] = field(default_factory=list)


def extract_features(
    engine: Engine,
    views: Sequence[View],
    keys: Sequence[str],
    store: FeatureStore,
    control: JobControl,
    *,
    largest: int,
) -> Extraction:
    """Compute the features of `views` and put them into `store` under `keys`, at most `largest` at once.

    Files that can't be decoded are left out and listed in the result. Reports Progress of stage `extract`.

    Raises:
        Stopped: the user asked for it; what was computed so far is kept.
        FrostlineError: not even one image fits into the memory.
        StoreFull: neither the disk nor the memory has room for the features; what was written so far is kept.

    """
    done = Extraction()
    image_size = store.recipe.image_size
    engine = WithinMemory(engine, control)
    started = time.monotonic()
    control.progress("extract", 0, len(views))
    batch_size = batch_size_for(len(views), largest)
    pool = DecoderPool(image_size, decode=decode_view, ahead=max(_DECODED_AHEAD, 2 * batch_size))
    with closing(pool.decode_in_order(views)) as decoded, Portions(store, control) as output:
        for indices, pixels in _batches(decoded, done, image_size, batch_size):
            control.wait_while_paused()
            control.raise_if_stopped()
            features = engine.features(pixels)[: len(indices)]
            done.sample = done.sample or Sample(pixels[: len(indices)][:SAMPLE_SIZE].copy(), features[:SAMPLE_SIZE])
            output.append([keys[index] for index in indices], as_stored(features, store.recipe.dtype, done))
            done.images += len(indices)
            control.progress("extract", done.images + len(done.unusable), len(views))
    done.decode_seconds = pool.waited_seconds
    done.extract_seconds = time.monotonic() - started - done.decode_seconds
    _tell_too_large(done, control)
    return done


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


def as_stored(features: np.ndarray, dtype: str, done: Extraction) -> np.ndarray:
    """Return the features in the store's type; what is beyond its range becomes its largest number, and is counted."""
    if dtype == "float32":
        return features
    largest = np.finfo(dtype).max
    beyond = int(np.count_nonzero(np.abs(features) > largest))
    done.too_large += beyond
    return (np.clip(features, -largest, largest) if beyond else features).astype(dtype, copy=False)


def _tell_too_large(done: Extraction, control: JobControl) -> None:
    if done.too_large:
        control.report(
            Notice(
                message=f"{done.too_large} numbers of the features are too large for float16 and were cut to 65504: "
                "store the features as float32."
            )
        )
