"""A freeze plan that was remembered, until the network is known whose layers it names."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from core.errors import UnusableInput
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, parse_spec
from gui.language.core_sentences import said_by_core
from gui.session import Session


class WaitingPlan(QObject):
    """Gives the session a plan that was written down. It is no change of the user's, and can't be undone."""

    came = Signal()  # the session has the plan
    failed = Signal(str)  # why it can't be had, as a sentence

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._waiting: tuple[str, bool] | None = None
        session.network_described.connect(self._give)
        session.backbone_changed.connect(self._on_session_backbone_changed)

    def want(self, thaw: str, *, thaw_batch_norm: bool) -> None:
        """Let the session have the plan that the SPEC `thaw` says for its backbone, now or once that is described."""
        self._waiting = (thaw, thaw_batch_norm)
        if self._session.network is not None:
            self._give(self._session.network)

    @property
    def written(self) -> tuple[str, bool]:
        """The plan that holds, or is waited for, as a SPEC, and whether BatchNorm is thawed."""
        return self._waiting or (_spec_of(self._session), self._session.plan.thaw_batch_norm)

    def _give(self, network: NetworkDescription) -> None:
        if self._waiting is None or network.backbone != self._session.backbone:
            return
        (thaw, thaw_batch_norm), self._waiting = self._waiting, None
        try:
            plan = FreezePlan(parse_spec(thaw, network), thaw_batch_norm)
        except UnusableInput as error:
            self.failed.emit(said_by_core(error.message))
            return
        self._session.set_plan(plan)
        self.came.emit()

    def _on_session_backbone_changed(self, _name: str) -> None:
        """Another network was chosen: its layers have other names."""
        self._waiting = None


def _spec_of(session: Session) -> str:
    """Return the SPEC of the session's plan; layer by layer while its network is not known."""
    thawed, network = session.plan.thawed, session.network
    if network is None or network.backbone != session.backbone:
        return ",".join(sorted(thawed)) or "head"
    return format_spec(thawed, network)
