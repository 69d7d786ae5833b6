"""Messages over a pair of binary streams: pickles, each after its length. Both ends of the worker use it.

What the messages mean is said in `core.messages`. The other end is always a process of our own, so that
unpickling what it sends is safe; a pipe never touches a file or the network.
"""

from __future__ import annotations

import pickle
import struct
import threading
from typing import BinaryIO

_LENGTH = struct.Struct("!Q")

#: Nothing that Frostline sends comes near; a greater length means that something else wrote into the stream.
LONGEST_MESSAGE = 4 * 1024**3


class PipeCorrupted(Exception):
    """What arrived is not a message of ours."""


def pack(message: object) -> bytes:
    """Return a message as it crosses the pipe, length first.

    Raises:
        Exception: the message can't be pickled (PicklingError, TypeError, AttributeError, ...).

    """
    content = pickle.dumps(message, protocol=pickle.HIGHEST_PROTOCOL)
    return _LENGTH.pack(len(content)) + content


class Pipe:
    """One end of the pipe. Any thread may send; one thread receives.

    The streams may be raw (unbuffered): short reads and writes are completed here.
    """

    def __init__(self, *, incoming: BinaryIO, outgoing: BinaryIO) -> None:
        self._incoming = incoming
        self._outgoing = outgoing
        self._sending = threading.Lock()

    def send(self, message: object) -> None:
        """Send a message whole, never mixed with that of another thread. A message that can't be pickled sends nothing.

        Raises:
            OSError: the other end is gone.

        """
        self.send_packed(pack(message))

    def send_packed(self, packed: bytes) -> None:
        """Send what `pack` returned.

        Raises:
            OSError: the other end is gone.

        """
        with self._sending:
            rest = memoryview(packed)
            while rest:
                rest = rest[self._outgoing.write(rest) :]
            self._outgoing.flush()

    def receive(self) -> object:
        """Wait for the next message and return it.

        Raises:
            EOFError: the other end is gone, be it in the middle of a message.
            PipeCorrupted: what arrived is not a message.

        """
        (length,) = _LENGTH.unpack(self._read(_LENGTH.size))
        if length > LONGEST_MESSAGE:
            raise PipeCorrupted(f"A message of {length} bytes was announced: something else writes into the pipe.")
        content = self._read(length)
        try:
            return pickle.loads(content)
        except Exception as error:
            raise PipeCorrupted(f"A message of {length} bytes can't be read: {error!r}.") from error

    def close(self) -> None:
        """Close both streams; the other end then sees the end of the pipe."""
        for stream in (self._outgoing, self._incoming):
            try:
                stream.close()
            except OSError:  # A buffered stream that can't be flushed any more is closed all the same.
                continue

    def _read(self, length: int) -> bytearray:
        content = bytearray(length)
        rest = memoryview(content)
        while rest:
            count = self._read_some(rest)
            if not count:
                raise EOFError("The other end of the pipe is gone.")
            rest = rest[count:]
        return content

    def _read_some(self, into: memoryview) -> int:
        try:
            return self._incoming.readinto(into)  # type: ignore[attr-defined, no-any-return]
        except (OSError, ValueError):  # Windows reports a vanished end as an error; ValueError: closed by ourselves.
            return 0
