"""The training and validation images that a model's answers are compared with, kept while the same model is asked.

State that outlives a call, allowed for the same reason as in `core.prediction.model_shelf`: nothing can be told from
it but the time. Files that go meanwhile are noticed when they would be named (`neighbours`).
"""

from __future__ import annotations

import threading
import weakref
from dataclasses import dataclass

import numpy as np

from core.explanation.neighbours import MOST_REFERENCE_IMAGES, ReferenceImages, images_of_split
from core.explanation.pooled_features import pooled_features
from core.explanation.unlikeness import distances_of_kth
from core.job_control import JobControl
from core.prediction.trained_model import TrainedModel
from core.training.run_record import RunRecord, read_run_record

#: A percentile needs no more validation images than that.
_MOST_VALIDATION_IMAGES = 1000


@dataclass(frozen=True)
class Reference:
    """What a picture is compared with. validation_distances: float32 (m,), of the held-out images."""

    training: ReferenceImages
    validation_distances: np.ndarray


class ReferenceShelf:
    """Holds the reference of the model that was asked last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[weakref.ref[TrainedModel], Reference] | None = None

    def holds(self, trained: TrainedModel) -> bool:
        """Whether the reference of a model is here, so that asking for it takes no time."""
        kept = self._kept
        # The shelf of models gives the same object as long as model and record are the same.
        return kept is not None and kept[0]() is trained

    def of(self, trained: TrainedModel, record: RunRecord, control: JobControl) -> Reference:
        """Return the reference of a model, gathered anew only if it is another model or has learnt since.

        Raises:
            Stopped: the user asked for it.

        """
        with self._lock:
            kept = self._kept
            if kept is not None and kept[0]() is trained:
                return kept[1]
            self._kept = None
            reference = _gather(trained, record, control)
            if len(reference.training):
                self._kept = (weakref.ref(trained), reference)
            return reference


_shelf = ReferenceShelf()


def warm_reference(trained: TrainedModel, record: RunRecord, control: JobControl) -> Reference:
    """Return the reference of a model from this process's shelf. Raises as `ReferenceShelf.of` does."""
    return _shelf.of(trained, record, control)


def is_reference_warm(trained: TrainedModel) -> bool:
    """Whether `warm_reference` answers at once."""
    return _shelf.holds(trained)


def _gather(trained: TrainedModel, record: RunRecord, control: JobControl) -> Reference:
    if trained.epoch:  # the frost line of a training under way may have moved since its network was built
        record = read_run_record(trained.path)
    specification = record.specification
    names, seed = record.class_names, specification.seed
    training = images_of_split(
        specification.folder, record.training_files, names, control, seed=seed, most=MOST_REFERENCE_IMAGES
    )
    validation = images_of_split(
        specification.validation_folder or specification.folder,
        record.validation_files,
        names,
        control,
        seed=seed,
        most=_MOST_VALIDATION_IMAGES,
    )
    if not len(training):
        return Reference(ReferenceImages(training, np.empty((0, 0), np.float32), names), np.empty(0, np.float32))
    (training, validation), features = pooled_features(trained.model, record, (training, validation), control)
    reference = ReferenceImages(training, features[0], names)
    distances = distances_of_kth(features[1], features[0]) if len(reference) else np.empty(0, np.float32)
    return Reference(reference, distances)
