"""Between the plan of the session and a training under way: offers to go on with a changed plan, and does so.

What is offered is decided in `gui.training.plan_change`. Every change of the session's plan goes through its history.
"""

from __future__ import annotations

from PySide6.QtCore import QObject

from core.messages import Event, PhaseStarted
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from gui.language.translate import tr
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.training.plan_change import PlanAction, aimed_plan, plan_offer, wish_for_plan
from gui.training.plan_change_bar import PlanChangeBar
from gui.training.training_job import TrainingJob


class PlanSteering(QObject):
    """Keeps the bar right, and does what its buttons say."""

    def __init__(
        self,
        *,
        session: Session,
        history: PlanHistory,
        training: TrainingJob,
        bar: PlanChangeBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._history = history
        self._training = training
        self._bar = bar
        bar.action_chosen.connect(self._on_bar_action_chosen)
        session.plan_changed.connect(self.show_offer)
        for news in (training.begun, training.changed, training.ended):
            news.connect(self.show_offer)
        training.reported.connect(self._on_training_reported)

    def show_offer(self, *_news: object) -> None:
        """Say in the bar what can be done now."""
        self._bar.show_offer(plan_offer(self._training.state, self._session.plan, self._trained_network()))

    def accept_plan(self) -> None:
        """Go on with the session's plan from the next epoch on."""
        history, network = self._training.state.phase_history, self._trained_network()
        if history is not None and network is not None:
            self._training.change_plan(wish_for_plan(self._session.plan, history.learning, network))

    def keep_plan(self) -> None:
        """Put the session's plan back to the one that the training is going for."""
        network = self._trained_network()
        plan = aimed_plan(self._training.state, network) if network is not None else None
        if plan is not None:
            self._history.change(plan, tr("keep the plan of the training"))

    def take_plan_back(self) -> None:
        """Take back a change that has not come true yet, in the training and in the session."""
        self._training.take_plan_back()
        self.keep_plan()

    def undo_plan_change(self) -> None:
        """Go back to before the last change of the plan."""
        self._training.undo_plan_change()

    def _trained_network(self) -> NetworkDescription | None:
        """Return the network that is trained; None while another one is on the Layers page."""
        specification, network = self._training.state.specification, self._session.network
        if specification is None or network is None or specification.backbone == network.backbone:
            return network
        return None

    def _on_bar_action_chosen(self, action: PlanAction) -> None:
        {
            PlanAction.ACCEPT: self.accept_plan,
            PlanAction.KEEP: self.keep_plan,
            PlanAction.TAKE_BACK: self.take_plan_back,
            PlanAction.UNDO: self.undo_plan_change,
        }[action]()

    def _on_training_reported(self, event: Event) -> None:
        if not isinstance(event, PhaseStarted):
            return
        network = self._trained_network()
        if event.reason == "undone" and network is not None:
            plan = FreezePlan(parse_spec(event.thaw, network), event.thaw_batch_norm)
            self._history.change(plan, tr("go back in the training"))
        self.show_offer()
