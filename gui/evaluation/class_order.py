"""In which order the classes of a confusion matrix stand, so that what is confused stands together. Plain functions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import compress


def order_by_confusion(counts: Sequence[Sequence[int]]) -> tuple[int, ...]:
    """Return the numbers of the classes, those with the most mistakes first, each followed by what it is confused with.

    counts: row i, column j has the images of class i that were called class j. Classes that are never confused come
    last, in their own order. A thousand classes take a few milliseconds: only cells with images are looked at.
    """
    shared = _mistakes_between(counts)
    mistakes = {one: sum(others.values()) for one, others in shared.items()}
    order: list[int] = []
    placed: set[int] = set()
    for start in sorted(mistakes, key=lambda one: (-mistakes[one], one)):
        following: int | None = start
        while following is not None and following not in placed:
            order.append(following)
            placed.add(following)
            free = [(-count, other) for other, count in shared[following].items() if other not in placed]
            following = min(free)[1] if free else None
    return (*order, *(one for one in range(len(counts)) if one not in placed))


def _mistakes_between(counts: Sequence[Sequence[int]]) -> dict[int, dict[int, int]]:
    """Return how often each class is confused with each other, whichever way round."""
    shared: dict[int, dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for row, cells in enumerate(counts):
        for column in compress(range(len(cells)), cells):
            if column != row:
                shared[row][column] += cells[column]
                shared[column][row] += cells[column]
    return shared
