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
from core.training.fitting import Fitting
from core.training.material import Material
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from core.training.training_data import TrainingData


def begin_record(specification: TrainingSpecification, classifier: Classifier, data: TrainingData) -> RunRecord:
    """Return the record of a run that is about to start."""
    return RunRecord(
        specification=specification,
        state="running",
        created=datetime.now().astimezone().isoformat(timespec="seconds"),
        class_names=data.class_names,
        trainable_layers=tuple(layer.name for layer in classifier.network.layers if layer.name in classifier.trainable),
        cut_layer=classifier.cut_layer,
        dataset_digest=data.digest,
        training_files=data.training.names,
        validation_files=data.validation.names,
        backend=backend_name(),
        device=describe_device(),
        versions=_versions(),
    )


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
    )


def complete_record(
    record: RunRecord, material: Material, fitting: Fitting, *, seconds: RunSeconds, checked: int, changed: int
) -> RunRecord:
    """Return the record of a run that is over; `checked` and `changed` count frozen layers."""
    return dataclasses.replace(
        record,
        state="stopped" if fitting.stopped else "finished",
        training_files=material.data.training.names,
        validation_files=material.data.validation.names,
        dataset_digest=material.data.digest,
        history=fitting.history,
        best_epoch=fitting.best_epoch,
        val_accuracy=fitting.history[fitting.best_epoch - 1].val_accuracy,
        seconds=seconds,
        frozen_layers_checked=checked,
        frozen_layers_changed=changed,
    )


def run_finished(record: RunRecord, material: Material, seconds: RunSeconds) -> RunFinished:
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
        images_extracted=material.extracted,
        images_reused=material.reused,
    )


def _versions() -> dict[str, str]:
    return {
        "frostline": __version__,
        "python": platform.python_version(),
        "keras": importlib.metadata.version("keras"),
        backend_name(): backend_version(),
        "numpy": np.__version__,
    }
