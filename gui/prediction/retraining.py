"""A training that goes by corrections, from the wish to what became worse by it. No widgets.

It remembers which run it was to improve on; the comparison of the two is shown by
`gui.evaluation.regressions_dialog`.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.messages import RunFinished
from core.training.specification import TrainingSpecification
from gui.session import Session


class Retraining(QObject):
    """The training under way that goes by corrections, if there is one."""

    ended = Signal(object, object)  # Path: the new run; Path: the one before

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._runs: tuple[Path, Path] | None = None
        session.training_ended.connect(self._on_session_training_ended)

    def watch(self, specification: TrainingSpecification, earlier: Path) -> None:
        """Wait for the end of a training that is to be compared with an earlier run."""
        self._runs = (specification.run, earlier)

    def _on_session_training_ended(self, result: RunFinished | None) -> None:
        runs, self._runs = self._runs, None
        if runs is not None and result is not None and result.run == runs[0]:
            self.ended.emit(*runs)
