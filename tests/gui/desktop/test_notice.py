"""What is worth a notification, and what it says; no desktop and no window."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from core.errors import Failure
from core.messages import (
    ClassCount,
    CompareRuns,
    Evaluate,
    Evaluation,
    Event,
    Export,
    FileProblem,
    FindLearningRate,
    FolderScan,
    JobEnded,
    LearningRatesTried,
    MakeThumbnails,
    ModelExported,
    Nothing,
    Outcome,
    Predict,
    Progress,
    Request,
    RunFinished,
    RunsCompared,
    RunSeconds,
    ScanFolder,
    Train,
)
from core.training.specification import TrainingSpecification
from gui.desktop.notice import LONG_SECONDS, Notice, notice_of, share_done

SPRING, WINTER = Path("/runs/spring"), Path("/runs/winter.keras")
SPECIFICATION = TrainingSpecification(folder=Path("/bees"), run=SPRING)
TRAIN = Train(specification=SPECIFICATION)
FINISHED = RunFinished(
    run=SPRING,
    best_epoch=7,
    val_accuracy=0.943,
    epochs=20,
    stopped=False,
    frozen_layers_checked=106,
    frozen_layers_changed=0,
    seconds=RunSeconds(decode=1.0, extract=1.0, fit=1.0, total=3.0),
    images_extracted=8,
    images_reused=0,
)
EVALUATION = Evaluation(
    model=WINTER,
    folder=Path("/bees"),
    split="folder",
    images=1200,
    loss=0.1,
    accuracy=0.9,
    class_names=("ants", "bees"),
    confusion=((1, 0), (0, 1)),
    classes=(),
    mistakes=(),
)
EXPORTED = ModelExported(
    format="onnx",
    destination=Path("/out/spring.onnx"),
    labels=Path("/out/labels.txt"),
    size_bytes=1,
    images_compared=8,
    max_difference=6e-7,
)
SCAN = FolderScan(
    folder=Path("/bees"),
    classes=(ClassCount(class_name="ants", images=4), ClassCount(class_name="bees", images=1)),
    problems=(FileProblem(file=Path("/bees/x.png"), class_name="ants", reason="It is empty."),),
    files=((), ()),
)
COMPARED = RunsCompared(
    model=SPRING,
    against=WINTER,
    folder=Path(),
    images=10,
    accuracy=0.7,
    accuracy_before=0.8,
    improved=1,
    regressions=(),
)
RATES = LearningRatesTried(rates=(1e-3,), losses=(0.5,), suggestion=3e-3)


def done(result: Event) -> JobEnded:
    return JobEnded(1, Outcome.DONE, result=result)


@pytest.mark.parametrize(
    ("request_", "result", "title", "text", "page"),
    [
        (TRAIN, FINISHED, "spring finished", "94.3 % of the held-out pictures right.", "train"),
        (TRAIN, replace(FINISHED, val_accuracy=None), "spring finished", "Epoch 7 of 20 is the best.", "train"),
        (
            TRAIN,
            replace(FINISHED, frozen_layers_changed=1),
            "spring finished",
            "1 of 106 frozen layers changed: don't rely on this model.",
            "train",
        ),
        (
            FindLearningRate(specification=SPECIFICATION),
            RATES,
            "Learning rates tried",
            "0.003 is the one to train with.",
            "train",
        ),
        (Evaluate(model=WINTER), EVALUATION, "winter evaluated", "90.0 % of 1,200 pictures right.", "evaluate"),
        (
            Export(run=SPRING, format="onnx", destination=EXPORTED.destination),
            EXPORTED,
            "spring.onnx exported",
            "Opened again and checked on 8 pictures: at most 6e-07.",
            "export",
        ),
        (
            Export(run=SPRING, format="script", destination=Path("/out/spring.py")),
            replace(EXPORTED, destination=Path("/out/spring.py"), images_compared=0),
            "spring.py exported",
            "The script is written.",
            "export",
        ),
        (
            ScanFolder(folder=Path("/bees")),
            SCAN,
            "bees checked",
            "5 pictures in 2 classes, 1 file of no use.",
            "data",
        ),
        (
            ScanFolder(folder=Path("/bees")),
            replace(SCAN, obstacles=("There is only one class.",)),
            "bees checked",
            "There is only one class.",
            "data",
        ),
        (
            CompareRuns(model=SPRING, against=WINTER),
            COMPARED,
            "spring compared with winter",
            "Of 10 pictures, 1 better, 0 worse.",
            "train",
        ),
        (
            Predict(model=SPRING, images=(Path("a.png"), Path("b.png"))),
            Nothing(),
            "2 pictures predicted",
            "The answers of spring are there.",
            "predict",
        ),
    ],
)
def test_what_ended_and_how_good_it_is(request_: Request, result: Event, title: str, text: str, page: str) -> None:
    assert notice_of(request_, done(result), LONG_SECONDS) == Notice(title, text, page)


@pytest.mark.parametrize(
    ("request_", "ended", "seconds"),
    [
        (TRAIN, done(FINISHED), LONG_SECONDS - 0.1),
        (TRAIN, done(replace(FINISHED, stopped=True)), 100.0),
        (TRAIN, JobEnded(1, Outcome.STOPPED), 100.0),
        (MakeThumbnails(files=()), done(Nothing()), 100.0),
    ],
    ids=["short", "stopped by the user", "given up by the user", "nothing that anybody waits for"],
)
def test_what_is_no_news(request_: Request, ended: JobEnded, seconds: float) -> None:
    assert notice_of(request_, ended, seconds) is None


def test_a_failure_is_told_in_its_own_sentence() -> None:
    failure = Failure(kind="disk_full", message="The disk is full.", hint="Make room.")
    ended = JobEnded(1, Outcome.FAILED, failure=failure)

    assert notice_of(TRAIN, ended, 60.0) == Notice("The training of spring failed", "The disk is full.", "train")


def test_a_training_that_was_cut_off_waits_to_be_resumed() -> None:
    failure = Failure(kind="crashed", message="The worker was ended by the signal SIGKILL.", hint="Try again.")
    ended = JobEnded(1, Outcome.CRASHED, failure=failure)

    notice = notice_of(TRAIN, ended, 60.0)

    assert notice is not None
    assert notice.title == "The training of spring was cut off"
    assert notice.text == "The worker was ended by the signal SIGKILL. It can be resumed."


def test_the_share_is_that_of_the_stage_and_unknown_where_time_decides() -> None:
    timed = Train(specification=replace(SPECIFICATION, time_limit=60.0))

    assert share_done(TRAIN, Progress(stage="fit", done=5, total=20)) == 0.25
    assert share_done(TRAIN, Progress(stage="extract", done=30, total=20)) == 1.0
    assert share_done(TRAIN, Progress(stage="save", done=0, total=1)) is None
    assert share_done(timed, Progress(stage="fit", done=5, total=20)) is None
    assert share_done(timed, Progress(stage="extract", done=5, total=20)) == 0.25
