"""Has the chosen backbone described at the image size that is set, and again whenever either changes."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.errors import Failure
from core.messages import DescribeNetwork, JobEnded, NetworkDescribed
from gui.session import Session
from gui.worker.job import Job
from gui.worker.workers import Workers


class NetworkDescriber(QObject):
    """One description at a time; the session gets it."""

    failed = Signal(object)  # Failure; not of a crash nor of a Keras that does not start, of which the workers tell

    def __init__(self, *, session: Session, workers: Workers, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._workers = workers
        self._job: Job | None = None
        session.backbone_changed.connect(lambda _name: self.describe())
        session.settings_changed.connect(lambda _settings: self.describe())

    def describe(self) -> None:
        """Have the network described, unless it is, or is being, already."""
        size, backbone = self._session.settings.image_size, self._session.backbone
        network = self._session.network
        is_described = network is not None and (network.image_size, network.backbone) == (size, backbone)
        if self._job is not None or is_described:
            return
        job = self._job = self._workers.submit(DescribeNetwork(image_size=size, backbone=backbone))
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        job.ended.connect(self._on_job_ended)

    def _on_job_finished(self, described: NetworkDescribed) -> None:
        self._job = None
        self._session.set_network(described.network)
        self.describe()  # Image size or backbone may have been changed meanwhile.

    def _on_job_failed(self, failure: Failure) -> None:
        if failure.kind not in ("crashed", "keras_unavailable"):
            self.failed.emit(failure)

    def _on_job_ended(self, ended: JobEnded) -> None:
        if self._job is not None and self._job.number == ended.job:
            self._job = None
