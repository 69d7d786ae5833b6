"""Measuring a model on images of known classes. The measures themselves are in `metrics` and its neighbours."""

from __future__ import annotations

from array import array
from pathlib import Path

import numpy as np

from core.data.packed_names import PackedNames
from core.evaluation.answered import Answered, answer_images
from core.evaluation.calibration import expected_calibration_error, reliability_bins
from core.evaluation.metrics import accuracy, average_metrics, class_metrics, confusion, cross_entropy, top_k_accuracies
from core.evaluation.suspects import Suspects, suspects_of
from core.job_control import JobControl
from core.messages import Evaluation, ImageAnswers, Mistake


def evaluate(
    model: Path,
    folder: Path | None,
    control: JobControl,
    *,
    pixels: int | None = None,
    inner_classes: bool | None = None,
) -> Evaluation:
    """Measure a run or a model file on `folder`, or (None) on the images that the run held out for validation.

    folder: its sub-folders are named after the model's classes; some may be missing. Images that can't be read are
    left out with a Notice. pixels: how many a picture may have, None: as in the model's run. inner_classes: see
    `images_to_evaluate`.

    Raises:
        UnusableInput: the model, the folder or all of its images can't be used.
        Stopped: the user asked for it.

    """
    answered = answer_images(model, folder, control, pixels=pixels, inner_classes=inner_classes)
    return evaluation_of(answered, suspects_of(answered, control))


def evaluation_of(answered: Answered, suspects: Suspects) -> Evaluation:
    """Return what the answers come to."""
    images, probabilities, predicted = answered.images, answered.probabilities, answered.predicted
    names, labels = answered.trained.class_names, images.labels
    bins = reliability_bins(probabilities, labels)
    return Evaluation(
        model=answered.trained.path,
        folder=images.folder,
        split=answered.split,
        images=len(images),
        loss=cross_entropy(probabilities, labels),
        accuracy=accuracy(predicted, labels),
        class_names=names,
        confusion=confusion(predicted, labels, len(names)),
        classes=class_metrics(predicted, labels, names),
        mistakes=_mistakes(images.files, labels, predicted, probabilities, names),
        averages=average_metrics(predicted, labels),
        top_k=top_k_accuracies(probabilities, labels),
        calibration_error=expected_calibration_error(bins),
        reliability=bins,
        suspects=suspects.labels,
        judged_images=suspects.judged_images,
        suspects_remark=suspects.remark,
        answers=_image_answers(answered),
    )


def _image_answers(answered: Answered) -> ImageAnswers:
    return ImageAnswers(
        names=PackedNames(answered.images.names),
        labels=array("i", answered.images.labels.tolist()),
        predicted=array("i", answered.predicted.tolist()),
        probabilities=array("f", answered.probabilities.max(axis=1).tolist()),
    )


def _mistakes(
    files: tuple[Path, ...],
    labels: np.ndarray,
    predicted: np.ndarray,
    probabilities: np.ndarray,
    class_names: tuple[str, ...],
) -> tuple[Mistake, ...]:
    """Return the wrong answers, the surest first."""
    sureness = probabilities.max(axis=1)
    wrong = np.flatnonzero(predicted != labels)
    return tuple(
        Mistake(
            file=files[index],
            true_class=class_names[labels[index]],
            predicted_class=class_names[predicted[index]],
            probability=float(sureness[index]),
        )
        for index in wrong[np.argsort(-sureness[wrong], kind="stable")]
    )
