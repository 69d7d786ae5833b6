"""The training and validation images that a model's answers are compared with, kept while the same model is asked.

They are read from the run, which keeps them since its training; of a run that does not they are gathered, and kept
with it from then on. State that outlives a call, allowed for the same reason as in `core.prediction.model_shelf`:
nothing can be told from it but the time. Files that go meanwhile are noticed when they would be named (`neighbours`).
"""

from __future__ import annotations

import dataclasses
import logging
import threading
import weakref
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.explanation.neighbours import ReferenceImages, images_of_split
from core.explanation.pooled_features import pooled_features
from core.explanation.unlikeness import distances_of_kth
from core.job_control import JobControl
from core.prediction.trained_model import TrainedModel
from core.training.reference import MOST_REFERENCE_IMAGES, MOST_VALIDATION_IMAGES, unlikeness_of
from core.training.reference_file import StoredReference, read_reference, write_reference
from core.training.run_record import RunRecord, read_run_record, write_run_record
from core.training.training_data import LabelledImages

_log = logging.getLogger(__name__)


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

    def stored(self, trained: TrainedModel) -> Reference | None:
        """Return the reference of a model if that takes no computing: it is here, or its run keeps it."""
        with self._lock:
            kept = self._kept
            if kept is not None and kept[0]() is trained:
                return kept[1]
            reference = _read(trained)
            if reference is not None:
                self._kept = (weakref.ref(trained), reference)
            return reference

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
            reference = _read(trained) or _gather(trained, record, control)
            if len(reference.training):
                self._kept = (weakref.ref(trained), reference)
            return reference


_shelf = ReferenceShelf()


def warm_reference(trained: TrainedModel, record: RunRecord, control: JobControl) -> Reference:
    """Return the reference of a model from this process's shelf. Raises as `ReferenceShelf.of` does."""
    return _shelf.of(trained, record, control)


def stored_reference(trained: TrainedModel) -> Reference | None:
    """Return the reference of a model where nothing has to be computed for it; None otherwise."""
    return _shelf.stored(trained)


def _read(trained: TrainedModel) -> Reference | None:
    """Return the reference that the run of a model keeps."""
    record = trained.record
    if record is None or trained.epoch or record.unlikeness is None:
        return None
    stored = read_reference(_run_of(trained))
    if stored is None:
        return None
    images = LabelledImages(
        folder=record.specification.folder,
        names=stored.names,
        labels=stored.labels,
        digests=("",) * len(stored.names),
    )
    training = ReferenceImages(images, stored.features, record.class_names)
    return Reference(training, stored.validation_distances)


def _keep(reference: Reference, trained: TrainedModel, record: RunRecord) -> None:
    """Keep what was gathered with the run, so that its predictions tell of unlikeness too; it may not be ours to."""
    run, training = _run_of(trained), reference.training
    if record.state == "running" or record.unlikeness is not None:
        return
    stored = StoredReference(
        training.images.names, training.images.labels, training.features, reference.validation_distances
    )
    try:
        write_reference(stored, run)
        write_run_record(dataclasses.replace(read_run_record(run), unlikeness=unlikeness_of(stored)), run)
    except OSError:
        _log.info("What pictures are compared with can't be kept in %s", run, exc_info=True)


def _run_of(trained: TrainedModel) -> Path:
    return trained.path if trained.path.is_dir() else trained.path.parent


def _gather(trained: TrainedModel, record: RunRecord, control: JobControl) -> Reference:
    if trained.epoch:  # the frost line of a training under way may have moved since its network was built
        record = read_run_record(trained.path)
    specification = record.specification
    names, seed = record.class_names, specification.seed
    training = images_of_split(
        specification.folder,
        record.training_files,
        record.training_class_of,
        names,
        control,
        seed=seed,
        most=MOST_REFERENCE_IMAGES,
    )
    validation = images_of_split(
        specification.validation_folder or specification.folder,
        record.validation_files,
        record.validation_class_of,
        names,
        control,
        seed=seed,
        most=MOST_VALIDATION_IMAGES,
    )
    if not len(training):
        return Reference(ReferenceImages(training, np.empty((0, 0), np.float32), names), np.empty(0, np.float32))
    (training, validation), features = pooled_features(trained.model, record, (training, validation), control)
    reference = ReferenceImages(training, features[0], names)
    distances = distances_of_kth(features[1], features[0]) if len(reference) else np.empty(0, np.float32)
    gathered = Reference(reference, distances)
    if len(reference) and not trained.epoch:
        _keep(gathered, trained, record)
    return gathered
