"""What became worse from one run to the next: images that were right before and are wrong now. No Keras here.

Two lists of answers to the same images are compared. Getting them is `compare_runs`' work.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.messages import Regression


@dataclass(frozen=True)
class Answer:
    """What a model said of an image whose class is known. probability: that of the class it said."""

    true_class: str
    predicted_class: str
    probability: float

    @property
    def is_right(self) -> bool:
        """Whether it said the image's class."""
        return self.predicted_class == self.true_class


@dataclass(frozen=True)
class Change:
    """What two runs made of the images that both were asked about. Accuracies from 0 to 1."""

    images: int
    accuracy_before: float
    accuracy: float
    improved: int
    regressions: tuple[Regression, ...]


def change_between(before: Mapping[Path, Answer], now: Mapping[Path, Answer]) -> Change:
    """Compare the answers to the images that are in both; the surest of the new mistakes come first.

    Of no image in common all counts are 0.
    """
    shared = [file for file in now if file in before]
    worse = [
        Regression(
            file=file,
            true_class=now[file].true_class,
            probability_before=before[file].probability,
            predicted_class=now[file].predicted_class,
            probability=now[file].probability,
        )
        for file in shared
        if before[file].is_right and not now[file].is_right
    ]
    right_before = sum(before[file].is_right for file in shared)
    right_now = sum(now[file].is_right for file in shared)
    return Change(
        images=len(shared),
        accuracy_before=right_before / max(1, len(shared)),
        accuracy=right_now / max(1, len(shared)),
        improved=right_now - right_before + len(worse),
        regressions=tuple(sorted(worse, key=lambda one: (-one.probability, str(one.file)))),
    )
