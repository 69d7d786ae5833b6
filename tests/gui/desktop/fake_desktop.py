"""A desktop in a process of its own: it plays the portal, the notification daemon and the login manager on a real bus.

    python fake_desktop.py ADDRESS MODE NAME...

MODE: `take` answers every call, `refuse` answers with an error, `hang` never answers. What happens is told in lines of
JSON on standard output, a file: each call with its arguments, each signal of a launcher, each descriptor that was let
go, each connection that has gone. Lines on standard input are signals to send: PATH INTERFACE MEMBER SIGNATURE JSON.
"""

from __future__ import annotations

import json
import os
import select
import sys
from typing import Any

from jeepney import (
    DBusAddress,
    HeaderFields,
    MatchRule,
    Message,
    MessageType,
    message_bus,
    new_error,
    new_method_return,
    new_signal,
)
from jeepney.bus import get_bus
from jeepney.io.blocking import DBusConnection, Proxy, prep_socket

#: What is answered to which call: a signature and the values.
ANSWERS: dict[str, tuple[str | None, tuple[Any, ...]]] = {
    "GetCapabilities": ("as", (["actions", "body", "body-markup"],)),
    "Notify": ("u", (7,)),
}


def tell(**words: object) -> None:
    print(json.dumps(words, default=str), flush=True)


class Desktop:
    """Answers until its standard input is closed."""

    def __init__(self, address: str, mode: str, names: list[str]) -> None:
        self._bus = DBusConnection(prep_socket(get_bus(address), enable_fds=True), enable_fds=True)
        self._mode = mode
        self._held: dict[int, str] = {}
        bus = Proxy(message_bus, self._bus)
        for name in names:
            bus.RequestName(name)
        bus.AddMatch(MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry"))
        bus.AddMatch(MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged"))

    def run(self) -> None:
        tell(ready=True)
        while True:
            ready, _, _ = select.select([self._bus.sock, sys.stdin, *self._held], [], [])
            for descriptor in [one for one in ready if isinstance(one, int)]:
                os.close(descriptor)
                tell(released=self._held.pop(descriptor))
            if sys.stdin in ready:
                lines = os.read(sys.stdin.fileno(), 65536).decode()
                if not lines:
                    return
                for line in lines.splitlines():
                    self._send(line)
            if self._bus.sock in ready:
                self._take_all()

    def _take_all(self) -> None:
        while True:
            try:
                message = self._bus.receive(timeout=0)
            except TimeoutError:
                return
            if message.header.message_type is MessageType.method_call:
                self._answer(message)
            elif message.header.message_type is MessageType.signal:
                self._tell_signal(message)

    def _tell_signal(self, message: Message) -> None:
        fields = message.header.fields
        member = fields[HeaderFields.member]
        if member == "NameOwnerChanged":
            name, _before, now = message.body
            if not now:
                tell(gone=name)
        elif member == "Update":
            tell(signal=member, arguments=message.body)

    def _answer(self, call: Message) -> None:
        fields = call.header.fields
        member, sender = fields[HeaderFields.member], fields[HeaderFields.sender]
        tell(call=member, path=fields[HeaderFields.path], sender=sender, arguments=call.body)
        if self._mode == "hang":
            return
        if self._mode == "refuse":
            self._bus.send(new_error(call, "org.freedesktop.DBus.Error.AccessDenied", "s", ("Not for you.",)))
        elif member == "Inhibit" and fields[HeaderFields.path] == "/org/freedesktop/login1":
            kept, given = os.pipe()
            self._held[kept] = call.body[0]
            self._bus.send(new_method_return(call, "h", (given,)))
            os.close(given)
        elif member == "Inhibit":
            self._bus.send(new_method_return(call, "o", ("/org/freedesktop/portal/desktop/request/1",)))
        else:
            self._bus.send(new_method_return(call, *ANSWERS.get(member, (None, ()))))

    def _send(self, line: str) -> None:
        path, interface, member, signature, words = line.split(" ", 4)
        values = tuple(json.loads(words))
        self._bus.send(new_signal(DBusAddress(path, interface=interface), member, signature, values))


if __name__ == "__main__":
    Desktop(sys.argv[1], sys.argv[2], sys.argv[3:]).run()
