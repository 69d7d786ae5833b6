"""Classifying pictures with a trained model: in order, each with its classes or with why it can't be read.

The pixels are decoded exactly as for training and evaluation (`core.data.decode`), so the answer is the same
everywhere. Opening the model is `trained_model`'s work.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.data.decode import ImageUnusable, decode_image, open_upright
from core.data.pixel_limit import adopt_pixel_limit
from core.data.work_ahead import usable_cores
from core.explanation.reference_shelf import stored_reference
from core.explanation.remoteness import Remoteness, remoteness_of
from core.explanation.unlikeness import PERCENTILE
from core.job_control import JobControl
from core.messages import ImagePredicted, ImageRefused, ImageShown
from core.prediction.model_shelf import warm_model
from core.prediction.trained_model import PREDICTION_BATCH, TrainedModel


@dataclass(frozen=True)
class _Picture:
    """A picture that threads are decoding for the network."""

    index: int
    source: Path | bytes
    pixels: Future[np.ndarray]

    @property
    def name(self) -> str:
        """What the picture is called in reports."""
        return str(self.source) if isinstance(self.source, Path) else "the pasted picture"


def predict(
    model: Path,
    images: tuple[Path | bytes, ...],
    control: JobControl,
    *,
    top: int = 5,
    preview_edge: int = 640,
    pixels: int | None = None,
    percentile: float = PERCENTILE,
) -> None:
    """Classify `images`; report an `ImagePredicted` or `ImageRefused` for each, in order, `ImageShown` and Progress.

    model: a run folder or a .keras file; kept warm for the next call. top: number of classes to tell, at most all.
    preview_edge: longest edge in pixels of the picture that comes after the answer (0: none). pixels: how many a
    picture may have, None: as in the model's run. percentile: so many of the validation images, in per cent, are called
    alike, where the run tells (see `core.explanation.unlikeness`).

    Raises:
        UnusableInput: the model can't be used.
        Stopped: the user asked for it.

    """
    trained = warm_model(model)
    allowed = trained.allowed_pixels(pixels)
    with ThreadPoolExecutor(usable_cores() + 1, "picture", adopt_pixel_limit, (allowed,)) as threads:
        try:
            for batch in _batches(threads, images, trained.image_size):
                control.raise_if_stopped()
                _predict_batch(trained, batch, control, top, percentile)
                if preview_edge:
                    _show_batch(threads, batch, control, preview_edge)
                control.progress("predict", batch[-1].index + 1, len(images))
        except BaseException:
            threads.shutdown(wait=False, cancel_futures=True)
            raise


def _batches(threads: ThreadPoolExecutor, images: Sequence[Path | bytes], image_size: int) -> Iterator[list[_Picture]]:
    """Yield the pictures in batches; the next batch is being decoded while one is used."""

    def begin(start: int) -> list[_Picture]:
        return [
            _Picture(index, source, threads.submit(decode_image, source, image_size))
            for index, source in enumerate(images[start : start + PREDICTION_BATCH], start)
        ]

    current = begin(0)
    while current:
        following = begin(current[-1].index + 1)
        yield current
        current = following


def _predict_batch(
    trained: TrainedModel, batch: list[_Picture], control: JobControl, top: int, percentile: float
) -> None:
    started = time.perf_counter()
    readable = [picture for picture in batch if _reason(picture) is None]
    rows: list[np.ndarray] = []
    remoteness: list[Remoteness | None] = []
    if readable:
        pixels = np.stack([picture.pixels.result() for picture in readable])
        rows, remoteness = _answers(trained, pixels, percentile)
    seconds = (time.perf_counter() - started) / len(batch)
    answers = {picture.index: one for picture, one in zip(readable, zip(rows, remoteness, strict=True), strict=True)}
    for picture in batch:
        if picture.index in answers:
            probabilities, remote = answers[picture.index]
            control.report(_predicted(picture, _best(trained.class_names, probabilities, top), remote, seconds))
        else:
            reason = _reason(picture) or ""
            control.report(ImageRefused(index=picture.index, source=picture.name, reason=reason))


def _show_batch(threads: ThreadPoolExecutor, batch: list[_Picture], control: JobControl, edge: int) -> None:
    """Report the pictures themselves; only now, since decoding them would keep the network from its answers."""
    readable = [picture for picture in batch if picture.pixels.exception() is None]
    decodings = [threads.submit(open_upright, picture.source, edge) for picture in readable]
    for picture, decoding in zip(readable, decodings, strict=True):
        control.raise_if_stopped()
        try:
            image = decoding.result()
        except ImageUnusable:  # gone since it was read for the network
            continue
        control.report(ImageShown(index=picture.index, width=image.width, height=image.height, pixels=image.tobytes()))


def _answers(
    trained: TrainedModel, pixels: np.ndarray, percentile: float
) -> tuple[list[np.ndarray], list[Remoteness | None]]:
    """Return the probabilities of each picture, and how far it lies from the training images, where the run tells."""
    reference = stored_reference(trained) if trained.has_features else None
    if reference is None:
        rows = list(trained.probabilities(pixels))
        return rows, [None] * len(rows)
    probabilities, features = trained.probabilities_and_features(pixels)
    return list(probabilities), list(remoteness_of(features, reference, percentile))


def _reason(picture: _Picture) -> str | None:
    """Wait for the picture; return why it can't be used, or None."""
    error = picture.pixels.exception()
    if error is None:
        return None
    if isinstance(error, ImageUnusable):
        return error.reason
    raise error


def _best(class_names: Sequence[str], probabilities: np.ndarray, top: int) -> tuple[tuple[str, float], ...]:
    """Return the likeliest classes with their probabilities; equal ones in the order of the classes."""
    order = np.argsort(-probabilities, kind="stable")[:top]
    return tuple((class_names[number], float(probabilities[number])) for number in order)


def _predicted(
    picture: _Picture, best: tuple[tuple[str, float], ...], remote: Remoteness | None, seconds: float
) -> ImagePredicted:
    return ImagePredicted(
        index=picture.index,
        source=picture.name,
        top=best,
        seconds=seconds,
        distance=None if remote is None else remote.distance,
        threshold=None if remote is None else remote.threshold,
        farther_than=None if remote is None else remote.farther_than,
        is_unlike=remote is not None and remote.is_unlike,
    )
