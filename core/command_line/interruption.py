"""Ctrl+C and SIGTERM: the first asks the job to stop, the second ends the process at once.

Signals are heard by a thread of their own, so that they count even while the main thread is deep inside compiled
code (which lets other threads run, as TensorFlow's and Pillow's does). What stopping means is the job's concern: a
training keeps its best epoch.
"""

from __future__ import annotations

import os
import signal
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from core.command_line.exit_status import ExitStatus

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stop_on_signal(stop_requested: threading.Event, announce: Callable[[], None]) -> Iterator[None]:
    """Set `stop_requested` and call `announce` at the first signal; end the process at the second one.

    Does nothing outside the main thread, where Python allows no signal handlers.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    heard, told = socket.socketpair()
    told.setblocking(False)
    previous_handlers = {number: signal.signal(number, _leave_it_to_the_listener) for number in _SIGNALS}
    previous_descriptor = signal.set_wakeup_fd(told.fileno(), warn_on_full_buffer=False)
    listener = threading.Thread(
        target=_listen, args=(heard, stop_requested, announce), name="signal listener", daemon=True
    )
    listener.start()
    try:
        yield
    finally:
        signal.set_wakeup_fd(previous_descriptor)
        for number, handler in previous_handlers.items():
            signal.signal(number, handler)
        told.close()
        listener.join()
        heard.close()


def _leave_it_to_the_listener(_number: int, _frame: object) -> None:
    """Handle a signal in Python, which makes it reach the wake-up descriptor instead of ending the process."""


def _listen(heard: socket.socket, stop_requested: threading.Event, announce: Callable[[], None]) -> None:
    asked = False
    while signal_number := heard.recv(1):
        if signal_number[0] not in _SIGNALS:
            continue
        if asked:
            os._exit(ExitStatus.INTERRUPTED)
        asked = True
        stop_requested.set()
        announce()
