"""The address of a cluster: read, and asked whether anybody is there. No Ray here: it takes minutes to give up."""

from __future__ import annotations

import importlib.util
import os
import socket
from contextlib import suppress
from pathlib import Path

from core.errors import FrostlineError, UnusableInput
from core.self_contained import how_to_get

#: The address that means the cluster of which this machine is a node, and the port where a head listens by itself.
AUTO, _USUAL_PORT = "auto", 6379
_SECONDS = 3.0


def require_ray() -> None:
    """Refuse to go on without Ray.

    Raises:
        UnusableInput: it is not installed.

    """
    if importlib.util.find_spec("ray") is None:
        hint = how_to_get("Install it with `pip install 'frostline[cluster]'`.", what="Ray")
        raise UnusableInput("The package ray is not installed.", hint=hint)


def cluster_address(text: str) -> str:
    """Return the address, `host:port`, of the cluster that `text` names.

    text: `host:port`, `host`, or `auto` for the cluster of which this machine is a node.

    Raises:
        UnusableInput: it is no address, or this machine is in no cluster.
        FrostlineError: nobody answers there (kind `cluster_unreachable`).

    """
    address = _of_this_machine() if text == AUTO else _with_port(text)
    if not answers(address):
        raise FrostlineError(
            f"No cluster answers at {address}.",
            hint="Start one with `ray start --head`, and name its address as that command prints it.",
            kind="cluster_unreachable",
        )
    return address


def answers(address: str) -> bool:
    """Whether something listens at `host:port`."""
    host, _, port = address.rpartition(":")
    with suppress(OSError), socket.create_connection((host.strip("[]"), int(port)), timeout=_SECONDS):
        return True
    return False


def _of_this_machine() -> str:
    """Return the address that `ray start` has noted on this machine."""
    named = os.environ.get("RAY_ADDRESS", "")
    if named and named != AUTO:
        return _with_port(named)
    note = Path(os.environ.get("RAY_TMPDIR") or "/tmp") / "ray" / "ray_current_cluster"
    try:
        return _with_port(note.read_text(encoding="utf-8").strip())
    except OSError as error:
        raise UnusableInput(
            "This computer is in no cluster.",
            hint="Start one with `ray start --head`, or join one with `ray start --address=HOST:PORT`.",
            kind="bad_arguments",
        ) from error


def _with_port(text: str) -> str:
    host, colon, port = text.rpartition(":") if text.count(":") == 1 or text.startswith("[") else (text, "", "")
    if "//" in text or (colon and not (port.isdecimal() and 0 < int(port) < 65536)) or not host:
        raise UnusableInput(
            f"'{text}' is not the address of a cluster.",
            hint="Write HOST:PORT as `ray start --head` prints it, or auto on a machine that is one of its nodes.",
            kind="bad_arguments",
        )
    return f"{host}:{port or _USUAL_PORT}"
