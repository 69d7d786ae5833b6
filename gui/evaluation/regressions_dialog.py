"""What became worse from an earlier run to a later one: the images that it had right and that are wrong now.

The comparison is made by the worker; a person can choose another earlier run, and go back to it.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import CompareRuns, JobEnded, Mistake, RunsCompared
from gui.evaluation.mistake_gallery import MistakeGallery
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.progress_words import percentage
from gui.window.quiet_label import QuietLabel
from gui.window.roomy_dialog import RoomyDialog
from gui.window.theme import HEADING_SCALE, MEDIUM, PAGE, SMALL, scaled_font
from gui.worker.job import Job
from gui.worker.workers import Workers

_COMPARING = tr("Asking both runs about the same images…")


class RegressionsDialog(RoomyDialog):
    """Does not stop the window. `earlier` are the runs to compare with, the likeliest first."""

    going_back_wanted = Signal(object)  # Path: the earlier run

    def __init__(self, *, run: Path, earlier: Sequence[Path], workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("regressions")
        self.setWindowTitle(tr("What got worse"))
        self.resize(820, 560)
        self._run = run
        self._workers = workers
        self._job: Job | None = None
        self._title = QLabel(wordWrap=True)
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._words = QuietLabel()
        self._words.setObjectName("regressions_words")
        self._earlier = QComboBox()
        self._gallery = MistakeGallery(workers=workers)
        self._back = named_button("go_back_to_earlier", tr("Go &back to it"), "undo")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build(earlier)
        self._lay_out()
        self._earlier.activated.connect(lambda _index: self._compare())
        self._back.clicked.connect(self._go_back)
        self._buttons.rejected.connect(self.reject)
        self.finished.connect(lambda _result: self._give_up())
        self._compare()

    def _build(self, earlier: Sequence[Path]) -> None:
        self._gallery.setObjectName("regression_gallery")
        self._gallery.setAccessibleName(tr("Images that were right before and are wrong now, the surest first"))
        self._earlier.setObjectName("earlier_run")
        self._earlier.setAccessibleName(tr("Compared with"))
        with QSignalBlocker(self._earlier):
            for one in earlier:
                self._earlier.addItem(one.name, one)
        # Return means Close: nobody goes back by accident.
        self._back.setAutoDefault(False)
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("close_regressions")
        close.setDefault(True)
        self._back.setToolTip(tr("Use the earlier run again; the new one stays in the table of runs"))

    def _lay_out(self) -> None:
        choice = QHBoxLayout()
        label = QLabel(tr("&Compared with"))
        label.setBuddy(self._earlier)
        for one in (label, self._earlier, self._back):
            one.setVisible(self._earlier.count() > 0)
        choice.addWidget(label)
        choice.addWidget(self._earlier, 1)
        choice.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, PAGE, PAGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self._title)
        column.addLayout(choice)
        column.addWidget(self._words)
        column.addWidget(self._gallery, 1)
        column.addStretch()  # while the gallery is hidden, the words stay at the top
        column.addWidget(self._buttons)

    @property
    def _against(self) -> Path | None:
        against: Path | None = self._earlier.currentData()
        return against

    def _compare(self) -> None:
        self._give_up()
        against = self._against
        self._gallery.mistakes.show_mistakes(())
        self._gallery.hide()
        self._back.setEnabled(against is not None)
        if against is None:
            self._title.setText(tr("There is no earlier run to compare with"))
            self._words.setText(tr("Train again, and come back here."))
            return
        self._title.setText(tr("From “{name}” to “{name_2}”", name=against.name, name_2=self._run.name))
        self._words.setText(_COMPARING)
        self._job = self._workers.submit(CompareRuns(model=self._run, against=against), parent=self)
        self._job.finished.connect(self._show)
        self._job.failed.connect(self._on_failed)
        self._job.ended.connect(self._on_ended)

    def _show(self, compared: RunsCompared) -> None:
        self._words.setText(compared_in_words(compared))
        self._gallery.setVisible(bool(compared.regressions))
        self._gallery.mistakes.show_mistakes(
            [
                Mistake(
                    file=one.file,
                    true_class=one.true_class,
                    predicted_class=one.predicted_class,
                    probability=one.probability,
                )
                for one in compared.regressions
            ]
        )

    def _on_failed(self, failure: Failure) -> None:
        self._words.setText(said_by_core(f"{failure.message} {failure.hint}".strip()))

    def _on_ended(self, _ended: JobEnded) -> None:
        self._job = None

    def _give_up(self) -> None:
        if self._job is not None:
            self._job.stop()
            self._job.disconnect(self)
            self._job = None

    def _go_back(self) -> None:
        against = self._against
        if against is not None:
            self.going_back_wanted.emit(against)
            self.accept()


def compared_in_words(compared: RunsCompared) -> str:
    """Return what a comparison came to, in sentences."""
    worse = len(compared.regressions)
    before, now = percentage(compared.accuracy_before), percentage(compared.accuracy)
    what = tr(
        "Of {images:,} held-out images {before} were right before, {now} are right now.",
        images=compared.images,
        before=before,
        now=now,
    )
    if not worse:
        return tr("{what} Nothing got worse; {improved:,} got better.", what=what, improved=compared.improved)
    return tr(
        "{what} {improved:,} got better; these {worse:,} got worse:", what=what, improved=compared.improved, worse=worse
    )
