"""How the record of a run comes to be: begun when the data and the classifier are known, completed at the end."""

from __future__ import annotations

import dataclasses
import importlib.metadata
import platform
from datetime import datetime

import numpy as np

from core import __version__
from core.backend_specific import backend_name, backend_version, describe_device
from core.messages import RunFinished, RunSeconds, RunStarted
from core.training.classifier import Classifier
from core.training.course_end import CourseEnd
from core.training.run_record import RunRecord, Unlikeness
from core.training.specification import TrainingSpecification
from core.training.training_data import LabelledImages, TrainingData


def begin_record(specification: TrainingSpecification, data: TrainingData) -> RunRecord:
    """Return the record of a run that is about to start; its phases and its layers are filled in on the way."""
    return RunRecord(
        specification=specification,
        state="running",
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        class_names=data.class_names,
        trainable_layers=(),
        cut_layer="",
        dataset_digest=data.digest,
        training_files=data.training.names,
        validation_files=data.validation.names,
        training_classes=_other_classes(data.training, data.class_names),
        validation_classes=_other_classes(data.validation, data.class_names),
        backend=backend_name(),
        device=describe_device(specification.devices),
        versions=_versions(),
    )


def _other_classes(images: LabelledImages, class_names: tuple[str, ...]) -> dict[str, str]:
    """Return the classes of those images whose names do not begin with them."""
    classes = ((name, class_names[label]) for name, label in zip(images.names, images.labels, strict=True))
    return {name: class_name for name, class_name in classes if name.partition("/")[0] != class_name}


def taken_up(record: RunRecord) -> RunRecord:
    """Return the record of a run that goes on in this process, maybe on another backend or machine than it began on."""
    device = describe_device(record.specification.devices)
    return dataclasses.replace(record, backend=backend_name(), device=device, versions=_versions())


def run_started(record: RunRecord, classifier: Classifier) -> RunStarted:
    """Return what is announced when a run starts."""
    return RunStarted(
        run=record.specification.run,
        class_names=record.class_names,
        training_images=len(record.training_files),
        validation_images=len(record.validation_files),
        cut_layer=record.cut_layer,
        frozen_layers=len(classifier.frozen),
        trainable_parameters=classifier.trainable_parameters,
        backend=record.backend,
        device=record.device,
        devices=record.specification.devices,
    )


def complete_record(end: CourseEnd, unlikeness: Unlikeness | None) -> RunRecord:
    """Return the record of a run that is over; the durations of an extension are added to those before."""
    fitting, data = end.fitting, end.material.data
    before, now = end.record.seconds, end.seconds
    return dataclasses.replace(
        end.record,
        state="stopped" if fitting.stopped else "finished",
        training_files=data.training.names,
        validation_files=data.validation.names,
        training_classes=_other_classes(data.training, data.class_names),
        validation_classes=_other_classes(data.validation, data.class_names),
        history=fitting.history,
        best_epoch=fitting.best.epoch,
        val_accuracy=fitting.history[fitting.best.epoch - 1].val_accuracy,
        seconds=RunSeconds(
            decode=before.decode + now.decode,
            extract=before.extract + now.extract,
            fit=before.fit + now.fit,
            total=before.total,
        ),
        frozen_layers_checked=len(end.frozen),
        frozen_layers_changed=len(end.changed),
        unlikeness=unlikeness,
    )


def run_finished(record: RunRecord, end: CourseEnd, seconds: RunSeconds) -> RunFinished:
    """Return what is announced when a run is over and written."""
    return RunFinished(
        run=record.specification.run,
        best_epoch=record.best_epoch,
        val_accuracy=record.val_accuracy,
        epochs=len(record.history),
        stopped=record.state == "stopped",
        frozen_layers_checked=record.frozen_layers_checked,
        frozen_layers_changed=record.frozen_layers_changed,
        seconds=seconds,
        images_extracted=end.extracted,
        images_reused=end.reused,
    )


def _versions() -> dict[str, str]:
    return {
        "frostline": __version__,
        "python": platform.python_version(),
        "keras": importlib.metadata.version("keras"),
        backend_name(): backend_version(),
        "numpy": np.__version__,
    }
