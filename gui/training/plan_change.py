"""What can be done about the plan of a training under way, and how that is said. Plain functions, no widgets.

The plan of the session may differ from the one that is learning; nothing changes until the user says so.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, parse_spec, trainable_layers
from core.training.phases import THAWED_RATE, TrainingPhase
from gui.language.translate import tr
from gui.training.number_boxes import rate_in_words
from gui.training.phase_history import PhaseHistory, learning_in_words
from gui.training.plan_wish import PlanWish
from gui.training.training_state import TrainingState

#: A difference of more parts than this is said as a number of layers.
_MOST_PARTS = 3


class PlanAction(Enum):
    """What a user can do about the plan of a training."""

    ACCEPT = tr("go on with the new plan")
    KEEP = tr("keep the old plan")
    TAKE_BACK = tr("take a change back that has not come true yet")
    UNDO = tr("go back to before the last change")


@dataclass(frozen=True)
class PlanOffer:
    """A sentence about the plan, and what can be done; `epoch` is the one that UNDO goes back to."""

    sentence: str
    actions: tuple[PlanAction, ...] = ()
    epoch: int = 0


def plan_offer(state: TrainingState, plan: FreezePlan, network: NetworkDescription | None) -> PlanOffer | None:
    """Return what to say of the session's `plan` while a training is under way; None when there is nothing to say."""
    history, wish = state.phase_history, state.wish
    if network is None or history is None or not state.can_stop:
        return None
    if wish is not None and wish.goes_back:
        return PlanOffer(tr("Going back to before the change of the plan…"))
    aim = wished_plan(wish, network) if wish is not None else plan_of(history.heading_for, network)
    now = plan_of(history.learning, network)
    if _differ(plan, aim, network) and _differ(plan, now, network):
        return PlanOffer(_proposal(plan, history.learning, network), (PlanAction.ACCEPT, PlanAction.KEEP))
    if wish is not None:
        return PlanOffer(_promise(wish, history.learning, network), (PlanAction.TAKE_BACK,))
    return _undo_offer(history)


def wish_for_plan(plan: FreezePlan, learning: TrainingPhase, network: NetworkDescription) -> PlanWish:
    """Return the wish to go on with `plan`: where the first layers of the backbone join, at a tenth of the rate."""
    joins_the_head = not trainable_layers(plan_of(learning, network), network) and trainable_layers(plan, network)
    return PlanWish(
        thaw=format_spec(plan.thawed, network),
        thaw_batch_norm=plan.thaw_batch_norm,
        learning_rate=learning.learning_rate * THAWED_RATE if joins_the_head else None,
    )


def aimed_plan(state: TrainingState, network: NetworkDescription) -> FreezePlan | None:
    """Return the plan that a training is going for, a wish that has not come true yet counted; None without one."""
    if state.phase_history is None:
        return None
    if state.wish is not None and not state.wish.goes_back:
        return wished_plan(state.wish, network)
    return plan_of(state.phase_history.heading_for, network)


def plan_of(phase: TrainingPhase, network: NetworkDescription) -> FreezePlan:
    """Return the freeze plan of a phase."""
    return FreezePlan(parse_spec(phase.thaw, network), phase.thaw_batch_norm)


def wished_plan(wish: PlanWish, network: NetworkDescription) -> FreezePlan:
    """Return the freeze plan that is wished for."""
    return FreezePlan(parse_spec(wish.thaw, network), wish.thaw_batch_norm)


def _differ(one: FreezePlan, other: FreezePlan, network: NetworkDescription) -> bool:
    return trainable_layers(one, network) != trainable_layers(other, network)


def _proposal(plan: FreezePlan, learning: TrainingPhase, network: NetworkDescription) -> str:
    what = _changes(plan, plan_of(learning, network), network, would=True)
    rate = wish_for_plan(plan, learning, network).learning_rate
    return tr("The plan was changed: {what} from the next epoch on{at_rate}.", what=what, at_rate=_at_rate(rate))


def _promise(wish: PlanWish, learning: TrainingPhase, network: NetworkDescription) -> str:
    what = _changes(wished_plan(wish, network), plan_of(learning, network), network, would=False)
    return tr("When this epoch is over, {what}{at_rate}.", what=what, at_rate=_at_rate(wish.learning_rate))


def _undo_offer(history: PhaseHistory) -> PlanOffer | None:
    if not history.can_undo:
        return None
    phase = history.learning
    words = learning_in_words(phase.thaw)
    sentence = tr(
        "Since epoch {first_epoch} {words}, at a learning rate of {rate}.",
        first_epoch=phase.first_epoch,
        words=words,
        rate=rate_in_words(phase.learning_rate),
    )
    return PlanOffer(sentence, (PlanAction.UNDO,), epoch=phase.first_epoch - 1)


def _changes(after: FreezePlan, before: FreezePlan, network: NetworkDescription, *, would: bool) -> str:
    joining, leaving = after.thawed - before.thawed, before.thawed - after.thawed
    parts = []
    if joining:
        name, many = _named(joining, network)
        parts.append(
            tr("{name} would join", name=name)
            if would
            else tr("{name} join", name=name)
            if many
            else tr("{name} joins", name=name)
        )
    if leaving:
        name, many = _named(leaving, network)
        frozen = tr("{name} are frozen", name=name) if many else tr("{name} is frozen", name=name)
        parts.append(tr("{name} would be frozen", name=name) if would else frozen)
    if not parts:
        parts.append(_batch_norm_change(learns=after.thaw_batch_norm, would=would))
    return tr(" and ").join(parts)


def _batch_norm_change(*, learns: bool, would: bool) -> str:
    if learns:
        return (
            tr("the thawed BatchNorm layers would learn too") if would else tr("the thawed BatchNorm layers learn too")
        )
    return tr("the BatchNorm layers would be frozen") if would else tr("the BatchNorm layers are frozen")


def _named(layers: frozenset[str], network: NetworkDescription) -> tuple[str, bool]:
    """Return the name of some layers, and whether it is a plural."""
    parts = format_spec(layers, network).split(",")
    if len(parts) > _MOST_PARTS:
        return tr("{count} layers", count=len(layers)), True
    return ", ".join(parts), len(parts) > 1 or parts[0].endswith("+")


def _at_rate(rate: float | None) -> str:
    return "" if rate is None else tr(", at a learning rate of {rate}", rate=rate_in_words(rate))
