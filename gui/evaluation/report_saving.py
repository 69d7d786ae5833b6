"""Saving the report of the evaluation on show: the dialog for its file, and the job that writes it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import Failure
from core.messages import Evaluation, ReportSaved, SaveReport
from gui.language.translate import tr
from gui.worker.bridge import Job
from gui.worker.workers import Workers

PAGE, TABLES, ALL_PROBABILITIES = (
    tr("Page, in one file (*.html)"),
    tr("Tables of pictures and classes (*.csv)"),
    tr("Tables with the probability of every class (*.csv)"),
)


class ReportSaving(QObject):
    """Asks for a file and has the report written to it, over what is there once it is whole."""

    begun = Signal(object)  # Job
    saved = Signal(object)  # tuple[Path, ...]
    failed = Signal(object)  # Failure

    def __init__(self, *, workers: Workers, window: QWidget) -> None:
        super().__init__(window)
        self._workers = workers
        self._window = window

    def ask(self, evaluation: Evaluation) -> None:
        """Ask for a file; the kind of it says what is written."""
        dialog = QFileDialog(self._window, tr("Save the report"), str(Path.home() / suggested_name(evaluation)))
        dialog.setObjectName("report_dialog")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilters([PAGE, TABLES, ALL_PROBABILITIES])
        dialog.setDefaultSuffix("html")
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix("html" if kind == PAGE else "csv"))
        dialog.fileSelected.connect(lambda file: self.save(evaluation, Path(file), dialog.selectedNameFilter()))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, evaluation: Evaluation, file: Path, kind: str = PAGE) -> None:
        """Write the report of `evaluation` to `file`; a name that ends in .html or .csv counts more than the kind."""
        is_page = file.suffix.lower() in (".html", ".htm") or (kind == PAGE and file.suffix.lower() != ".csv")
        request = SaveReport(
            model=evaluation.model,
            folder=None if evaluation.split == "validation" else evaluation.folder,
            html=file if is_page else None,
            csv=None if is_page else file,
            probabilities=kind == ALL_PROBABILITIES,
        )
        job: Job = self._workers.submit(request, parent=self)
        job.finished.connect(self._on_job_finished)
        job.failed.connect(self._on_job_failed)
        self.begun.emit(job)

    def _on_job_finished(self, result: object) -> None:
        if isinstance(result, ReportSaved):
            self.saved.emit(result.files)

    def _on_job_failed(self, failure: Failure) -> None:
        self.failed.emit(failure)


def suggested_name(evaluation: Evaluation) -> str:
    """Return the name that the dialog begins with: of the model, and of the folder that it was measured on."""
    where = "" if evaluation.split == "validation" else tr(" on {name}", name=evaluation.folder.name)
    return tr("{stem}{where}.html", stem=evaluation.model.stem, where=where)
