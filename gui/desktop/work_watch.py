"""Follows the jobs of both workers and says what the desktop should hear of: an end, how far it is, that there is work.

No widgets and no desktop; whether somebody looks, and how the desktop is told, is `gui.desktop.presence`'s concern.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from core.messages import Event, JobEnded, Progress, Request
from gui.desktop.notice import PAGES, WORK, notice_of, share_done
from gui.worker.job import Job
from gui.worker.workers import Workers


class WorkWatch(QObject):
    """Follows every job whose end may be worth a notification. clock: seconds that never go back."""

    ended = Signal(object)  # Notice: long work has ended, well or not
    share_changed = Signal(object)  # float: how far the trainer's work is, 0 to 1; None: nothing to show
    at_work_changed = Signal(bool)  # whether the trainer computes for the user, and is not paused

    def __init__(
        self, *, workers: Workers, clock: Callable[[], float] = time.monotonic, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._trainer = workers.trainer
        self._clock = clock
        self._shares: dict[int, float] = {}
        self._share: float | None = None
        self._at_work = False
        workers.submitted.connect(self._on_workers_submitted)
        self._trainer.activity_changed.connect(self._on_trainer_activity_changed)

    @property
    def at_work(self) -> bool:
        """Whether the trainer computes for the user, and is not paused."""
        return self._at_work

    def _on_workers_submitted(self, job: Job) -> None:
        if type(job.request) not in PAGES:
            return
        begun, request, number = self._clock(), job.request, job.number

        def tell(ended: JobEnded) -> None:
            notice = notice_of(request, ended, self._clock() - begun)
            if notice is not None:
                self.ended.emit(notice)

        job.ended.connect(tell)
        if isinstance(request, WORK):
            job.reported.connect(lambda event: self._on_job_reported(number, request, event))

    def _on_job_reported(self, number: int, request: Request, event: Event) -> None:
        if not isinstance(event, Progress):
            return
        share = share_done(request, event)
        if share is None:
            self._shares.pop(number, None)
        else:
            self._shares[number] = share
        self._tell_share()

    def _on_trainer_activity_changed(self) -> None:
        at_work = any(isinstance(job.request, WORK) and not job.paused for job in self._trainer.jobs)
        self._shares = {
            job.number: self._shares[job.number] for job in self._trainer.jobs if job.number in self._shares
        }
        self._tell_share()
        if at_work != self._at_work:
            self._at_work = at_work
            self.at_work_changed.emit(at_work)

    def _tell_share(self) -> None:
        """Tell how far the oldest work is: the trainer does one after the other."""
        share = next(iter(self._shares.values()), None)
        if share != self._share:
            self._share = share
            self.share_changed.emit(share)
