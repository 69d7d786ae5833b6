"""An answering function for the real workers of the pages under test: no Keras, and a word says how a job behaves.

The word is the name of the run (of a training) or of the model (of the rest). Pictures are decoded by the real code;
NumPy is imported only then, since it is half of a worker's start.
"""

from __future__ import annotations

import os
import queue
import signal
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from scripted_evaluation import evaluate, save_report  # type: ignore[import-not-found]
from scripted_extraction import extract_to_store  # type: ignore[import-not-found]
from scripted_machine import calibrate, describe_backends  # type: ignore[import-not-found]

from core.errors import FrostlineError, UnusableInput, WeightsUnavailable
from core.job_control import JobControl
from core.messages import (
    BatchFinished,
    Calibrate,
    ChangePlan,
    CompareRuns,
    DescribeBackends,
    EpochFinished,
    Evaluate,
    Event,
    Explain,
    Explained,
    Export,
    ExtractToStore,
    FindLearningRate,
    ImagePredicted,
    ImageRefused,
    ImageShown,
    InspectLayer,
    KeepReference,
    LayerInspected,
    LearningRatesTried,
    MakeThumbnails,
    ModelExported,
    Neighbour,
    Nothing,
    PhaseStarted,
    Predict,
    Regression,
    Request,
    RunFinished,
    RunsCompared,
    RunSeconds,
    RunStarted,
    SaveReport,
    Train,
)
from core.training.run_record import MODEL_FILE, RunRecord, read_run_record, write_run_record
from core.training.specification import TrainingSpecification


def answer(request: Request, control: JobControl) -> Event:
    answers: dict[type[Request], Callable[[Any, JobControl], Event]] = {
        Train: _train,
        FindLearningRate: lambda request, control: _find_learning_rate(request.specification, control),
        ExtractToStore: extract_to_store,
        Predict: _predict,
        CompareRuns: _compare_runs,
        Explain: _explain,
        KeepReference: _keep_reference,
        Evaluate: evaluate,
        SaveReport: save_report,
        Export: _export,
        Calibrate: calibrate,
        InspectLayer: _inspect_layer,
        MakeThumbnails: _make_thumbnails,
        DescribeBackends: lambda _request, control: describe_backends(control),
    }
    answering = answers.get(type(request))
    return Nothing() if answering is None else answering(request, control)


def _inspect_layer(request: InspectLayer, _control: JobControl) -> Event:
    return LayerInspected(layer=request.layer, source="random weights", configuration=(), histograms=())


def _make_thumbnails(request: MakeThumbnails, control: JobControl) -> Event:
    from core.data.thumbnails import make_thumbnails

    make_thumbnails(request.files, request.edge, control)
    return Nothing()


def _find_learning_rate(specification: TrainingSpecification, control: JobControl) -> Event:
    _refuse(specification)
    control.progress("try", 40, 100)
    if specification.run.name == "until stopped":
        control.stop_requested.wait()
        control.raise_if_stopped()
    rates = (1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1, 1.0)
    return LearningRatesTried(rates=rates, losses=(0.7, 0.69, 0.6, 0.4, 0.3, 0.5, 2.0), suggestion=3e-3)


def _refuse(specification: TrainingSpecification) -> None:
    word = specification.run.name
    if word == "no weights" and specification.weights == "imagenet":
        raise WeightsUnavailable("The ImageNet weights can't be had.", hint="Choose a file.")
    if word == "no pictures":
        raise UnusableInput("There are no pictures.", hint="Add some.")


def _train(request: Train, control: JobControl) -> Event:
    specification, word = request.specification, request.specification.run.name
    _refuse(specification)
    earlier = read_run_record(specification.run).history if request.more_epochs else ()
    last = len(earlier) + request.more_epochs if request.more_epochs else specification.epochs
    control.report(_started(specification))
    if request.more_epochs:
        control.report(_phase("extended", first=len(earlier) + 1, last=last, thaw=specification.thaw))
    control.progress("extract", 4, 8)
    history = list(earlier)
    while len(history) < last and not (control.stop_requested.is_set() and len(history) > len(earlier)):
        history.append(_train_epoch(len(history) + 1, word, control))
    if word == "steered":
        _follow_wishes(history, control)
    if word == "until stopped" and len(history) == last:
        control.stop_requested.wait()
    return _finished(specification, tuple(history), stopped=control.stop_requested.is_set(), changed=word == "thawing")


def _train_epoch(number: int, word: str, control: JobControl) -> EpochFinished:
    control.wait_while_paused()
    control.report(BatchFinished(epoch=number, batch=1, batches=2, loss=1.0 / number, accuracy=0.6))
    epoch = _epoch(number)
    control.report(epoch)
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    return epoch


def _follow_wishes(history: list[EpochFinished], control: JobControl) -> None:
    """Grant every wish at once, with an epoch after it, until the training is stopped."""
    changed_at = 0
    while not control.stop_requested.is_set():
        try:
            wish = control.wishes.get(timeout=0.02)
        except queue.Empty:
            continue
        if isinstance(wish, ChangePlan):
            changed_at = len(history) + 1
            rate = 1e-3 if wish.learning_rate is None else wish.learning_rate
            control.report(_phase("changed", first=changed_at, last=20, thaw=wish.thaw, learning_rate=rate))
        else:
            del history[changed_at - 1 :]
            control.report(_phase("undone", first=changed_at, last=20, thaw="head"))
        history.append(_train_epoch(len(history) + 1, "steered", control))


def _phase(reason: str, *, first: int, last: int, thaw: str, learning_rate: float = 1e-3) -> PhaseStarted:
    return PhaseStarted(
        first_epoch=first,
        last_epoch=last,
        thaw=thaw,
        thaw_batch_norm=False,
        learning_rate=learning_rate,
        cut_layer="conv4_block6_out",
        frozen_layers=80,
        trainable_parameters=14_000_000,
        reason=reason,
    )


def _started(specification: TrainingSpecification) -> RunStarted:
    return RunStarted(
        run=specification.run,
        class_names=("ants", "bees"),
        training_images=6,
        validation_images=2,
        cut_layer="avg_pool",
        frozen_layers=106,
        trainable_parameters=4098,
        backend="tensorflow",
        device="CPU",
    )


def _epoch(number: int) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=1.0 / number,
        accuracy=0.6,
        val_loss=1.0 / number,
        val_accuracy=0.75,
        learning_rate=1e-3,
        seconds=0.1,
        movement=(("conv5_block3_2_conv", 0.01 * number), ("conv5_block3_3_conv", 0.001), ("predictions", 0.1)),
    )


def _finished(
    specification: TrainingSpecification, history: tuple[EpochFinished, ...], *, stopped: bool, changed: bool
) -> RunFinished:
    seconds = RunSeconds(decode=0.1, extract=0.2, fit=0.3, total=1.0)
    record = RunRecord(
        specification=specification,
        state="stopped" if stopped else "finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=("ants", "bees"),
        trainable_layers=(),
        cut_layer="avg_pool",
        dataset_digest="",
        training_files=(),
        validation_files=(),
        history=history,
        best_epoch=len(history),
        val_accuracy=0.75,
        backend="tensorflow",
        device="CPU",
        seconds=seconds,
    )
    write_run_record(record, specification.run)
    (specification.run / MODEL_FILE).write_bytes(b"model")
    return RunFinished(
        run=specification.run,
        best_epoch=len(history),
        val_accuracy=0.75,
        epochs=len(history),
        stopped=stopped,
        frozen_layers_checked=106,
        frozen_layers_changed=1 if changed else 0,
        seconds=seconds,
        images_extracted=8,
        images_reused=0,
    )


def _predict(request: Predict, control: JobControl) -> Event:
    """Say of every picture that it is of ants; of a run named "unlike" nothing is like its training images."""
    from core.data.decode import ImageUnusable, open_upright

    if request.model.name == "damaged":
        raise UnusableInput(f"{request.model} is damaged.", hint="Train again.")
    for index, source in enumerate(request.images):
        control.raise_if_stopped()
        name = str(source) if isinstance(source, Path) else "the pasted picture"
        try:
            picture = open_upright(source, request.preview_edge or 8)
        except ImageUnusable as error:
            control.report(ImageRefused(index=index, source=name, reason=error.reason))
            continue
        first = 0.9 if request.model.name == "sure" else 0.6
        control.report(
            ImagePredicted(
                index=index,
                source=name,
                top=(("ants", first), ("bees", 1.0 - first)),
                seconds=0.02,
                distance=0.9,
                threshold=0.5,
                farther_than=101.0 if request.model.name == "unlike" else 60.0,
                is_unlike=request.model.name == "unlike",
            )
        )
        if request.preview_edge:
            size, pixels = picture.size, picture.tobytes()
            control.report(ImageShown(index=index, width=size[0], height=size[1], pixels=pixels))
    return Nothing()


def _compare_runs(request: CompareRuns, control: JobControl) -> Event:
    """Say that two pictures of ten got worse, or none against a run named "poor".

    With one named "damaged" nothing can be compared, and one named "endless" is asked until that is stopped.
    """
    model, against = request.model, request.against
    if against.name == "damaged":
        raise UnusableInput(f"{against} is damaged.", hint="Choose another run.")
    if against.name == "endless":
        control.stop_requested.wait()
        control.raise_if_stopped()
    worse = [] if against.name == "poor" else [("ants", 0.9), ("bees", 0.7)]
    return RunsCompared(
        model=model,
        against=against,
        folder=Path("/pictures/insects"),
        images=10,
        accuracy=0.7,
        accuracy_before=0.6 if against.name == "poor" else 0.8,
        improved=1,
        regressions=tuple(
            Regression(
                file=Path("/pictures/insects") / name / "0.png",
                true_class=name,
                probability_before=0.8,
                predicted_class="wasps",
                probability=share,
            )
            for name, share in worse
        ),
    )


def _explain(request: Explain, control: JobControl) -> Event:
    """Answer at once of a picture of 4 x 4; the training images are those beside it, all of them ants.

    A run named "endless" reads training images until it is stopped, of one named "unlike" no picture is like them, one
    named "alone" lies outside its run, one named "damaged" can't be explained.
    """
    word = request.model.name
    if word == "damaged":
        raise UnusableInput("This model can't be explained.", hint="Choose another.")
    found = Explained(
        class_name=request.class_name or "ants",
        class_names=("ants", "bees"),
        block=request.block or "conv5_block3",
        blocks=("conv4_block6", "conv5_block2", "conv5_block3"),
        picture_edge=4,
        picture=bytes(range(48)),
        heat_width=2,
        heat_height=2,
        heat=bytes((0, 255, 0, 128)),
    )
    if word == "alone" or isinstance(request.image, bytes):
        return replace(found, remark="This model lies outside its run.")
    if word == "endless":
        control.report(found)
        control.progress("extract", 40, 244)
        control.stop_requested.wait()
        control.raise_if_stopped()
    files = sorted(request.image.parent.glob("*.png"))[: request.neighbours]
    return replace(
        found,
        neighbours=tuple(Neighbour(file=file, class_name="ants", distance=0.25) for file in files),
        compared_images=40,
        distance=0.5,
        threshold=request.percentile / 100.0,
        validation_images=40,
        is_unlike=word == "unlike",
    )


def _keep_reference(request: KeepReference, control: JobControl) -> Event:
    """Count in the run how often it was asked; one named "endless" is begun and waits to be stopped."""
    with (request.run / "asked.txt").open("a") as asked:
        asked.write("asked\n")
    if request.run.name == "endless":
        control.stop_requested.wait()
        control.raise_if_stopped()
    return Nothing()


def _export(request: Export, control: JobControl) -> Event:
    if request.run.name == "endless":
        control.progress("export", 0, 1)
        control.stop_requested.wait()
        control.raise_if_stopped()
    if request.run.name == "damaged":
        raise FrostlineError("The export can't be written.", hint="Make room on the disk.", kind="cannot_write")
    request.destination.parent.mkdir(parents=True, exist_ok=True)
    request.destination.write_bytes(b"model")
    return ModelExported(
        format=request.format,
        destination=request.destination,
        labels=request.destination.with_suffix(".labels.txt"),
        size_bytes=95_000_000,
        images_compared=8,
        max_difference=0.0,
    )
