"""How long a training under way has been at its features, by the clock of whoever watches it.

The run itself says so at its end; until then its curves, too, shall stand where they belong on a clock.
"""

from __future__ import annotations

from gui.training.run_curves import seconds_before_epochs
from gui.training.training_state import TrainingState


class FeatureWatch:
    """Watches one training after the other; `seconds_of` is to be asked whenever something was heard of it."""

    def __init__(self) -> None:
        self._watched: TrainingState | None = None
        self._began: float | None = None
        self._seconds = 0.0

    def seconds_of(self, state: TrainingState, now: float) -> float:
        """Return the seconds that decoding and features took, or have taken so far. now: of a steady clock."""
        if state.result is not None:
            return seconds_before_epochs(state.result.seconds)
        if state is not self._watched:
            self._watched, self._began, self._seconds = state, None, 0.0
        if state.busy and state.progress is not None and state.progress.stage == "extract":
            self._began = now if self._began is None else self._began
            self._seconds = now - self._began
        return self._seconds
