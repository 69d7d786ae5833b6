"""The window's process in the benchmark of the first paint: opens Frostline as a person would, and closes it again.

Prints time.monotonic_ns() at the moment when the window has been painted for the first time. That clock is the same
for all processes of the machine, so whoever started this process can subtract.
"""

from __future__ import annotations

import sys
import time

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

from gui.launch import main


class FirstPaint(QObject):
    """Waits for the first paint of the main window, prints when it was, and closes the window."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Let every event pass. The timer fires when the painting that begins here is done and on the screen."""
        if event.type() == QEvent.Type.Paint and isinstance(watched, QMainWindow):
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_painted(self) -> None:
        print(time.monotonic_ns(), flush=True)
        QApplication.closeAllWindows()


if __name__ == "__main__":
    application = QApplication(sys.argv[:1])
    first_paint = FirstPaint(application)
    application.installEventFilter(first_paint)
    sys.exit(main([]))
