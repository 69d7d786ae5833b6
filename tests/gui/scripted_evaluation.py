"""What the scripted worker answers to an evaluation, and how it saves a report: no Keras, no pictures."""

from __future__ import annotations

from pathlib import Path

from core.errors import FrostlineError, UnusableInput
from core.job_control import JobControl
from core.messages import (
    AverageMetrics,
    ClassMetrics,
    Evaluate,
    Evaluation,
    Event,
    ImageAnswers,
    Mistake,
    Notice,
    ReliabilityBin,
    ReportSaved,
    SaveReport,
    SuspectedLabel,
)


def evaluate(request: Evaluate, control: JobControl) -> Event:
    if request.model.name == "endless":
        control.progress("evaluate", 1, 4)
        control.stop_requested.wait()
        control.raise_if_stopped()
    if request.model.name == "damaged":
        raise UnusableInput(f"{request.model} is damaged.", hint="Train again.")
    folder = request.folder or Path("/pictures/insects")
    control.report(Notice(message="Left out: one picture."))
    names = ("ants", "bees", "wasps")
    labels, predicted = [0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2], [0, 0, 1, 2, 0, 1, 1, 1, 2, 2, 2, 2]
    sureness = [0.8, 0.7, 0.9, 0.95, 0.6, 0.99, 0.9, 0.8, 0.9, 0.9, 0.9, 0.9]
    files = [f"{names[label]}/{number}.png" for number, label in enumerate(labels)]
    wrong = [number for number in range(12) if labels[number] != predicted[number]]
    return Evaluation(
        model=request.model,
        folder=folder,
        split="validation" if request.folder is None else "folder",
        images=12,
        loss=0.25,
        accuracy=0.75,
        class_names=names,
        confusion=((2, 1, 1), (1, 3, 0), (0, 0, 4)),
        classes=tuple(ClassMetrics(class_name=name, precision=0.7, recall=0.75, f1=0.72, support=4) for name in names),
        mistakes=tuple(
            Mistake(
                file=folder / files[number],
                true_class=names[labels[number]],
                predicted_class=names[predicted[number]],
                probability=sureness[number],
            )
            for number in sorted(wrong, key=lambda number: -sureness[number])
        ),
        averages=(AverageMetrics(average="macro", precision=0.7, recall=0.75, f1=0.72, support=12),),
        top_k=((1, 0.75),),
        calibration_error=0.11,
        reliability=(
            ReliabilityBin(lower=0.5, upper=0.75, images=2, confidence=0.65, accuracy=0.5),
            ReliabilityBin(lower=0.75, upper=1.0, images=10, confidence=0.9, accuracy=0.8),
        ),
        suspects=tuple(
            SuspectedLabel(
                file=folder / files[number],
                name=files[number],
                class_name=names[labels[number]],
                suggested_class=names[predicted[number]],
                probability=sureness[number],
                own_probability=0.01,
                threshold=0.8,
            )
            for number in (3, 2)
        ),
        judged_images=12,
        answers=ImageAnswers(names=tuple(files), labels=labels, predicted=predicted, probabilities=sureness),
    )


def save_report(request: SaveReport, control: JobControl) -> Event:
    files = tuple(file for file in (request.html, request.csv) if file is not None)
    for file in files:
        if file.parent.name == "full":
            raise FrostlineError("The report can't be written.", hint="Make room on the disk.", kind="cannot_write")
        file.write_text(f"{request.model} {request.folder} {request.probabilities}")
    return ReportSaved(files=files)
