"""One training run from a folder of images to a run folder: the order of the work, and nothing of its details.

read the data -> build the classifier -> features up to the frost line -> normalise -> fit the tail
-> prove that what was frozen did not change -> write the run
"""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

from core.errors import FrostlineError, Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import RunFinished, RunSeconds
from core.network.frost_line import layer_digests
from core.training.checkpoint import Checkpoint, read_checkpoint
from core.training.classifier import Classifier, build_classifier
from core.training.fitting import Fitting, LabelledRows, fit_rows
from core.training.material import Material, gather_material, normalize_head
from core.training.recording import begin_record, complete_record, run_finished, run_started
from core.training.run_folder import (
    claim_run_folder,
    close_run,
    give_up_run_folder,
    open_unfinished_run,
    write_results,
)
from core.training.run_record import RunRecord, write_run_record
from core.training.specification import TrainingSpecification
from core.training.training_data import TrainingData, read_training_data


def train(specification: TrainingSpecification, control: JobControl) -> RunFinished:
    """Train as specified and write the run folder. Reports RunStarted, Progress, BatchFinished, EpochFinished.

    Raises:
        UnusableInput: the data, the run folder, the SPEC or the weights file is unusable.
        WeightsUnavailable: the ImageNet weights can't be had.
        Stopped: the user stopped before there was an epoch to keep; the run folder is gone again.

    """
    claim_run_folder(specification.run)
    try:
        return _train(specification, control)
    except (Stopped, FrostlineError):
        give_up_run_folder(specification.run)
        raise


def resume(run: Path, control: JobControl) -> RunFinished:
    """Go on with the training in the folder `run` that was broken off, from its last checkpoint or from the start.

    The end is the one that an undisturbed training would have had. Reports and raises as `train` does, and

    Raises:
        UnusableInput: the folder is no run, its training is over, or its images are not what they were.

    """
    broken_off = open_unfinished_run(run)
    return _train(broken_off.specification, control, broken_off)


def _train(
    specification: TrainingSpecification, control: JobControl, broken_off: RunRecord | None = None
) -> RunFinished:
    started = time.monotonic()
    data = read_training_data(specification, control)
    checkpoint = None if broken_off is None else _checkpoint_of(broken_off, data)
    classifier = build_classifier(specification, len(data.class_names), control)
    digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
    record = broken_off or begin_record(specification, classifier, data)
    write_run_record(record, specification.run)
    control.report(run_started(record, classifier))

    material = gather_material(specification, classifier, digests, data, control)
    fit_started = time.monotonic()
    fitting = _fit(specification, classifier, material, checkpoint, control)
    seconds = RunSeconds(
        decode=material.decode_seconds,
        extract=material.extract_seconds,
        fit=time.monotonic() - fit_started,
        total=0.0,
    )
    changed = _changed_layers(classifier, digests, control)
    record = complete_record(
        record, material, fitting, seconds=seconds, checked=len(classifier.frozen), changed=len(changed)
    )
    return _write(classifier, record, material, started, control)


def _checkpoint_of(broken_off: RunRecord, data: TrainingData) -> Checkpoint | None:
    if data.digest != broken_off.dataset_digest:
        raise UnusableInput(
            f"The images of {broken_off.specification.folder} are not those with which this training began.",
            hint="Put them back as they were, or train anew.",
        )
    return read_checkpoint(broken_off.specification.run)


def _fit(
    specification: TrainingSpecification,
    classifier: Classifier,
    material: Material,
    checkpoint: Checkpoint | None,
    control: JobControl,
) -> Fitting:
    normalize_head(classifier.model, material)
    return fit_rows(
        material.learner(classifier.model),
        LabelledRows(material.training, material.data.training.labels),
        LabelledRows(material.validation, material.data.validation.labels),
        specification,
        control,
        resume_from=checkpoint,
    )


def _changed_layers(classifier: Classifier, before: dict[str, str], control: JobControl) -> frozenset[str]:
    """Return the frozen layers whose weights are not bit for bit what they were: none, or something is wrong."""
    frozen = classifier.frozen
    control.progress("verify", 0, len(frozen))
    after = layer_digests(classifier.model, frozen)
    control.progress("verify", len(frozen), len(frozen))
    return frozenset(name for name in frozen if before[name] != after[name])


def _write(
    classifier: Classifier, record: RunRecord, material: Material, started: float, control: JobControl
) -> RunFinished:
    control.progress("save", 0, 1)
    run = record.specification.run
    write_results(classifier.model, record, run)
    seconds = dataclasses.replace(record.seconds, total=time.monotonic() - started)
    close_run(dataclasses.replace(record, seconds=seconds), run)
    control.progress("save", 1, 1)
    return run_finished(record, material, seconds)
