"""How much memory a process takes, as Linux tells it. All amounts are in MB (10^6 bytes)."""

from __future__ import annotations

from pathlib import Path

_KIBIBYTE_IN_MB = 1024 / 1e6


class NotTold(Exception):
    """The system, or a process that is gone, does not tell it."""


def peak_memory(process: int | str = "self") -> float:
    """Return the most that a process ever held, mapped files included (VmHWM); NotTold where that can't be known."""
    return _told(process, "VmHWM")


def memory(process: int | str = "self") -> float:
    """Return what a process holds now, mapped files included (VmRSS)."""
    return _told(process, "VmRSS")


def own_memory(process: int | str = "self") -> float:
    """Return what a process holds now, without files that it maps, which the system may take back (RssAnon)."""
    return _told(process, "RssAnon")


def private_memory(process: int | str = "self") -> float:
    """Return what would be free if the process were gone: pages that it shares with no other (USS)."""
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError as error:
        raise NotTold(f"the memory of process {process} is not told") from error
    private = (line.split()[1] for line in lines if line.startswith(("Private_Clean:", "Private_Dirty:")))
    return sum(map(int, private)) * _KIBIBYTE_IN_MB


def forget_peak() -> None:
    """Let this process's peak begin anew from what it holds now."""
    try:
        Path("/proc/self/clear_refs").write_text("5")
    except OSError as error:
        raise NotTold("this system does not let a peak of memory begin anew") from error


def _told(process: int | str, word: str) -> float:
    try:
        lines = Path(f"/proc/{process}/status").read_text().splitlines()
    except OSError as error:
        raise NotTold("only Linux tells the memory of a process") from error
    for line in lines:
        if line.startswith(word + ":"):
            return int(line.split()[1]) * _KIBIBYTE_IN_MB
    raise NotTold(f"process {process} is gone")
