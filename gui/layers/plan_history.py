"""Undo and redo of freezing: every change of the freeze plan by the user is one command of this stack."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.network.freeze_plan import FreezePlan
from gui.session import Session


class PlanHistory(QUndoStack):
    """The changes of a session's freeze plan. Pages change the plan through `change`, never directly."""

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session

    def change(self, plan: FreezePlan, words: str) -> None:
        """Make `plan` the session's plan; `words` name the change in the Edit menu ('thaw conv5').

        A plan equal to the present one is no change and leaves no entry.
        """
        if plan != self._session.plan:
            self.push(_PlanChange(self._session, plan, words))


class _PlanChange(QUndoCommand):
    def __init__(self, session: Session, plan: FreezePlan, words: str) -> None:
        super().__init__(words)
        self._session = session
        self._before, self._after = session.plan, plan

    def redo(self) -> None:
        self._session.set_plan(self._after)

    def undo(self) -> None:
        self._session.set_plan(self._before)
