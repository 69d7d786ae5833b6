"""What a benchmark finds: a ratio of two amounts and its bound, a table, or why there is nothing."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, field
from typing import Any


@dataclass(frozen=True)
class Quantity:
    """An amount that was measured, or is allowed. unit: `s`, `ms`, `MB`, or '' for a plain number."""

    what: str
    value: float
    unit: str = "s"

    def as_text(self) -> str:
        """What, how much, of what."""
        return f"{self.what} {short(self.value)} {self.unit}".rstrip()


@dataclass(frozen=True, kw_only=True)
class Outcome:
    """Ours against a reference, which is another's amount, or the limit that ours must keep.

    bound: the smallest `ratio` that holds where speed is compared, the largest elsewhere; None: told, not judged.
    note: how it was measured, where that is not plain.
    """

    title: str
    ours: Quantity
    reference: Quantity
    bound: float | None = None
    is_speed: bool = False
    note: str = ""

    @property
    def ratio(self) -> float:
        """How many times as fast as the reference we are (`is_speed`), or ours as a part of the reference."""
        above, below = self.ours.value, self.reference.value
        if self.is_speed:
            above, below = below, above
        return above / below if below else float("inf")

    @property
    def holds(self) -> bool:
        """Whether the ratio keeps its bound."""
        if self.bound is None:
            return True
        return self.ratio >= self.bound if self.is_speed else self.ratio <= self.bound

    @property
    def bound_in_words(self) -> str:
        """The bound as the design writes it; '' where there is none."""
        if self.bound is None:
            return ""
        return f"{'at least' if self.is_speed else 'at most'} {short(self.bound)}x"

    @property
    def ratio_in_words(self) -> str:
        """The ratio with what it means."""
        return f"{short(self.ratio)}x as fast" if self.is_speed else f"{short(self.ratio)}x"

    @property
    def verdict(self) -> str:
        """Whether it holds, in words that can't be overlooked."""
        if self.bound is None:
            return "no bound"
        return "holds" if self.holds else "DOES NOT HOLD"

    def as_text(self) -> str:
        """Two lines for a person."""
        bound = f"{self.bound_in_words}: " if self.bound is not None else ""
        note = f"; {self.note}" if self.note else ""
        first = f"{self.title}: {self.ratio_in_words} ({bound}{self.verdict})"
        return f"{first}\n    {self.ours.as_text()}, {self.reference.as_text()}{note}"

    def as_fields(self) -> dict[str, Any]:
        """Everything, as JSON takes it."""
        ratio = self.ratio if math.isfinite(self.ratio) else None
        return {**asdict(self), "ratio": ratio, "holds": self.holds}


@dataclass(frozen=True)
class Unmeasured:
    """A row that came to nothing. fault: something broke; otherwise what it needs is not installed here."""

    title: str
    reason: str
    fault: bool

    @property
    def holds(self) -> bool:
        """A fault holds nothing."""
        return not self.fault

    def as_text(self) -> str:
        """One line for a person."""
        return f"{self.title}: NOT MEASURED ({self.reason})"

    def as_fields(self) -> dict[str, Any]:
        """Everything, as JSON takes it."""
        return {**asdict(self), "holds": self.holds}


@dataclass(frozen=True, kw_only=True)
class Table:
    """What something costs, line by line; the first column says of what. name: by which the plot finds it."""

    name: str
    title: str
    columns: tuple[str, ...]
    lines: tuple[tuple[str | float, ...], ...]
    note: str = ""
    holds: bool = field(default=True, init=False)

    def column(self, title: str) -> list[float]:
        """Return the numbers of a column, from the top; ValueError if there is no such column."""
        position = self.columns.index(title)
        return [float(line[position]) for line in self.lines]

    def as_text(self) -> str:
        """Return columns that stand below each other."""
        cells = [self.columns, *(tuple(cell_text(cell) for cell in line) for line in self.lines)]
        widths = [max(len(line[position]) for line in cells) for position in range(len(self.columns))]
        aligned = ["  ".join(cell.rjust(width) for cell, width in zip(line, widths, strict=True)) for line in cells]
        return "\n    ".join([self.title, *aligned, *([self.note] if self.note else [])])

    def as_fields(self) -> dict[str, Any]:
        """Everything, as JSON takes it."""
        return asdict(self)


Finding = Outcome | Unmeasured | Table


def short(value: float) -> str:
    """Return a number with three digits that count, without an exponent where that can be read."""
    if value and (abs(value) < 1e-3 or abs(value) >= 1e6):
        return f"{value:.2g}"
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"


def cell_text(cell: str | float) -> str:
    """Return a cell of a table as it is written."""
    return cell if isinstance(cell, str) else short(cell)
