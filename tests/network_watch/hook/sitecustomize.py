"""Python imports this at its start where the folder is on PYTHONPATH: it writes down what this process has to do with
a network, a line of JSON each, into a file of its own below $NETWORK_WATCH. Nothing is forbidden by it.
"""

from __future__ import annotations

import json
import os
import socket
import sys
import traceback
from importlib.machinery import PathFinder
from importlib.util import module_from_spec
from typing import Any

#: Python's own words (its audit events) for opening a socket, for using one, and for asking for a name.
EVENTS = frozenset(
    {
        *("socket.__new__", "socket.bind", "socket.connect", "socket.sendto", "socket.sendmsg"),
        *("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr", "socket.getnameinfo"),
        *("urllib.Request", "http.client.connect", "ftplib.connect", "smtplib.connect", "webbrowser.open"),
    }
)
#: Sockets that are told apart; Python gives a number.
FAMILIES = ("AF_INET", "AF_INET6", "AF_UNIX", "AF_NETLINK")
_OUR_FRAMES = 6


def note(event: str, details: str = "", where: str = "") -> None:
    """Write a line, if there is anybody who reads it."""
    folder = os.environ.get("NETWORK_WATCH")
    if not folder:
        return
    command = [*getattr(sys, "orig_argv", sys.argv)]
    line = json.dumps({"event": event, "details": details, "where": where, "command": command})
    # In one write, to a file that is opened for it: a process may be killed at any moment, and threads write at once.
    target = os.open(os.path.join(folder, f"{os.getpid()}.jsonl"), os.O_WRONLY | os.O_APPEND | os.O_CREAT)  # noqa: PTH118
    try:
        os.write(target, line.encode() + b"\n")
    finally:
        os.close(target)


def hear(event: str, arguments: tuple[Any, ...]) -> None:
    """Take an audit event."""
    if event in EVENTS and os.environ.get("NETWORK_WATCH"):
        frames = traceback.format_list(traceback.extract_stack(limit=_OUR_FRAMES)[:-1])
        note(event, _details(event, arguments), "".join(frames))


def _details(event: str, arguments: tuple[Any, ...]) -> str:
    """Return the family of a new socket; of anything else the address or name, without the socket.

    A name in the file system, which only reaches a process of this machine, is told with its family.
    """
    if event == "socket.__new__":
        return next((name for name in FAMILIES if getattr(socket, name, None) == arguments[1]), str(arguments[1]))
    if event.startswith("socket.") and len(arguments) > 1 and not event.startswith("socket.get"):
        within = "AF_UNIX " if arguments[0].family == getattr(socket, "AF_UNIX", None) else ""
        return within + repr(arguments[1])
    return repr(arguments[:2])


def _do_as_the_next_says() -> None:
    """Run the next file of this name on the path: Python imports only the first."""
    own = os.path.dirname(os.path.abspath(__file__))  # noqa: PTH100, PTH120 (pathlib would be imported by all that is watched)
    spec = PathFinder.find_spec("sitecustomize", [place for place in sys.path if os.path.abspath(place) != own])  # noqa: PTH100
    if spec is not None and spec.loader is not None:
        spec.loader.exec_module(module_from_spec(spec))


if os.environ.get("NETWORK_WATCH"):
    sys.addaudithook(hear)
    note("watched")
if __name__ == "sitecustomize":
    _do_as_the_next_says()
