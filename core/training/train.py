"""One training run from a folder of images to a run folder: begun, taken up again, or extended.

read the data -> go through the phases (`course`) -> write the run. What is in a run folder is `run_folder`'s concern.
"""

from __future__ import annotations

import dataclasses
import time
from pathlib import Path

from core.backend_specific import backend_name
from core.data.pixel_limit import pixel_limit
from core.errors import FrostlineError, Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import RunFinished
from core.network.backbones import backbone_called
from core.network.weights import RANDOM
from core.training.checkpoint import Checkpoint, read_checkpoint
from core.training.classifier import in_full_precision
from core.training.course import Course
from core.training.devices import of_resumed, on_devices_here
from core.training.extension import begin_extension, give_up_extension
from core.training.recording import begin_record, complete_record, run_finished, taken_up
from core.training.reference import reference_of, unlikeness_of
from core.training.run_folder import (
    claim_run_folder,
    close_run,
    give_up_run_folder,
    make_run_folder,
    open_unfinished_run,
    write_results,
)
from core.training.run_lock import in_training
from core.training.run_record import RunRecord, read_run_record
from core.training.specification import TrainingSpecification
from core.training.training_data import TrainingData, read_training_data


def train(specification: TrainingSpecification, control: JobControl) -> RunFinished:
    """Train as specified and write the run folder. Reports RunStarted, Progress, BatchFinished, EpochFinished.

    Raises:
        UnusableInput: the data, the run folder, the SPEC or the weights file is unusable, the run is in training, or
            there are not so many devices.
        WeightsUnavailable: the ImageNet weights can't be had.
        Stopped: the user stopped before there was an epoch to keep; the run folder is gone again.

    """
    started = time.monotonic()
    specification = on_devices_here(specification)
    make_run_folder(specification.run)
    with in_training(specification.run):
        claim_run_folder(specification.run)
        try:
            data = read_training_data(specification, control)
            return _go_through(begin_record(specification, data), data, None, started, control)
        except (Stopped, FrostlineError):
            give_up_run_folder(specification.run)
            raise


def resume(run: Path, control: JobControl, devices: int | None = None) -> RunFinished:
    """Go on with the training in the folder `run` that was broken off, from its last checkpoint or from the start.

    The end is the one that an undisturbed training would have had, up to float noise where the number of devices is
    another (None: as many as it began on, or all where there are fewer). Reports and raises as `train` does, and

    Raises:
        UnusableInput: the folder is no run, its training is over or goes on elsewhere, its images are not what they
            were, or its random weights can't be drawn again on this backend.

    """
    started = time.monotonic()
    open_unfinished_run(run)
    with in_training(run):
        broken_off = open_unfinished_run(run)  # Anew: whoever trained it until now may have finished it.
        refuse_other_draws(broken_off, backend_name())
        record = taken_up(_on_devices(broken_off, devices, control))
        data = _same_data(record, control)
        return _go_through(record, data, read_checkpoint(run), started, control)


def refuse_other_draws(record: RunRecord, backend: str) -> None:
    """Refuse to go on where the frozen layers would get other random weights than they had.

    Raises:
        UnusableInput: the run began on another backend, which drew them otherwise.

    """
    specification = record.specification
    network = backbone_called(specification.backbone)
    if specification.weights == RANDOM and record.backend not in ("", backend) and not network.draws_alike:
        raise UnusableInput(
            f"This training began on {record.backend}, which draws the random weights of {network.name} otherwise than "
            f"{backend} does.",
            hint=f"Go on with --backend {record.backend}, or in the window with that backend in the settings.",
        )


def extend(run: Path, more_epochs: int, control: JobControl, devices: int | None = None) -> RunFinished:
    """Go on with the finished run in the folder `run` for more epochs, from its best one, with a fresh optimizer.

    Until the first new epoch is over the run stays what it was. devices: as of `resume`. Reports and raises as `train`
    does, and

    Raises:
        UnusableInput: the folder is no finished run, is being trained, or its images are not what they were.

    """
    started = time.monotonic()
    read_run_record(run)  # Nothing is written into a folder that is no run.
    with in_training(run):
        try:
            record, checkpoint = begin_extension(run, more_epochs)
            record = taken_up(_on_devices(record, devices, control))
            return _go_through(record, _same_data(record, control), checkpoint, started, control)
        except (Stopped, FrostlineError) as error:
            if not (isinstance(error, FrostlineError) and error.kind == "cannot_write" and _is_running(run)):
                give_up_extension(run)
            raise


def _on_devices(record: RunRecord, devices: int | None, control: JobControl) -> RunRecord:
    return dataclasses.replace(record, specification=of_resumed(record.specification, devices, control))


def _is_running(run: Path) -> bool:
    """Whether the record says that there is something to resume: new results may be written in part already."""
    return read_run_record(run).state == "running"


def _same_data(record: RunRecord, control: JobControl) -> TrainingData:
    data = read_training_data(record.specification, control, split_before=record.validation_files)
    if data.digest != record.dataset_digest:
        raise UnusableInput(
            f"The images of {record.specification.folder} are not those with which this training began.",
            hint="Put them back as they were, or train anew.",
        )
    return data


def _go_through(
    record: RunRecord, data: TrainingData, checkpoint: Checkpoint | None, started: float, control: JobControl
) -> RunFinished:
    with pixel_limit(record.specification.pixel_limit):
        end = Course(record, data, checkpoint, control).run()
    if end.fitting.stopped and len(end.fitting.history) == len(record.history):
        raise Stopped
    control.progress("save", 0, 1)
    run = record.specification.run
    model = in_full_precision(end.classifier.model, record.specification)
    reference = reference_of(end, model, control)
    completed = complete_record(end, unlikeness_of(reference))
    write_results(model, completed, reference, run)
    seconds = dataclasses.replace(completed.seconds, total=completed.seconds.total + time.monotonic() - started)
    close_run(dataclasses.replace(completed, seconds=seconds), run)
    control.progress("save", 1, 1)
    return run_finished(completed, end, seconds)
