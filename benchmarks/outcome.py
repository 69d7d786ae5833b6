"""What a benchmark finds: two durations, their ratio, and the bound it has to hold."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Outcome:
    """Medians of several repetitions, in seconds. `at_most` is the largest ratio of ours to theirs that holds."""

    name: str
    ours: str
    theirs: str
    seconds: float
    reference_seconds: float
    at_most: float
    repetitions: int

    @property
    def ratio(self) -> float:
        """Ours over theirs: below 1 is faster."""
        return self.seconds / self.reference_seconds

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its bound."""
        return self.ratio <= self.at_most

    def as_text(self) -> str:
        """Two lines for a person."""
        verdict = "holds" if self.holds else "DOES NOT HOLD"
        return (
            f"{self.name}: {self.ratio:.3f}x (bound {self.at_most}x: {verdict})\n"
            f"    {self.ours} {self.seconds:.3f} s, {self.theirs} {self.reference_seconds:.3f} s,"
            f" medians of {self.repetitions}"
        )

    def as_json(self) -> str:
        """One JSON object on one line."""
        return json.dumps({**asdict(self), "ratio": self.ratio, "holds": self.holds})
