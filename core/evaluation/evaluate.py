"""Measuring a model on images of known classes. The measures themselves are in `metrics`."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.data.pixel_limit import pixel_limit
from core.errors import UnusableInput
from core.evaluation.classification import classify
from core.evaluation.images import images_to_evaluate
from core.evaluation.metrics import accuracy, class_metrics, confusion, cross_entropy
from core.job_control import JobControl
from core.messages import Evaluation, Mistake
from core.prediction.model_shelf import warm_model
from core.training.training_data import LabelledImages


def evaluate(model: Path, folder: Path | None, control: JobControl, *, pixels: int | None = None) -> Evaluation:
    """Measure a run or a model file on `folder`, or (None) on the images that the run held out for validation.

    folder: its sub-folders are named after the model's classes; some may be missing. Images that can't be read are
    left out with a Notice. pixels: how many a picture may have, None: as in the model's run.

    Raises:
        UnusableInput: the model, the folder or all of its images can't be used.
        Stopped: the user asked for it.

    """
    trained = warm_model(model)
    with pixel_limit(trained.allowed_pixels(pixels)):
        images, probabilities = classify(trained, images_to_evaluate(trained, folder, control), control)
    if not len(images):
        raise UnusableInput(
            f"None of the images in {images.folder} can be read.", hint="`frostline check` says why, for each file."
        )
    predicted = probabilities.argmax(axis=1)
    return Evaluation(
        model=model,
        folder=images.folder,
        split="validation" if folder is None else "folder",
        images=len(images),
        loss=cross_entropy(probabilities, images.labels),
        accuracy=accuracy(predicted, images.labels),
        class_names=trained.class_names,
        confusion=confusion(predicted, images.labels, len(trained.class_names)),
        classes=class_metrics(predicted, images.labels, trained.class_names),
        mistakes=_mistakes(images, probabilities, predicted, trained.class_names),
    )


def _mistakes(
    images: LabelledImages, probabilities: np.ndarray, predicted: np.ndarray, class_names: tuple[str, ...]
) -> tuple[Mistake, ...]:
    """Return the wrong answers, the surest first."""
    sureness = probabilities.max(axis=1)
    wrong = np.flatnonzero(predicted != images.labels)
    files = images.files
    return tuple(
        Mistake(
            file=files[index],
            true_class=class_names[images.labels[index]],
            predicted_class=class_names[predicted[index]],
            probability=float(sureness[index]),
        )
        for index in wrong[np.argsort(-sureness[wrong], kind="stable")]
    )
