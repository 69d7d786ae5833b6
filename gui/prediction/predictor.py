"""Has pictures classified by the worker and puts the answers into the list of pictures; no widgets.

It knows which job's answers belong to which pictures. What is shown of them is the page's work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from core.messages import Event, ImagePredicted, ImageRefused, ImageShown, JobEnded, Predict
from gui.language.translate import tr
from gui.prediction.dropped_sources import Refusal
from gui.prediction.pictures_model import THUMBNAIL_EDGE, PicturesModel
from gui.worker.bridge import Job
from gui.worker.workers import Workers

#: Longest edge of a picture for looking at, in pixels; and how many come in that size without being asked for.
LARGE_EDGE = 960
_LARGE_AT_ONCE = 8
_CLASSES = 5
#: Answers to many pictures are shown together, so that the window has time for whoever uses it.
_TOGETHER_MILLISECONDS = 50
_MOST_TOGETHER = 64


@dataclass
class _Errand:
    """What a job under way is for: its sources, the numbers of those in the list already, and how many are done.

    answers, shown: what came and is not in the list yet. given: the number in the list by the number of the source.
    """

    sources: tuple[Path | bytes, ...]
    numbers: tuple[int, ...]
    large: bool
    done: int = 0
    has_begun: bool = False
    ended: bool = False
    answers: list[ImagePredicted] = field(default_factory=list)
    shown: list[ImageShown] = field(default_factory=list)
    given: dict[int, int] = field(default_factory=dict)


class Predictor(QObject):
    """Classifies new pictures, all of them again with another model, or one again to see it large."""

    answered = Signal(int, bool)  # number of a picture; whether it is the first new one of its drop
    shown = Signal(int)  # number of a picture whose pixels have come
    refused = Signal(object)  # Refusal
    failed = Signal(object)  # Failure
    progressed = Signal()
    finished = Signal()  # nothing is under way any more

    def __init__(self, *, workers: Workers, pictures: PicturesModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._pictures = pictures
        self._errands: dict[Job, _Errand] = {}
        self._together = QTimer(self, singleShot=True, interval=_TOGETHER_MILLISECONDS)
        self._together.timeout.connect(self._take_waiting_answers)

    @property
    def progress(self) -> tuple[int, int]:
        """How many pictures are done, of how many, in all jobs under way; (0, 0) when there is none."""
        errands = self._errands.values()
        return sum(one.done for one in errands), sum(len(one.sources) for one in errands)

    def predict_new(self, model: Path, sources: Sequence[Path | bytes]) -> None:
        """Classify pictures that are not in the list; each is added with its answer."""
        if sources:
            self._send(model, tuple(sources), numbers=())

    def predict_again(self, model: Path) -> None:
        """Classify every picture of the list again, with another model; what is under way is given up."""
        self.stop()
        pictures = self._pictures.pictures
        if pictures:
            self._send(model, tuple(one.source for one in pictures), numbers=tuple(one.number for one in pictures))

    def fetch_large(self, model: Path, number: int) -> None:
        """Ask for a picture of the list in a size for looking at."""
        picture = self._pictures.picture(number)
        is_asked_for = any(
            one.large and (number in one.numbers or number in one.given.values()) for one in self._errands.values()
        )
        if picture is not None and not is_asked_for:
            self._send(model, (picture.source,), numbers=(number,))

    def stop(self) -> None:
        """Give up everything that is under way."""
        for job, errand in self._errands.items():
            errand.answers.clear()
            errand.shown.clear()
            job.stop()

    def _send(self, model: Path, sources: tuple[Path | bytes, ...], *, numbers: tuple[int, ...]) -> None:
        large = len(sources) <= _LARGE_AT_ONCE
        edge = LARGE_EDGE if large else 0
        if not large and any(isinstance(source, bytes) for source in sources):
            edge = 2 * THUMBNAIL_EDGE  # they have no file of which a small picture could be made later
        request = Predict(model=model, images=sources, top=_CLASSES, preview_edge=edge)
        job = self._workers.submit(request, parent=self)
        self._errands[job] = _Errand(sources, numbers, large)
        job.reported.connect(self._on_job_reported)
        job.ended.connect(self._on_job_ended)
        self.progressed.emit()

    def _on_job_reported(self, event: Event) -> None:
        errand = self._errands[self._sending_job()]
        if isinstance(event, ImagePredicted):
            errand.done = event.index + 1
            errand.answers.append(event)
        elif isinstance(event, ImageRefused):
            errand.done = event.index + 1
            self.refused.emit(Refusal(name=_name(errand.sources[event.index]), reason=event.reason))
        elif isinstance(event, ImageShown):
            errand.shown.append(event)
            self._take_pictures(errand)
            return
        else:
            return
        if errand.large or not errand.has_begun:
            self._take_answers(errand)
            self.progressed.emit()
        elif not self._together.isActive():
            self._together.start()

    def _take_waiting_answers(self) -> None:
        for job, errand in list(self._errands.items()):
            self._take_answers(errand)
            if errand.ended and not errand.answers:
                self._forget(job)
        if any(errand.answers for errand in self._errands.values()):
            self._together.start()
        self.progressed.emit()

    def _take_answers(self, errand: _Errand) -> None:
        answers, errand.answers = errand.answers[:_MOST_TOGETHER], errand.answers[_MOST_TOGETHER:]
        if not answers:
            return
        if errand.numbers:
            numbers = [errand.numbers[event.index] for event in answers]
            for number, event in zip(numbers, answers, strict=True):
                self._pictures.update_answer(number, event)
        else:
            pairs = [(errand.sources[event.index], event) for event in answers]
            numbers = self._pictures.add_many(pairs)
        errand.given.update({event.index: number for event, number in zip(answers, numbers, strict=True)})
        self._take_pictures(errand)
        is_first = not errand.has_begun and not errand.numbers
        errand.has_begun = True
        self.answered.emit(numbers[0], is_first)
        for number in numbers[1:] if errand.numbers else ():
            self.answered.emit(number, False)

    def _take_pictures(self, errand: _Errand) -> None:
        """Put the pixels of the pictures that are in the list there; those of others wait for their answers."""
        here = [event for event in errand.shown if event.index in errand.given]
        errand.shown = [event for event in errand.shown if event.index not in errand.given]
        for event in here:
            number = errand.given[event.index]
            self._pictures.take_picture(number, event, large=errand.large)
            self.shown.emit(number)

    def _on_job_ended(self, ended: JobEnded) -> None:
        job = self._sending_job()
        errand = self._errands[job]
        self._take_answers(errand)
        if ended.failure is not None:
            self.failed.emit(ended.failure)
        errand.ended = True
        if errand.answers:
            self._together.start()
        else:
            self._forget(job)
        self.progressed.emit()

    def _forget(self, job: Job) -> None:
        del self._errands[job]
        if not self._errands:
            self.finished.emit()

    def _sending_job(self) -> Job:
        """Return the job whose signal is being answered. Not bound into a slot, or no job would ever be let go."""
        job = self.sender()
        assert isinstance(job, Job)
        return job


def _name(source: Path | bytes) -> str:
    return source.name if isinstance(source, Path) else tr("Pasted picture")
