"""A model's answers to images of known classes, which measuring and reporting both start from.

The answers given last are kept, as `model_shelf` keeps the model: a report is of the very evaluation that was shown.
"""

from __future__ import annotations

import threading
import weakref
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from core.data.pixel_limit import pixel_limit
from core.errors import UnusableInput
from core.evaluation.classification import classify
from core.evaluation.images import images_to_evaluate
from core.job_control import JobControl
from core.prediction.model_shelf import warm_model
from core.prediction.trained_model import TrainedModel
from core.training.training_data import LabelledImages

#: Answers to more images than that are not kept, and given again when they are needed: bytes of probabilities.
_KEPT_BYTES = 128 << 20


@dataclass(frozen=True)
class Answered:
    """Images of known classes and what a model says of them: `probabilities` float32 (n, classes), n >= 1.

    folder and inner_classes: what was asked for; folder None: the images that the run held out.
    """

    trained: TrainedModel
    folder: Path | None
    inner_classes: bool | None
    images: LabelledImages
    probabilities: np.ndarray = field(repr=False)

    @property
    def predicted(self) -> np.ndarray:
        """The likeliest class of each image, int64 (n,)."""
        return np.asarray(self.probabilities.argmax(axis=1))

    @property
    def split(self) -> str:
        """`validation`, or `folder`."""
        return "validation" if self.folder is None else "folder"


def answer_images(
    model: Path,
    folder: Path | None,
    control: JobControl,
    *,
    pixels: int | None = None,
    inner_classes: bool | None = None,
) -> Answered:
    """Classify the images of `folder`, or (None) those that the model's run held out for validation.

    Images that can't be read are left out with a Notice; so are those of more than `pixels` (None: as in the run).
    inner_classes: see `images_to_evaluate`.

    Raises:
        UnusableInput: the model, the folder or all of its images can't be used.
        Stopped: the user asked for it.

    """
    trained = warm_model(model)
    with pixel_limit(trained.allowed_pixels(pixels)):
        wanted = images_to_evaluate(trained, folder, control, inner_classes=inner_classes)
        images, probabilities = classify(trained, wanted, control)
    if not len(images):
        raise UnusableInput(
            f"None of the images in {images.folder} can be read.", hint="`frostline check` says why, for each file."
        )
    answered = Answered(trained, folder, inner_classes, images, probabilities)
    _shelf.keep(answered)
    return answered


def answers_given(
    model: Path,
    folder: Path | None,
    control: JobControl,
    *,
    pixels: int | None = None,
    inner_classes: bool | None = None,
) -> Answered:
    """Return the answers that were given last, if these were asked for; otherwise as `answer_images`."""
    kept = _shelf.find(warm_model(model), folder, inner_classes)
    return kept or answer_images(model, folder, control, pixels=pixels, inner_classes=inner_classes)


class _AnswerShelf:
    """Holds the answers that were given last, but no model: that is for `model_shelf` to keep or to let go.

    Safe to use from several threads.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[weakref.ref[TrainedModel], Path | None, bool | None, LabelledImages, np.ndarray] | None = None

    def keep(self, answered: Answered) -> None:
        small = answered.probabilities.nbytes <= _KEPT_BYTES
        asked_for = (answered.folder, answered.inner_classes)
        kept = (weakref.ref(answered.trained), *asked_for, answered.images, answered.probabilities)
        with self._lock:
            self._kept = kept if small else None

    def find(self, trained: TrainedModel, folder: Path | None, inner_classes: bool | None) -> Answered | None:
        with self._lock:
            kept = self._kept
        if kept is None or kept[0]() is not trained or kept[1:3] != (folder, inner_classes):
            return None
        return Answered(trained, *kept[1:])


_shelf = _AnswerShelf()
