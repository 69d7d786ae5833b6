"""What the user wants of the plan of a training under way, between the click and the worker's word that it is so."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class PlanWish:
    """Another plan from the next epoch on. learning_rate: None leaves it as it is.

    goes_back: the last change is to be taken back, with every epoch since; thaw and thaw_batch_norm are then unused.
    """

    thaw: str = "head"
    thaw_batch_norm: bool = False
    learning_rate: float | None = None
    goes_back: bool = False
