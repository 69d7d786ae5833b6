"""Put on PYTHONPATH, it lets a process of the real program end with SIGKILL at a change of files chosen before.

The environment variable FROSTLINE_SABOTAGE names an order: a file that holds a number, a process and a folder. From the
moment at which it appears that process counts what it opens for writing, renames and removes below that folder, and
kills itself at that number, in the middle of things. Nothing happens without an order.
"""

from __future__ import annotations

import os
import signal
import sys

_ORDER = os.environ.get("FROSTLINE_SABOTAGE", "")
_WRITING = os.O_WRONLY | os.O_RDWR


class _Saboteur:
    def __init__(self) -> None:
        self._left = 0
        self._below = ""
        self._busy = False

    def watch(self, event: str, arguments: tuple[object, ...]) -> None:
        if self._busy or event not in ("open", "os.rename", "os.remove", "os.link"):
            return
        if event == "open" and not (isinstance(arguments[2], int) and arguments[2] & _WRITING):
            return
        self._busy = True
        try:
            self._count(str(arguments[0]))
        finally:
            self._busy = False

    def _count(self, path: str) -> None:
        if not self._left and not self._take_order():
            return
        if path.startswith(self._below):
            self._left -= 1
            if not self._left:
                os.kill(os.getpid(), signal.SIGKILL)

    def _take_order(self) -> bool:
        try:
            with open(_ORDER, encoding="utf-8") as order:  # noqa: PTH123  # Light, since every process imports this.
                number, process, below = order.read().split(" ", maxsplit=2)
            if int(process) != os.getpid():
                return False
            os.unlink(_ORDER)  # noqa: PTH108
        except OSError:
            return False
        self._left, self._below = int(number), below
        return True


if _ORDER:
    sys.addaudithook(_Saboteur().watch)
