"""The suspected labels of an evaluation: `label_errors` on those of its images that the model was not trained on."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from core.data.corrections import read_corrections
from core.evaluation.answered import Answered
from core.evaluation.label_errors import Suspicion, suspected_labels
from core.evaluation.trained_on import trained_on
from core.job_control import JobControl
from core.messages import SuspectedLabel


@dataclass(frozen=True)
class Suspects:
    """The labels that may be wrong, the likeliest first; of how many images; and what can't be told, in a sentence."""

    labels: tuple[SuspectedLabel, ...]
    judged_images: int
    remark: str = ""


def suspects_of(answered: Answered, control: JobControl) -> Suspects:
    """Return the labels that may be wrong, less those that somebody has vouched for.

    Raises:
        UnusableInput: the corrections of the folder are damaged.
        Stopped: the user asked for it.

    """
    record, images = answered.trained.record, answered.images
    if record is None:
        return Suspects((), 0, "It is not known which images this model was trained on, so no label can be suspected.")
    judged = np.flatnonzero(~trained_on(record, images, control))
    remark = _remark(len(images) - len(judged), len(images))
    found = suspected_labels(answered.probabilities[judged], images.labels[judged])
    names, kept = answered.trained.class_names, read_corrections(images.folder).kept
    labels = tuple(_label(answered, int(judged[one.index]), one, names) for one in found)
    return Suspects(tuple(one for one in labels if one.name not in kept), len(judged), remark)


def _label(answered: Answered, index: int, found: Suspicion, class_names: tuple[str, ...]) -> SuspectedLabel:
    name = answered.images.names[index]
    return SuspectedLabel(
        file=answered.images.folder / name,
        name=name,
        class_name=class_names[answered.images.labels[index]],
        suggested_class=class_names[found.suggested],
        probability=found.probability,
        own_probability=found.own_probability,
        threshold=found.threshold,
    )


def _remark(learnt: int, images: int) -> str:
    if not learnt:
        return ""
    if learnt == images:
        return "The model was trained on all of these images, so what it says of them is no evidence against a label."
    return f"The model was trained on {learnt:,} of these images, or on copies of them; their labels were not judged."
