"""Asking two runs about the same images, to say what became better and worse from one to the other.

Without a folder these are the images that both held out: on any other the earlier or the later run would be measured on
what it was trained on. The comparison itself is in `regressions`.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.data.pixel_limit import pixel_limit
from core.errors import UnusableInput
from core.evaluation.classification import classify
from core.evaluation.images import images_to_evaluate
from core.evaluation.regressions import Answer, change_between
from core.job_control import JobControl
from core.messages import RunsCompared
from core.prediction.trained_model import TrainedModel, open_trained_model
from core.training.training_data import LabelledImages


def compare_runs(
    model: Path,
    against: Path,
    folder: Path | None,
    control: JobControl,
    *,
    pixels: int | None = None,
    inner_classes: bool | None = None,
) -> RunsCompared:
    """Say which images the earlier run `against` had right and `model` has wrong. Reports as `classify` does.

    folder: of class folders; None: the images that both runs held out for validation. pixels: how many a picture may
    have, None: as in the run `model`. inner_classes: see `images_to_evaluate`.

    Raises:
        UnusableInput: a model or the folder can't be used, or there is no image that both can be asked about.
        Stopped: the user asked for it.

    """
    now, before = open_trained_model(model), open_trained_model(against)
    with pixel_limit(now.allowed_pixels(pixels)):
        images = images_to_evaluate(now, folder, control, inner_classes=inner_classes)
        if folder is None:
            images = _held_out_by_both(images, images_to_evaluate(before, None, control), against)
        change = change_between(_answers(before, images, now, control), _answers(now, images, now, control))
    if not change.images:
        raise UnusableInput(
            f"There is no image of {images.folder} that both runs can be asked about.",
            hint="Name a folder of class folders whose classes both runs know.",
        )
    return RunsCompared(
        model=model,
        against=against,
        folder=images.folder,
        images=change.images,
        accuracy=change.accuracy,
        accuracy_before=change.accuracy_before,
        improved=change.improved,
        regressions=change.regressions,
    )


def _held_out_by_both(images: LabelledImages, others: LabelledImages, against: Path) -> LabelledImages:
    known = {file.resolve() for file in others.files}
    both = np.asarray([index for index, file in enumerate(images.files) if file.resolve() in known], dtype=np.int64)
    if not len(both):
        raise UnusableInput(
            f"The run {against} held out none of the same images, so the two can't be compared on them.",
            hint="Name a folder of class folders that neither was trained on.",
        )
    return images.select(both)


def _answers(
    trained: TrainedModel, images: LabelledImages, namer: TrainedModel, control: JobControl
) -> dict[Path, Answer]:
    """Return the answer of a model to each image that can be read; namer: the model whose classes the labels number."""
    usable, probabilities = classify(trained, images, control)
    found = {}
    for file, label, row in zip(usable.files, usable.labels, probabilities, strict=True):
        best = int(row.argmax())
        found[file] = Answer(
            true_class=namer.class_names[label],
            predicted_class=trained.class_names[best],
            probability=float(row[best]),
        )
    return found
