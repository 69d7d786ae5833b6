"""A thread that hands messages over one by one, in order: the only one from which a client calls its owner."""

from __future__ import annotations

import logging
import queue
import threading
from collections.abc import Callable
from typing import Generic, TypeVar

M = TypeVar("M")

_log = logging.getLogger(__name__)


class Delivery(Generic[M]):
    """Calls `receiver` with each message in the order of `put`, from a thread of its own that starts at the first."""

    def __init__(self, receiver: Callable[[M], None], *, name: str) -> None:
        self._receiver = receiver
        self._waiting: queue.SimpleQueue[M | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._starting = threading.Lock()
        self._closed = False

    def put(self, message: M) -> None:
        """Deliver a message soon; drop it when closed."""
        with self._starting:
            if self._closed:
                return
            if self._thread.ident is None:
                self._thread.start()
            self._waiting.put(message)

    def close(self) -> None:
        """Deliver what waits, then end the thread. May be called by the receiver itself, and more than once."""
        with self._starting:
            if self._closed:
                return
            self._closed = True
            self._waiting.put(None)
            started = self._thread.ident is not None
        if started and self._thread is not threading.current_thread():
            self._thread.join()

    def _run(self) -> None:
        while (message := self._waiting.get()) is not None:
            try:
                self._receiver(message)
            except Exception:
                _log.exception("A message of the worker was not taken: %r", message)
