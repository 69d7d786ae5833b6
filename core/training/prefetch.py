"""Batches made ahead of their use, in a thread: so that decoding goes on while the network computes.

For iterators whose items take long to make without holding Python up, as decoding does. Keras prefetches by itself on
TensorFlow, and on no other backend.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TypeVar

Item = TypeVar("Item")

_END = object()


def made_ahead(items: Iterator[Item], ahead: int = 2) -> Generator[Item, None, None]:
    """Yield the items in order, up to `ahead` of them made before they are asked for, one at a time.

    An error in making an item is raised where that item would have come. Closing the iterator waits for the item that
    is being made.
    """
    waiting: deque[Future[Item | object]] = deque()
    maker = ThreadPoolExecutor(1, thread_name_prefix="batches")
    try:
        waiting.extend(maker.submit(next, items, _END) for _ in range(ahead))
        while (item := waiting.popleft().result()) is not _END:
            waiting.append(maker.submit(next, items, _END))
            yield item  # type: ignore[misc]  # not the end, so an item
    finally:
        maker.shutdown(wait=True, cancel_futures=True)
