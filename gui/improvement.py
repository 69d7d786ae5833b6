"""From corrected pictures to a better run, across the pages: train again, see what got worse, go back. No rules.

`gui.app` makes one and lends it the window; the pages only say what is wished.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.prediction.retraining import Retraining
from gui.session import Session
from gui.window.message_bar import Level, MessageAction
from gui.worker.workers import Workers

ShowMessage = Callable[[Level, str, str, Sequence[MessageAction]], None]


class Improvement(QObject):
    """Knows which run came from which, as long as the window is open."""

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        window: QWidget,
        show_message: ShowMessage,
        train: Callable[[TrainingSpecification], None],
        take_corrections_back: Callable[[], None] | None = None,
        parent: QObject | None = None,
    ) -> None:
        """Make it. train: begins a training on the Train page. take_corrections_back: undoes the last of them."""
        super().__init__(parent)
        self._session = session
        self._workers = workers
        self._window = window
        self._show_message = show_message
        self._train = train
        self._take_corrections_back = take_corrections_back
        self._retraining = Retraining(session=session, parent=self)
        self._retraining.ended.connect(self._on_retraining_ended)

    def train_again(self, specification: TrainingSpecification, earlier: Path) -> None:
        """Train with the corrections, and compare with `earlier` when it is over."""
        self._retraining.watch(specification, earlier)
        self._train(specification)

    def show_regressions(self, run: Path, earlier: Sequence[Path]) -> None:
        """Show what got worse in `run`, against the first of the `earlier` runs unless another is chosen."""
        from gui.evaluation.regressions_dialog import RegressionsDialog

        dialog = RegressionsDialog(run=run, earlier=earlier, workers=self._workers, parent=self._window)
        dialog.going_back_wanted.connect(lambda against: self._go_back(run, against))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_retraining_ended(self, run: Path, earlier: Path) -> None:
        self._show_message(
            Level.INFORMATION,
            tr("Trained again with your corrections."),
            tr("The same images were held out as in “{name}”, so the two can be compared.", name=earlier.name),
            [(tr("See what got worse"), lambda: self.show_regressions(run, [earlier]))],
        )

    def _go_back(self, run: Path, earlier: Path) -> None:
        self._session.select_run(earlier)
        actions: list[MessageAction] = [
            (tr("Use “{name}” again", name=run.name), lambda: self._session.select_run(run))
        ]
        if self._take_corrections_back is not None:
            actions.append((tr("Take the last correction back"), self._take_corrections_back))
        self._show_message(
            Level.INFORMATION,
            tr("“{name}” is the run in use again.", name=earlier.name),
            tr("“{name}” stays in the table.", name=run.name),
            actions,
        )
