"""Threads that work ahead of whoever uses their results, in order and in bounded memory.

Pillow, reading and hashing let other threads of Python run meanwhile, so threads are enough.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

from core.data.pixel_limit import adopt_pixel_limit, allowed_pixels

Item = TypeVar("Item")
Result = TypeVar("Result")

#: More threads than this only wait for each other and for the disk.
MOST_THREADS = 16


def done_ahead(
    work: Callable[[Item], Result], items: Sequence[Item], *, threads: int | None = None, ahead: int = 64
) -> Generator[Result, None, None]:
    """Yield what `work` makes of each item, in order, in threads that live as long as the iterator.

    At most `ahead` results are made before they are asked for. Pictures may have as many pixels as in the calling
    thread. Closing the iterator gives up what nobody has begun and waits for what is being worked at.
    """
    waiting: deque[Future[Result]] = deque()
    executor = ThreadPoolExecutor(
        threads or min(usable_cores(), MOST_THREADS), "decode", adopt_pixel_limit, (allowed_pixels(),)
    )
    try:
        for index in range(len(items)):
            while len(waiting) < max(1, ahead) and index + len(waiting) < len(items):
                waiting.append(executor.submit(work, items[index + len(waiting)]))
            yield waiting.popleft().result()
    finally:
        executor.shutdown(wait=True, cancel_futures=True)


def usable_cores() -> int:
    """Return the number of processor cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
