"""What a benchmark finds: two durations, their ratio, and the bound it has to hold."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Outcome:
    """Medians of several repetitions, in seconds. `at_most` is the largest ratio of ours to theirs that holds.

    highest_seconds: the 99th percentile of ours, which has to hold too; 0 where it was not measured.
    """

    name: str
    ours: str
    theirs: str
    seconds: float
    reference_seconds: float
    at_most: float
    repetitions: int
    highest_seconds: float = 0.0

    @property
    def ratio(self) -> float:
        """Ours over theirs: below 1 is faster."""
        return self.seconds / self.reference_seconds

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its bound."""
        return max(self.ratio, self.highest_seconds / self.reference_seconds) <= self.at_most

    def as_text(self) -> str:
        """Two lines for a person."""
        verdict = "holds" if self.holds else "DOES NOT HOLD"
        highest = f", 99th percentile {self.highest_seconds:.3f} s" if self.highest_seconds else ""
        return (
            f"{self.name}: {self.ratio:.3f}x (bound {self.at_most}x: {verdict})\n"
            f"    {self.ours} {self.seconds:.3f} s, {self.theirs} {self.reference_seconds:.3f} s,"
            f" medians of {self.repetitions}{highest}"
        )

    def as_json(self) -> str:
        """One JSON object on one line."""
        return json.dumps({**asdict(self), "ratio": self.ratio, "holds": self.holds})
