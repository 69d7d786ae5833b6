"""Settings of the next training: those that other pages know or set, and what stands in the form of the Train page."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from core.training.specification import TrainingSpecification

_DEFAULTS: dict[str, Any] = {one.name: one.default for one in dataclasses.fields(TrainingSpecification)}


@dataclass(frozen=True, kw_only=True)
class SharedSettings:
    """What decides how large the network's tensors are, what an epoch goes through, and whose weights there are.

    Fields mean what those of `TrainingSpecification` mean.
    """

    image_size: int = _DEFAULTS["image_size"]
    batch_size: int = _DEFAULTS["batch_size"]
    validation_split: float = _DEFAULTS["validation_split"]
    weights: str = _DEFAULTS["weights"]
    seed: int = _DEFAULTS["seed"]
    class_weights: bool = _DEFAULTS["class_weights"]
    pixel_limit: int | None = _DEFAULTS["pixel_limit"]


@dataclass(frozen=True)
class FormContent:
    """What stands in the form: a value for each setting, by the specification's names, and the next run's name."""

    values: Mapping[str, Any]
    run_name: str = ""
