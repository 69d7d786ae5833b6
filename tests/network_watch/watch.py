"""Watches what processes have to do with a network: Python by its audit events, the rest of a process by strace.

The program may use one address only, that of the weights (README, FROSTLINE_WEIGHTS_URL). What else may be seen reaches
nobody, and is listed here with its reason: `WITHIN_THE_MACHINE` and `PROBE`.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

HOOK = Path(__file__).parent / "hook"

#: Kinds of sockets that reach nobody outside of the machine.
WITHIN_THE_MACHINE = {
    "AF_UNIX": "asyncio and multiprocessing open pairs to wake themselves up; Qt asks the desktop for its settings; "
    "gui.desktop tells it of long work",
    "AF_NETLINK": "the C library asks the kernel for its own network devices when it is asked for a name",
}
#: Keras imports requests, and that urllib3, which binds this address for a moment to see if the machine has IPv6.
#: Nobody listens there, nothing is sent, and the kernel chooses the port.
PROBE = ("::1", 0)
_PROBED_BY = "urllib3/util/connection.py"
_TRACE = "strace.txt"
_TRACED = "socket,connect,bind,sendto,sendmsg,sendmmsg"


@dataclass(frozen=True)
class Use:
    """One use of a network: what was done, with which address or name, and where in the program."""

    event: str
    details: str
    where: str
    command: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.event} {self.details} in {' '.join(self.command)[:200]}\n{self.where}"


class NetworkWatch:
    """The uses that were written down in a folder. addresses: host and port that may be used, as the one exception."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder = folder
        self._root = root
        self.addresses: set[tuple[str, int]] = set()

    @property
    def environment(self) -> dict[str, str]:
        """What a process, and each that it starts, is watched with."""
        known = os.environ.get("PYTHONPATH", "")
        path = [str(HOOK), str(self._root), *(one for one in known.split(os.pathsep) if one and one != str(HOOK))]
        return {"PYTHONPATH": os.pathsep.join(path), "NETWORK_WATCH": str(self._folder)}

    def watched(self, part: str) -> int:
        """Return how many processes were watched that have `part` in their command."""
        return sum(part in " ".join(use.command) for use in self._uses() if use.event == "watched")

    def strangers(self) -> list[Use]:
        """Return what was used that may not be."""
        return [use for use in (*self._uses(), *self._traced()) if not self._is_allowed(use)]

    def addresses_used(self) -> set[tuple[str, int]]:
        """Return which of the allowed addresses Python connected to."""
        connected = {use.details for use in self._uses() if use.event == "socket.connect"}
        return {address for address in self.addresses if repr(address) in connected}

    def under_strace(self, command: Sequence[str]) -> list[str]:
        """Return the command as it is run to be watched by strace, too, where this machine can do that.

        It is put into a network of its own as well, which has no way out, where that can be made.
        """
        alone = ["unshare", "-rn"] if can_unshare() else []
        return [*alone, *_strace(self._folder / _TRACE), *command] if can_trace() else [*alone, *command]

    def _uses(self) -> list[Use]:
        lines = [line for file in self._folder.glob("*.jsonl") for line in file.read_text().splitlines()]
        noted = map(json.loads, lines)
        return [Use(one["event"], one["details"], one["where"], tuple(one["command"])) for one in noted]

    def _traced(self) -> list[Use]:
        trace = self._folder / _TRACE
        lines = trace.read_text(errors="replace").splitlines() if trace.exists() else []
        calls = (line for line in lines if re.search(r"\b(socket|connect|bind|send\w+)\(", line))
        return [Use("strace", line.split(maxsplit=1)[1], "", ()) for line in calls if _family(line)]

    def _is_allowed(self, use: Use) -> bool:
        if use.event == "strace":
            return self._may_be_called(use.details)
        if _PROBED_BY in use.where and use.details in ("AF_INET6", repr(PROBE)):
            return True
        if use.event == "socket.__new__":
            return use.details in WITHIN_THE_MACHINE or bool(self.addresses)
        if use.details.split(" ", 1)[0] in WITHIN_THE_MACHINE:  # with the family of the socket, see the hook
            return True
        return use.event == "watched" or use.details in map(repr, self.addresses)

    def _may_be_called(self, call: str) -> bool:
        family = _family(call)
        if family in WITHIN_THE_MACHINE:
            return True
        if call.startswith("socket("):
            return bool(self.addresses) or family == "AF_INET6"
        is_probe = call.startswith("bind(") and _names(call, *PROBE)
        return is_probe or any(_names(call, *address) for address in self.addresses)


def _family(call: str) -> str:
    """Return the family that a call of strace's names; '' where it names none: a message on a socket that is open."""
    found = re.search(r"\bAF_\w+", call)
    return found.group() if found else ""


def _strace(output: Path) -> list[str]:
    return ["strace", "-f", "--seccomp-bpf", "-qq", "-e", f"trace={_TRACED}", "-o", str(output)]


def _names(call: str, host: str, port: int) -> bool:
    """Whether a call of strace's has this address."""
    return f"htons({port})" in call and f'"{host}"' in call


@cache
def can_trace() -> bool:
    """Whether strace is here and may watch processes."""
    if shutil.which("strace") is None:
        return False
    words = [*_strace(Path(os.devnull)), "true"]
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@cache
def can_unshare() -> bool:
    """Whether a process can be started in a network of its own, without being root."""
    if shutil.which("unshare") is None:
        return False
    return subprocess.run(["unshare", "-rn", "true"], capture_output=True, check=False).returncode == 0
