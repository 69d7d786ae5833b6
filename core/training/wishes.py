"""What the user may wish of a training on its way: another freeze plan from the next epoch on, or the last one back.

Whether a wish can be granted is decided here; what granting it takes is `core.training.course`'s work.
"""

from __future__ import annotations

import queue
from collections.abc import Mapping
from typing import Any

import keras

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import ChangePlan, Notice, UndoPlanChange
from core.network.description import NetworkDescription
from core.network.freeze_plan import parse_spec
from core.training.phases import TrainingPhase


class PlanWished(Exception):
    """The phase ends here, because the user wants another plan."""

    def __init__(self, wish: ChangePlan | UndoPlanChange) -> None:
        super().__init__(wish)
        self.wish = wish


class HeedWishes(keras.callbacks.Callback):
    """End a phase, by raising `PlanWished`: after an epoch for another plan, at once to take the last change back.

    Put it last, so that the checkpoint of the epoch is written. can_undo: whether there is a change to take back.
    """

    def __init__(
        self, control: JobControl, network: NetworkDescription, phase: TrainingPhase, *, can_undo: bool
    ) -> None:
        super().__init__()
        self._control = control
        self._network = network
        self._phase = phase
        self._can_undo = can_undo
        self._change: ChangePlan | None = None

    def on_train_batch_end(self, batch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Hear what is wished."""
        self._hear()

    def on_epoch_end(self, epoch: int, logs: Mapping[str, Any] | None = None) -> None:
        """Grant what was wished, unless the training ends here anyway."""
        self._hear()
        if self._change is not None and epoch + 1 < int(self.params["epochs"]):
            raise PlanWished(self._change)

    def _hear(self) -> None:
        while True:
            try:
                wish = self._control.wishes.get_nowait()
            except queue.Empty:
                return
            if isinstance(wish, ChangePlan):
                self._note(wish)
            else:
                self._take_back(wish)

    def _note(self, wish: ChangePlan) -> None:
        try:
            parse_spec(wish.thaw, self._network)
        except UnusableInput as error:
            self._control.report(Notice(message=f"The plan stays as it is. {error.message}"))
            return
        same = (wish.thaw, wish.thaw_batch_norm) == (self._phase.thaw, self._phase.thaw_batch_norm)
        self._change = None if same else wish

    def _take_back(self, wish: UndoPlanChange) -> None:
        if self._change is not None:
            self._change = None
        elif self._can_undo:
            raise PlanWished(wish)
        else:
            self._control.report(Notice(message="There is no change of the plan to take back in this training."))
