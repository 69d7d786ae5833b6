"""How many pixels all threads of this process together hold decoded: a large picture waits for other large ones.

A picture of the usual limit takes up to 2 GB while its colours are brought to RGB; sixteen threads that decode ahead
would take 32. Those of everyday sizes never wait. How many pixels a single one may have is `core.data.pixel_limit`'s
affair.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

#: A picture with more goes alone.
MOST_PIXELS_AT_ONCE = 200_000_000

_changed = threading.Condition()
_held = 0


@contextmanager
def pixels_at_once(pixels: int) -> Iterator[None]:
    """Hold a picture of so many pixels in the `with` block, as soon as there is room. Not to be nested in a thread."""
    global _held
    with _changed:
        _changed.wait_for(lambda: not _held or _held + pixels <= MOST_PIXELS_AT_ONCE)
        _held += pixels
    try:
        yield
    finally:
        with _changed:
            _held -= pixels
            _changed.notify_all()
