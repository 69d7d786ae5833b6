"""Undo and redo of freezing: every change of the freeze plan, and of the network, by the user is one command here."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.network.freeze_plan import FreezePlan
from gui.language.translate import tr
from gui.session import Session


class PlanHistory(QUndoStack):
    """The changes of a session's freeze plan. Pages change the plan through `change`, never directly.

    While something is dragged, `preview` shows plans without entries; `keep_preview` makes one entry of them all.
    """

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._before: FreezePlan | None = None
        self._previewed: FreezePlan | None = None

    def change(self, plan: FreezePlan, words: str) -> None:
        """Make `plan` the session's plan; `words` name the change in the Edit menu ('thaw conv5').

        A plan equal to the present one is no change and leaves no entry.
        """
        self.drop_preview()
        self._enter(self._session.plan, plan, words)

    def choose_backbone(self, name: str) -> None:
        """Freeze and thaw the layers of another network; nothing of it is thawed yet."""
        self.drop_preview()
        if name != self._session.backbone:
            self.push(_BackboneChange(self._session, name))

    def preview(self, plan: FreezePlan) -> None:
        """Show `plan` for the moment."""
        if not self._previews():
            self._before = self._session.plan
        self._previewed = plan
        self._session.set_plan(plan)

    def keep_preview(self, words: str) -> None:
        """Make one entry of what was previewed; none when the plan is as it was, or was changed by others since."""
        before, after = self._before, self._previewed
        if self._previews() and before is not None and after is not None:
            self._before = self._previewed = None
            self._enter(before, after, words)

    def drop_preview(self) -> None:
        """Return to the plan from before the preview, unless others changed it since."""
        before = self._before
        if self._previews() and before is not None:
            self._session.set_plan(before)
        self._before = self._previewed = None

    def _previews(self) -> bool:
        return self._previewed is not None and self._session.plan == self._previewed

    def _enter(self, before: FreezePlan, after: FreezePlan, words: str) -> None:
        if before != after:
            self.push(_PlanChange(self._session, before, after, words))


class _PlanChange(QUndoCommand):
    def __init__(self, session: Session, before: FreezePlan, after: FreezePlan, words: str) -> None:
        super().__init__(words)
        self._session = session
        self._before, self._after = before, after

    def redo(self) -> None:
        self._session.set_plan(self._after)

    def undo(self) -> None:
        self._session.set_plan(self._before)


class _BackboneChange(QUndoCommand):
    """The plan comes back with its network: it names layers that the other one hasn't."""

    def __init__(self, session: Session, name: str) -> None:
        super().__init__(tr("choose {name}", name=name))
        self._session = session
        self._before, self._plan_before = session.backbone, session.plan
        self._after = name

    def redo(self) -> None:
        self._session.set_plan(FreezePlan(thaw_batch_norm=self._plan_before.thaw_batch_norm))
        self._session.set_backbone(self._after)

    def undo(self) -> None:
        self._session.set_backbone(self._before)
        self._session.set_plan(self._plan_before)
