"""How fast this machine is, for the estimates of the Layers page: measured once by the trainer, then remembered.

Measuring never makes anyone wait: it begins when the trainer has nothing to do, and is given up when something else
is asked of the trainer, to be begun again afterwards.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QObject, Signal

from core.errors import Failure
from core.messages import Calibrate, Calibrated, WorkerReady
from core.network.backbones import DEFAULT
from core.network.plan_cost import Calibration
from gui.language.core_sentences import said_by_core
from gui.layers.calibration_memory import CalibrationMemory
from gui.layers.speed_state import Machine, SpeedState
from gui.layers.workload import Workload
from gui.worker.bridge import Job
from gui.worker.workers import Workers

_IMAGE_SIZE: int = Workload(training=0, held_out=0, of_folder=False).image_size


class MachineSpeed(QObject):
    """The calibration of the trainer's machine."""

    changed = Signal()  # of `calibration` or `state`

    def __init__(self, *, workers: Workers, image_size: int = _IMAGE_SIZE, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workers = workers
        self._work = self._measured = (image_size, DEFAULT.name)
        self._memory = CalibrationMemory()
        self._machine: Machine | None = None
        self._calibration: Calibration | None = None
        self._wanted = False
        self._failure = ""
        self._job: Job | None = None
        workers.trainer_ready.connect(self._on_workers_trainer_ready)
        workers.trainer.activity_changed.connect(self._on_trainer_activity_changed)
        if workers.trainer.readiness is not None:
            self._on_workers_trainer_ready(workers.trainer.readiness)

    @property
    def calibration(self) -> Calibration | None:
        """How fast the machine is; None until that is known."""
        return self._calibration

    @property
    def machine(self) -> Machine | None:
        """The machine; None until the trainer is ready."""
        return self._machine

    @property
    def state(self) -> SpeedState:
        """Where the measuring stands; while a known speed is measured again, that is what counts."""
        if self._job is not None and not self._job.stopping:
            return SpeedState.MEASURING
        if self._wanted:
            return SpeedState.WAITING
        if self._failure:
            return SpeedState.FAILED
        return SpeedState.UNKNOWN if self._calibration is None else SpeedState.KNOWN

    @property
    def failure(self) -> str:
        """Why the last measuring failed, in a sentence; '' when it did not."""
        return self._failure

    def set_work(self, image_size: int, backbone: str = DEFAULT.name) -> None:
        """Speak of images of this size in this network from now on; the speed is recalled, or measured when wanted."""
        if (image_size, backbone) == self._work:
            return
        self._work = (image_size, backbone)
        if self._job is not None:
            self._job.stop()
        known = None if self._machine is None else self._memory.recall(self._machine, *self._work)
        self._calibration = known
        self._wanted, self._failure = False, ""
        self.changed.emit()

    def want(self) -> None:
        """Measure once the trainer is idle, unless the speed is known or measuring it has failed."""
        if self._calibration is None and not self._failure and not self._wanted and self._job is None:
            self.measure_again()

    def measure_again(self) -> None:
        """Measure once the trainer is idle, whatever is known."""
        if self._job is None:
            self._wanted, self._failure = True, ""
            self._measure_when_idle()
            self.changed.emit()

    # ------------------------------------------------------------------ the job

    def _measure_when_idle(self) -> None:
        trainer = self._workers.trainer
        busy = trainer.jobs or trainer.is_starting or trainer.is_given_up
        if not self._wanted or self._job is not None or self._machine is None or busy:
            return
        self._wanted = False
        self._measured = self._work
        image_size, backbone = self._work
        job = self._workers.submit(Calibrate(image_size=image_size, backbone=backbone), parent=self)
        job.finished.connect(self._on_job_finished)
        job.stopped.connect(self._on_job_stopped)
        job.failed.connect(self._on_job_failed)
        job.ended.connect(self._on_job_ended)
        self._job = job
        self.changed.emit()

    def _on_trainer_activity_changed(self) -> None:
        job = self._job
        if job is None:
            self._measure_when_idle()
        elif not job.stopping and any(other is not job for other in self._workers.trainer.jobs):
            job.stop()
            self.changed.emit()

    def _on_job_finished(self, calibrated: Any) -> None:
        if isinstance(calibrated, Calibrated) and self._machine is not None and self._measured == self._work:
            self._calibration = calibrated.calibration
            self._memory.keep(self._machine, self._work[0], calibrated.calibration, self._work[1])

    def _on_job_stopped(self) -> None:
        self._wanted = self._measured == self._work or self._calibration is None

    def _on_job_failed(self, failure: Failure) -> None:
        self._failure = said_by_core(failure.message)

    def _on_job_ended(self) -> None:
        self._job = None
        self.changed.emit()

    # ------------------------------------------------------------------ the machine

    def _on_workers_trainer_ready(self, ready: WorkerReady) -> None:
        if ready.failure is not None:
            return
        machine = Machine(ready.backend, ready.device)
        if machine != self._machine:
            self._machine = machine
            self._calibration = self._memory.recall(machine, *self._work)
            self._wanted = self._wanted and self._calibration is None
            self.changed.emit()
        self._measure_when_idle()
