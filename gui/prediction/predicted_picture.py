"""A picture with what the model said of it: plain data, no Qt."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.prediction.prediction_table import PredictionRow
from gui.language.translate import tr
from gui.training.progress_words import percentage


@dataclass(frozen=True, kw_only=True)
class PredictedPicture:
    """A picture with its answer. `number` names it as long as the window is open; `source` is what was dropped.

    distance, farther_than: as `core.messages.ImagePredicted` has them. right_class: what a person said it is, ''.
    """

    number: int
    source: Path | bytes
    name: str
    top: tuple[tuple[str, float], ...]
    seconds: float
    distance: float | None = None
    farther_than: float | None = None
    right_class: str = ""

    @property
    def class_name(self) -> str:
        """The likeliest class."""
        return self.top[0][0] if self.top else ""

    @property
    def confidence(self) -> float:
        """The probability of the likeliest class, 0 to 1."""
        return self.top[0][1] if self.top else 0.0

    @property
    def answer(self) -> str:
        """The likeliest class with its percentage."""
        return f"{self.class_name} {percentage(self.confidence, 0)}" if self.top else ""

    def is_unlike(self, percentile: float) -> bool:
        """Whether it is farther from the training images than so many of the validation images, in per cent."""
        return self.farther_than is not None and self.farther_than > percentile

    def in_words(self, percentile: float) -> str:
        """Return everything that a card shows, for who can't see it."""
        words = f"{self.name}: {self.answer}"
        if self.is_unlike(percentile):
            words += tr(", unlike anything it was trained on")
        return words + (
            tr(", corrected: it is {right_class}", right_class=self.right_class) if self.right_class else ""
        )

    def as_row(self, percentile: float, threshold: float | None) -> PredictionRow:
        """Return the line of a table of predictions. threshold: the distance that `percentile` stands for."""
        return PredictionRow(
            source=str(self.source) if isinstance(self.source, Path) else self.name,
            top=self.top,
            distance=self.distance,
            threshold=None if self.distance is None else threshold,
            is_unlike=None if self.farther_than is None else self.is_unlike(percentile),
            right_class=self.right_class,
        )
