"""How far the work is, on the program's entry in the task bar or dock; that of Linux is in `freedesktop`.

macOS would show it on the dock's icon, for which Qt has no door: there only the window's title tells (`title_share`).
"""

from __future__ import annotations

import logging
import sys
from typing import Any, Protocol

from PySide6.QtWidgets import QWidget

_log = logging.getLogger(__name__)


class TaskBar(Protocol):
    """Where the share is shown."""

    def show_share(self, percent: int | None) -> None:
        """Show how far the work is, in per cent; None: there is none."""
        ...


class WindowsTaskBar:
    """Windows' ITaskbarList3, called through its table of functions.

    Written after Microsoft's documentation (shobjidl_core.h) and never run: none of us has a Windows machine. Whatever
    goes wrong costs the bar and nothing else.
    """

    _CLASS = "{56FDF344-FD6D-11d0-958A-006097C9A090}"
    _INTERFACE = "{EA1AFB91-9E28-4B86-90E9-9E9F8A5EEFAF}"
    _INIT, _SET_VALUE, _SET_STATE = 3, 9, 10  # places in the table, after those of IUnknown
    _NO_PROGRESS, _NORMAL = 0, 2
    _IN_PROCESS = 1

    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._list: Any = None

    def show_share(self, percent: int | None) -> None:
        try:
            self._show(percent)
        except (OSError, AttributeError, ValueError) as error:
            _log.debug("Windows' task bar shows no progress: %s", error)

    def _show(self, percent: int | None) -> None:
        if sys.platform == "win32":
            import ctypes

            if self._list is None:
                self._list = self._made()
            window = ctypes.c_void_p(int(self._window.winId()))
            if percent is None:
                self._call(self._SET_STATE, window, ctypes.c_int(self._NO_PROGRESS))
            else:
                self._call(self._SET_STATE, window, ctypes.c_int(self._NORMAL))
                self._call(self._SET_VALUE, window, ctypes.c_ulonglong(percent), ctypes.c_ulonglong(100))

    def _made(self) -> Any:
        """Return the COM object. Qt has initialised COM on the window's thread."""
        import ctypes

        class Guid(ctypes.Structure):
            _fields_ = (
                ("a", ctypes.c_ulong),
                ("b", ctypes.c_ushort),
                ("c", ctypes.c_ushort),
                ("d", ctypes.c_ubyte * 8),
            )

        com: Any = ctypes.OleDLL("ole32")  # type: ignore[attr-defined, unused-ignore]
        class_id, interface, made = Guid(), Guid(), ctypes.c_void_p()
        com.CLSIDFromString(self._CLASS, ctypes.byref(class_id))
        com.CLSIDFromString(self._INTERFACE, ctypes.byref(interface))
        com.CoCreateInstance(
            ctypes.byref(class_id), None, self._IN_PROCESS, ctypes.byref(interface), ctypes.byref(made)
        )
        self._list = made
        self._call(self._INIT)
        return made

    def _call(self, place: int, *arguments: Any) -> None:
        import ctypes

        table = ctypes.cast(self._list, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p))).contents
        kinds = [type(one) for one in arguments]
        function = ctypes.WINFUNCTYPE(ctypes.HRESULT, ctypes.c_void_p, *kinds)  # type: ignore[attr-defined, unused-ignore]
        function(table[place])(self._list, *arguments)


class NoTaskBar:
    """For systems without one that could be told."""

    def show_share(self, percent: int | None) -> None:
        pass
