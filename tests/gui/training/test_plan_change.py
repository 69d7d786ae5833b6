from __future__ import annotations

from pathlib import Path

import pytest

from core.messages import PhaseStarted
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec
from core.training.specification import TrainingSpecification
from gui.training.plan_change import PlanAction, PlanOffer, plan_offer, wish_for_plan
from gui.training.plan_wish import PlanWish
from gui.training.training_state import TrainingState

HEAD = FreezePlan()


def training(*, thaw: str = "head", head_first: int = 0, batch_norm: bool = False) -> TrainingState:
    return TrainingState.begun(
        TrainingSpecification(
            folder=Path("ants"), run=Path("run"), thaw=thaw, head_first=head_first, thaw_batch_norm=batch_norm
        )
    )


def plan(spec: str, network: NetworkDescription, *, batch_norm: bool = False) -> FreezePlan:
    return FreezePlan(parse_spec(spec, network), batch_norm)


def changed(state: TrainingState, *, first: int, thaw: str) -> None:
    state.take(
        PhaseStarted(
            first_epoch=first,
            last_epoch=20,
            thaw=thaw,
            thaw_batch_norm=False,
            learning_rate=1e-4,
            cut_layer="conv4_block6_out",
            frozen_layers=80,
            trainable_parameters=14_000_000,
            reason="changed",
        )
    )


def offered(state: TrainingState, plan: FreezePlan, network: NetworkDescription) -> PlanOffer:
    offer = plan_offer(state, plan, network)
    assert offer is not None
    return offer


def test_nothing_is_said_while_the_plan_is_the_one_that_learns(network: NetworkDescription) -> None:
    assert plan_offer(training(), HEAD, network) is None
    assert plan_offer(training(thaw="conv5"), plan("conv5", network), network) is None


def test_nothing_is_said_while_nothing_is_trained(network: NetworkDescription) -> None:
    assert plan_offer(TrainingState(), plan("conv5", network), network) is None


def test_layers_that_would_join_the_head_do_so_at_a_tenth_of_its_rate(network: NetworkDescription) -> None:
    offer = offered(training(), plan("conv5", network), network)

    assert offer.sentence == (
        "The plan was changed: conv5 would join from the next epoch on, at a learning rate of 0.0001."
    )
    assert offer.actions == (PlanAction.ACCEPT, PlanAction.KEEP)


def test_where_layers_learn_already_the_rate_stays(network: NetworkDescription) -> None:
    offer = offered(training(thaw="conv5"), plan("conv4+", network), network)

    assert offer.sentence == "The plan was changed: conv4 would join from the next epoch on."


def test_layers_that_would_be_frozen_are_named(network: NetworkDescription) -> None:
    offer = offered(training(thaw="conv4+"), plan("conv3,conv5", network), network)

    assert offer.sentence == (
        "The plan was changed: conv3 would join and conv4 would be frozen from the next epoch on."
    )


def test_the_switch_for_batch_norm_is_a_change_too(network: NetworkDescription) -> None:
    offer = offered(training(thaw="conv5"), plan("conv5", network, batch_norm=True), network)

    assert offer.sentence == (
        "The plan was changed: the thawed BatchNorm layers would learn too from the next epoch on."
    )


def test_the_switch_for_batch_norm_is_no_change_while_nothing_is_thawed(network: NetworkDescription) -> None:
    assert plan_offer(training(), FreezePlan(thaw_batch_norm=True), network) is None


def test_a_plan_that_is_to_come_after_the_head_is_no_change(network: NetworkDescription) -> None:
    state = training(thaw="conv5", head_first=3)

    assert plan_offer(state, plan("conv5", network), network) is None
    assert "conv4+ would join" in offered(state, plan("conv4+", network), network).sentence


def test_a_wish_is_a_promise_until_it_comes_true(network: NetworkDescription) -> None:
    state = training()
    state.wish_for(wish_for_plan(plan("conv5", network), state.phase_history.learning, network))  # type: ignore[union-attr]

    offer = offered(state, plan("conv5", network), network)

    assert offer.sentence == "When this epoch is over, conv5 joins, at a learning rate of 0.0001."
    assert offer.actions == (PlanAction.TAKE_BACK,)


def test_after_a_change_the_way_back_is_offered(network: NetworkDescription) -> None:
    state = training()
    changed(state, first=13, thaw="conv5")

    offer = offered(state, plan("conv5", network), network)

    assert offer == PlanOffer(
        "Since epoch 13 conv5 learns, at a learning rate of 0.0001.", (PlanAction.UNDO,), epoch=12
    )


def test_on_the_way_back_there_is_nothing_to_press(network: NetworkDescription) -> None:
    state = training()
    changed(state, first=13, thaw="conv5")
    state.wish_for(PlanWish(goes_back=True))

    assert offered(state, plan("conv5", network), network).actions == ()


def test_nothing_is_offered_once_the_training_was_asked_to_stop(network: NetworkDescription) -> None:
    state = training()
    state.ask_to_stop()

    assert plan_offer(state, plan("conv5", network), network) is None


@pytest.mark.parametrize("paused", [True, False])
def test_a_training_that_waits_can_be_changed_like_one_that_runs(network: NetworkDescription, paused: bool) -> None:
    state = training()
    state.set_paused(paused)

    assert offered(state, plan("conv5", network), network).actions == (PlanAction.ACCEPT, PlanAction.KEEP)
