"""A connection to a D-Bus for which the window never waits: jeepney makes the bytes, Qt says when there are some.

Every call has a limit of time, and a bus that is not there, refuses or hangs is a refusal like any other. What is said
over it is the concern of `gui.desktop.services`. Only sockets of this machine are used: an address that names another
one counts as none.
"""

from __future__ import annotations

import itertools
import os
import socket
from array import array
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jeepney import FileDescriptor, HeaderFields, MatchRule, Message, MessageType, Parser, message_bus
from jeepney.auth import BEGIN, AuthenticationError, Authenticator
from jeepney.bus import get_connectable_addresses
from jeepney.fds import fds_buf_size
from PySide6.QtCore import QObject, QSocketNotifier, QTimer

#: What is answered later is not waited for.
PATIENCE_MILLISECONDS = 5000
_GREETING_BYTES = 1024
_MOST_BYTES = 65_536
_SYSTEM_BUS = "unix:path=/run/dbus/system_bus_socket"

#: Takes what a call is answered with; file descriptors in it are the taker's to close.
Answered = Callable[[tuple[Any, ...]], None]
#: Takes why a call has no answer, in some words for the log.
Refused = Callable[[str], None]
#: Takes what a signal says.
Heard = Callable[[tuple[Any, ...]], None]


def session_bus() -> str:
    """Return the socket of the session's bus, '' where there is none; an abstract one begins with a zero."""
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    usual = f"unix:path={runtime}/bus" if runtime and Path(runtime, "bus").exists() else ""
    return _socket_of(os.environ.get("DBUS_SESSION_BUS_ADDRESS") or usual)


def system_bus() -> str:
    """Return the socket of the machine's bus, '' where there is none."""
    return _socket_of(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM_BUS)


def _socket_of(address: str) -> str:
    try:
        return str(next(get_connectable_addresses(address), ""))
    except (ValueError, RuntimeError):  # no address, or one of another machine
        return ""


@dataclass(frozen=True)
class _Call:
    answered: Answered
    refused: Refused
    limit: QTimer


class Bus(QObject):
    """One bus, connected to when something is said first, and again after it was lost."""

    def __init__(
        self,
        find_socket: Callable[[], str] = session_bus,
        *,
        patience_milliseconds: int = PATIENCE_MILLISECONDS,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._find_socket = find_socket
        self._patience = patience_milliseconds
        self._socket: socket.socket | None = None
        self._notifiers: list[QSocketNotifier] = []
        self._greeting: Authenticator | None = None
        self._parser = Parser()
        self._serials = itertools.count(1)
        self._outgoing = bytearray()
        self._waiting: list[bytes] = []  # until the greeting is over
        self._calls: dict[int, _Call] = {}
        self._heard: list[tuple[Any, Heard]] = []
        self._rules: list[Any] = []
        #: The name that the bus gave this connection, such as `:1.42`; '' before it did.
        self.name = ""

    def call(self, message: Message, answered: Answered, refused: Refused) -> None:
        """Send a call; one of the two is told later, once, and neither after `close`."""
        serial = next(self._serials)
        limit = QTimer(self, singleShot=True, interval=self._patience)
        limit.timeout.connect(lambda: self._refuse(serial, f"no answer within {self._patience / 1000:g} s"))
        self._calls[serial] = _Call(answered, refused, limit)
        limit.start()
        why_not = self._send(message, serial)
        if why_not:
            QTimer.singleShot(0, self, lambda: self._refuse(serial, why_not))

    def tell(self, message: Message) -> None:
        """Send a signal, or a call whose answer nobody needs; nothing happens where there is no bus."""
        self._send(message, next(self._serials))

    def listen(self, *, sender: str, interface: str, member: str, heard: Heard) -> None:
        """Tell `heard` of every such signal from now on."""
        words = {"type": "signal", "interface": interface, "member": member}
        # Of the message that comes, the sender is the name of a connection: the bus itself looks who that is.
        self._heard.append((MatchRule(**words), heard))
        rule = MatchRule(sender=sender, **words)
        if self._socket is not None:
            self.tell(message_bus.AddMatch(rule))
        self._rules.append(rule)

    def close(self) -> None:
        """Leave the bus, which ends what it grants a connection. Whoever waits for an answer gets none."""
        for call in self._calls.values():
            call.limit.stop()
        self._calls.clear()
        self._disconnect()

    # ------------------------------------------------------------------ sending

    def _send(self, message: Message, serial: int) -> str:
        """Send a message, or keep it until the greeting is over; return why it can't be."""
        data = bytes(message.serialise(serial=serial, fds=array("i")))
        why_not = "" if self._socket is not None else self._connect()
        if why_not:
            return why_not
        if self._greeting is not None:
            self._waiting.append(data)
        else:
            self._write(data)
        return ""

    def _connect(self) -> str:
        place = self._find_socket()
        if not place:
            return "there is no bus"
        made = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        made.setblocking(False)
        try:
            made.connect(place)
        except OSError as error:  # one whose queue is full is as good as none
            made.close()
            return str(error)
        self._socket = made
        self._greeting = Authenticator(enable_fds=True)
        self._parser = Parser()
        for kind, slot in (
            (QSocketNotifier.Type.Read, self._on_readable),
            (QSocketNotifier.Type.Write, self._on_writable),
        ):
            notifier = QSocketNotifier(made.fileno(), kind, self)
            notifier.activated.connect(slot)
            self._notifiers.append(notifier)
        self._write(self._greeting.data_to_send() or b"")
        if self._socket is None:
            return "the bus has gone"
        self._ask_for_name()
        return ""

    def _ask_for_name(self) -> None:
        self.call(message_bus.Hello(), self._on_hello_answered, self._lose)
        for rule in self._rules:
            self.tell(message_bus.AddMatch(rule))

    def _on_hello_answered(self, answer: tuple[Any, ...]) -> None:
        self.name = str(answer[0])

    def _write(self, data: bytes) -> None:
        self._outgoing += data
        self._on_writable()

    def _on_writable(self) -> None:
        if self._socket is None:
            return
        try:
            while self._outgoing:
                del self._outgoing[: self._socket.send(self._outgoing)]
        except BlockingIOError:
            pass
        except OSError as error:
            self._lose(str(error))
            return
        self._notifiers[1].setEnabled(bool(self._outgoing))

    # ------------------------------------------------------------------ receiving

    def _on_readable(self) -> None:
        try:
            self._read()
        except BlockingIOError:
            pass
        except (OSError, AuthenticationError, ValueError, LookupError) as error:
            self._lose(str(error) or type(error).__name__)

    def _read(self) -> None:
        """Read until there is nothing more, which the socket tells by an exception."""
        while self._socket is not None:
            # Never beyond a message, since the descriptors that come along are of the one that is read.
            wanted = _GREETING_BYTES if self._greeting is not None else min(self._parser.bytes_desired(), _MOST_BYTES)
            # A descriptor must not reach a worker that is started meanwhile: it would keep what it stands for.
            received = self._socket.recvmsg(wanted, fds_buf_size(), socket.MSG_CMSG_CLOEXEC)
            data, descriptors = received[0], FileDescriptor.from_ancdata(received[1])
            if not data:
                raise ConnectionResetError("the bus has gone")
            if self._greeting is not None:
                self._greet(data)
                continue
            self._parser.add_data(data, fds=descriptors)
            message = self._next_message()
            if message is not None:
                self._take(message)

    def _next_message(self) -> Message | None:
        try:
            return self._parser.get_next_message()
        except Exception as error:  # of many kinds: jeepney expects that a bus never says what is no message
            raise ValueError(f"the bus says what nobody understands ({type(error).__name__})") from error

    def _greet(self, data: bytes) -> None:
        assert self._greeting is not None
        self._greeting.feed(data)
        if not self._greeting.authenticated:
            self._write(self._greeting.data_to_send() or b"")
            return
        self._greeting = None
        waiting, self._waiting = self._waiting, []
        self._write(BEGIN + b"".join(waiting))

    def _take(self, message: Message) -> None:
        header, body = message.header, tuple(message.body)
        if header.message_type is MessageType.signal:
            for rule, heard in list(self._heard):
                if rule.matches(message):
                    heard(body)
            return
        call = self._calls.pop(header.fields.get(HeaderFields.reply_serial, 0), None)
        if call is None:  # It came too late.
            _close_descriptors(body)
            return
        call.limit.stop()
        call.limit.deleteLater()
        if header.message_type is MessageType.error:
            call.refused(f"{header.fields.get(HeaderFields.error_name)}: {' '.join(map(str, body))}")
        else:
            call.answered(body)

    # ------------------------------------------------------------------ losing

    def _refuse(self, serial: int, reason: str) -> None:
        call = self._calls.pop(serial, None)
        if call is not None:
            call.limit.stop()
            call.limit.deleteLater()
            call.refused(reason)

    def _lose(self, reason: str) -> None:
        """Give up the connection; what is said next makes another."""
        self._disconnect()
        for serial in list(self._calls):
            self._refuse(serial, reason)

    def _disconnect(self) -> None:
        for notifier in self._notifiers:
            notifier.setEnabled(False)
            notifier.deleteLater()
        self._notifiers.clear()
        self._outgoing.clear()
        self._waiting.clear()
        self._greeting = None
        self.name = ""
        if self._socket is not None:
            with suppress(OSError):
                self._socket.close()
            self._socket = None


def _close_descriptors(body: tuple[Any, ...]) -> None:
    for one in body:
        if isinstance(one, FileDescriptor):
            one.close()
