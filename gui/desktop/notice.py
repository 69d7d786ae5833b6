"""What is worth a notification, and what it says: one title, one sentence. Plain values and functions, without Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from core.errors import Failure
from core.messages import (
    CompareRuns,
    Evaluate,
    Evaluation,
    Event,
    Export,
    ExtractToStore,
    FeaturesExtracted,
    FindLearningRate,
    FolderScan,
    JobEnded,
    LearningRatesTried,
    ModelExported,
    Nothing,
    Outcome,
    Predict,
    Progress,
    Request,
    RunFinished,
    RunsCompared,
    ScanFolder,
    Train,
)
from gui.cluster.cluster_words import result_in_words
from gui.export.export_words import difference_in_words, name_of_model
from gui.language.core_sentences import said_by_core
from gui.language.translate import counted, tr
from gui.training.progress_words import percentage
from gui.training.result_words import frozen_layers_in_words

#: Whoever waited for less is still there.
LONG_SECONDS = 10.0

#: Where what comes of a request is shown: the name of a step. Only these are ever told of.
PAGES: dict[type[Request], str] = {
    Train: "train",
    FindLearningRate: "train",
    ExtractToStore: "train",
    CompareRuns: "train",
    Evaluate: "evaluate",
    Export: "export",
    ScanFolder: "data",
    Predict: "predict",
}
#: Computing for minutes or hours: the machine should stay awake, and the task bar shows how far it is.
WORK = (Train, FindLearningRate, ExtractToStore, Evaluate, Export)


@dataclass(frozen=True)
class Notice:
    """A notification. page: the step that a click on it shows."""

    title: str
    text: str
    page: str


def notice_of(request: Request, ended: JobEnded, seconds: float) -> Notice | None:
    """Return what to tell of a job that took so long and ended so; None: nothing.

    A job that the user stopped is no news.
    """
    page = PAGES.get(type(request))
    if page is None or seconds < LONG_SECONDS or ended.outcome is Outcome.STOPPED:
        return None
    if ended.failure is not None:
        return _notice_of_failure(request, ended.failure, page)
    words = _words_of(request, ended.result)
    return None if words is None else Notice(*words, page)


def share_done(request: Request, progress: Progress) -> float | None:
    """Return how far the stage of a job is, 0 to 1, as its page shows it; None where that can't be said."""
    if progress.total <= 1:
        return None
    if progress.stage == "fit" and isinstance(request, Train) and request.specification.time_limit:
        return None  # The time decides, not the number of epochs.
    return min(1.0, max(0.0, progress.done / progress.total))


def _notice_of_failure(request: Request, failure: Failure, page: str) -> Notice:
    cut_off = failure.kind == "crashed"
    resume = tr(" It can be resumed.") if cut_off and isinstance(request, Train) else ""
    subject = _subject(request)
    title = tr("{subject} was cut off", subject=subject) if cut_off else tr("{subject} failed", subject=subject)
    return Notice(title, said_by_core(failure.message) + resume, page)


def _subject(request: Request) -> str:
    """Return what failed, as the beginning of a title."""
    match request:
        case Train(specification=specification):
            return tr("The training of {name}", name=specification.run.name)
        case Evaluate(model=model):
            return tr("The evaluation of {name_of_model}", name_of_model=name_of_model(model))
        case Export(run=run):
            return tr("The export of {name_of_model}", name_of_model=name_of_model(run))
        case ScanFolder(folder=folder):
            return tr("The check of {name}", name=folder.name or folder)
        case CompareRuns(model=model):
            return tr("The comparison of {name_of_model}", name_of_model=name_of_model(model))
        case ExtractToStore(specification=specification):
            return tr("The extraction of {name}", name=specification.folder.name)
        case Predict():
            return tr("The prediction")
    return tr("The search for a learning rate")


def _words_of(request: Request, result: Event | None) -> tuple[str, str] | None:
    words: dict[type[Event], Callable[[Any], tuple[str, str] | None]] = {
        RunFinished: _training_words,
        LearningRatesTried: lambda tried: (
            tr("Learning rates tried"),
            tr("{suggestion:.2g} is the one to train with.", suggestion=tried.suggestion),
        ),
        Evaluation: lambda found: (
            tr("{name_of_model} evaluated", name_of_model=name_of_model(found.model)),
            f"{_right(found.accuracy, found.images)}.",
        ),
        FeaturesExtracted: lambda done: (tr("Features computed on the cluster"), f"{result_in_words(done)}."),
        ModelExported: _export_words,
        FolderScan: _scan_words,
        RunsCompared: _comparison_words,
    }
    if isinstance(request, Predict) and isinstance(result, Nothing):
        return (
            tr("{pictures} predicted", pictures=_pictures(len(request.images))),
            tr("The answers of {name_of_model} are there.", name_of_model=name_of_model(request.model)),
        )
    make = words.get(type(result)) if result is not None else None
    return None if make is None else make(result)


def _training_words(result: RunFinished) -> tuple[str, str] | None:
    if result.stopped:
        return None
    title = tr("{name} finished", name=result.run.name)
    if result.frozen_layers_changed:
        return title, f"{frozen_layers_in_words(result)}."
    if result.val_accuracy is None:
        return title, tr(
            "Epoch {best_epoch} of {epochs} is the best.", best_epoch=result.best_epoch, epochs=result.epochs
        )
    return title, tr("{percentage} of the held-out pictures right.", percentage=percentage(result.val_accuracy))


def _export_words(exported: ModelExported) -> tuple[str, str]:
    name = exported.destination.name
    if not exported.images_compared:
        return tr("{name} exported", name=name), tr("The script is written.")
    pictures = _pictures(exported.images_compared)
    difference = difference_in_words(exported.max_difference)
    return tr("{name} exported", name=name), tr(
        "Opened again and checked on {pictures}: {difference}.", pictures=pictures, difference=difference
    )


def _scan_words(scan: FolderScan) -> tuple[str, str]:
    title = tr("{name} checked", name=scan.folder.name or scan.folder)
    if scan.obstacles:
        return title, said_by_core(scan.obstacles[0])
    pictures = _pictures(sum(one.images for one in scan.classes))
    classes = counted(len(scan.classes), "1 class", "{count:,} classes")
    if not scan.problems:
        return title, tr("{pictures} in {classes}.", pictures=pictures, classes=classes)
    unusable = counted(len(scan.problems), "1 file", "{count:,} files")
    return title, tr(
        "{pictures} in {classes}, {unusable} of no use.", pictures=pictures, classes=classes, unusable=unusable
    )


def _comparison_words(compared: RunsCompared) -> tuple[str, str]:
    title = tr(
        "{name_of_model} compared with {name_of_model_2}",
        name_of_model=name_of_model(compared.model),
        name_of_model_2=name_of_model(compared.against),
    )
    return (
        title,
        tr(
            "Of {pictures}, {improved} better, {count} worse.",
            pictures=_pictures(compared.images),
            improved=compared.improved,
            count=len(compared.regressions),
        ),
    )


def _right(accuracy: float, images: int) -> str:
    return tr("{percentage} of {pictures} right", percentage=percentage(accuracy), pictures=_pictures(images))


def _pictures(count: int) -> str:
    return counted(count, "1 picture", "{count:,} pictures")
