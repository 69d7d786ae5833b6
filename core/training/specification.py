"""What a training is to do: one frozen, picklable, self-validating specification.

The command line and the window both end in one of these; `run.json` stores it. Nothing here trains.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.errors import UnusableInput

OPTIMIZERS = ("adam", "sgd", "adamw")


@dataclass(frozen=True, kw_only=True)
class TrainingSpecification:
    """Everything that decides the outcome of a run.

    folder: folder of class sub-folders. run: folder to write. thaw: a SPEC (see `core.network.freeze_plan`).
    weights: `imagenet`, `random`, or the path of a weights file of ResNet50.
    validation_split: part of each class that is held out, 0 <= x < 1; unused when validation_folder is given.
    image_size: edge of the square that the network sees, in pixels.
    hidden: units of a hidden Dense layer of the head (0: none). dropout: rate before the last layer (0: none).
    early_stopping: epochs without improvement after which training ends (0: never).
    feature_store: keep what the frozen part computes on disk and reuse it.

    Raises:
        UnusableInput: a value is out of its range.

    """

    folder: Path
    run: Path
    epochs: int = 20
    batch_size: int = 32
    learning_rate: float = 1e-3
    optimizer: str = "adam"
    validation_split: float = 0.2
    validation_folder: Path | None = None
    seed: int = 0
    thaw: str = "head"
    thaw_batch_norm: bool = False
    weights: str = "imagenet"
    image_size: int = 224
    hidden: int = 0
    dropout: float = 0.0
    class_weights: bool = False
    early_stopping: int = 0
    feature_store: bool = True

    def __post_init__(self) -> None:
        """Refuse what can't work, in a sentence with the value, what was expected, and the remedy."""
        _require(self.epochs >= 1, "epochs", self.epochs, "at least 1")
        _require(self.batch_size >= 1, "batch size", self.batch_size, "at least 1")
        _require(0.0 < self.learning_rate <= 10.0, "learning rate", self.learning_rate, "above 0, at most 10")
        _require(self.optimizer in OPTIMIZERS, "optimizer", self.optimizer, "one of " + ", ".join(OPTIMIZERS))
        _require(0.0 <= self.validation_split < 1.0, "validation split", self.validation_split, "from 0 to below 1")
        _require(0 <= self.seed < 2**32, "seed", self.seed, "from 0 to 4294967295")
        _require(32 <= self.image_size <= 1024, "image size", self.image_size, "from 32 to 1024 pixels")
        _require(self.hidden >= 0, "hidden units", self.hidden, "0 (none) or more")
        _require(0.0 <= self.dropout < 1.0, "dropout", self.dropout, "from 0 to below 1")
        _require(self.early_stopping >= 0, "early stopping", self.early_stopping, "0 (off) or more epochs")


def _require(holds: bool, what: str, value: object, expected: str) -> None:
    if not holds:
        raise UnusableInput(f"The {what} is {value}: expected {expected}.", hint=f"Choose another {what}.")
