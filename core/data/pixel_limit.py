"""How many pixels a picture may have: a small file can claim any size and fill the memory.

The limit belongs to a job: whoever begins one says `with pixel_limit(...)`, and everything that opens pictures on its
behalf asks `allowed_pixels`. A new thread starts out with the usual limit; a pool of threads takes the job's along with
`initializer=adopt_pixel_limit`. Neither Pillow nor NumPy is imported here, so that a specification may look.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

#: What Pillow itself refuses: more than a picture of 512 MB in RGB.
USUAL_PIXEL_LIMIT = 178_956_970
#: More than that are a fault rather than a picture: 30 GB in RGB.
LARGEST_PIXEL_LIMIT = 10_000_000_000

_allowed: ContextVar[int] = ContextVar("allowed_pixels", default=USUAL_PIXEL_LIMIT)


def allowed_pixels() -> int:
    """Return how many pixels a picture may have in the job that runs in this thread."""
    return _allowed.get()


@contextmanager
def pixel_limit(pixels: int | None) -> Iterator[None]:
    """Let pictures have so many pixels in the `with` block, in this thread; None: as many as before."""
    previous = _allowed.get()
    _allowed.set(previous if pixels is None else pixels)
    try:
        yield
    finally:
        _allowed.set(previous)


def adopt_pixel_limit(pixels: int) -> None:
    """Let pictures have so many pixels for as long as this thread lives: the first thing that a pool's thread does."""
    _allowed.set(pixels)


def is_pixel_limit(pixels: int | None) -> bool:
    """Whether this can be a limit; None, the usual one, can."""
    return pixels is None or 1 <= pixels <= LARGEST_PIXEL_LIMIT
