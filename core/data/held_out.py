"""How many images of a class are held out for validation: a number, without NumPy, so that a window may ask."""

from __future__ import annotations


def held_out_count(images: int, fraction: float) -> int:
    """Return how many of a class's `images` go to validation: round(fraction * images), with two exceptions.

    At least one where fraction > 0 and there are two or more; and always one fewer than there are, so that the class
    keeps one for training.
    """
    if fraction == 0.0 or images < 2:
        return 0
    return min(max(1, round(fraction * images)), images - 1)
