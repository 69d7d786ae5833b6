"""One life of a worker's process, seen from the client: starting it, talking to it, ending it, noticing its death.

Knows nothing of jobs. A dead one stays dead; the client makes another.
"""

from __future__ import annotations

import logging
import os
import queue
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import BinaryIO, cast

from core.worker.log_file import open_log_file
from core.worker.pipe import Pipe

#: How long a process that has closed its pipe may still take to exit, in seconds.
_EXIT_GRACE = 5.0

if sys.platform == "win32":
    # There is one way only to end a process, which is as final as SIGKILL.
    _KILL, _CREATION_FLAGS, _PROCESS_GROUP = signal.SIGTERM, subprocess.CREATE_NO_WINDOW, None
else:
    # A group of its own, so that what the worker starts can be ended with it.
    _KILL, _CREATION_FLAGS, _PROCESS_GROUP = signal.SIGKILL, 0, 0

_log = logging.getLogger(__name__)


class ChildProcess:
    """A running worker.

    on_message: called with each message, from a thread of this object.
    on_ended: called once with the exit code, from the same thread, after the last message.

    Raises:
        OSError: the process can't be started.

    """

    def __init__(
        self,
        *,
        command: Sequence[str],
        environment: Mapping[str, str],
        name: str,
        on_message: Callable[[ChildProcess, object], None],
        on_ended: Callable[[ChildProcess, int], None],
    ) -> None:
        self._on_message = on_message
        self._on_ended = on_ended
        self._process = _start_process(command, environment, name)
        self._pipe = Pipe(incoming=cast(BinaryIO, self._process.stdout), outgoing=cast(BinaryIO, self._process.stdin))
        self._outgoing: queue.SimpleQueue[bytes | None] = queue.SimpleQueue()
        self._ended = threading.Event()
        #: Whether its death, when it comes, was wished for by its owner.
        self.was_told_to_end = False
        self._writer = self._thread(self._write, f"{name} writer")
        self._waiter = self._thread(self._wait_for_exit, f"{name} exit")
        self._reader = self._thread(self._read, f"{name} reader")

    def begin(self) -> None:
        """Start to listen and to write; apart from the constructor so that the owner knows this object before."""
        for thread in (self._writer, self._waiter, self._reader):
            thread.start()

    @property
    def process_id(self) -> int:
        """The process's number in the system."""
        return self._process.pid

    def send(self, packed: bytes) -> None:
        """Send a packed message soon, without waiting; a dead process is told nothing."""
        self._outgoing.put(packed)

    def terminate(self) -> None:
        """Ask the process to end, in the system's words."""
        self.was_told_to_end = True
        if not self._ended.is_set():
            self._signal_group(signal.SIGTERM)

    def kill(self) -> None:
        """End the process, and on POSIX its children, at once."""
        self.was_told_to_end = True
        if not self._ended.is_set():
            self._signal_group(_KILL)

    def wait(self, seconds: float) -> bool:
        """Wait until `on_ended` has returned, at most so long; return whether it has."""
        return self._ended.wait(seconds)

    def _thread(self, work: Callable[[], None], name: str) -> threading.Thread:
        return threading.Thread(target=work, name=name, daemon=True)

    def _write(self) -> None:
        while (packed := self._outgoing.get()) is not None:
            try:
                self._pipe.send_packed(packed)
            except (OSError, ValueError):  # It is dead, which the reader will see.
                return

    def _wait_for_exit(self) -> None:
        self._process.wait()
        # What the worker started goes with it; it may also hold the pipe open, which would hide the death.
        self._signal_group(_KILL)

    def _read(self) -> None:
        try:
            while True:
                self._on_message(self, self._pipe.receive())
        except EOFError:
            pass
        except Exception:  # Most likely PipeCorrupted. Whatever it is, the jobs must come to an end.
            _log.exception("What the worker sent can't be taken")
            self._signal_group(_KILL)
        exit_code = self._exit_code()
        self._outgoing.put(None)
        self._writer.join()
        self._pipe.close()
        try:
            self._on_ended(self, exit_code)
        finally:
            self._ended.set()

    def _exit_code(self) -> int:
        self._waiter.join(_EXIT_GRACE)
        if self._waiter.is_alive():
            self._signal_group(_KILL)
            self._waiter.join()
        return self._process.returncode

    def _signal_group(self, number: signal.Signals) -> None:
        if sys.platform == "win32":
            if self._process.poll() is None:
                self._process.terminate()
            return
        try:
            os.killpg(self._process.pid, number)
        except (ProcessLookupError, PermissionError):  # Nobody is left (macOS says PermissionError of zombies).
            return


def _start_process(command: Sequence[str], environment: Mapping[str, str], name: str) -> subprocess.Popen[bytes]:
    with open_log_file(name) as log:
        return subprocess.Popen(
            list(command),
            bufsize=0,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=dict(environment),
            creationflags=_CREATION_FLAGS,
            process_group=_PROCESS_GROUP,
        )
