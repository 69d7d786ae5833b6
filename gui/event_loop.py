"""Running the program's event loop, and leaving it in order although a thread may still be reading.

Python can't end while a thread of Qt's pool is inside a function of ours: it would crash. What such a thread does is
reading, or writing that is whole or not there, so nothing is lost when it is cut off.
"""

from __future__ import annotations

import logging
import os
import sys

from PySide6.QtCore import QThreadPool
from PySide6.QtWidgets import QApplication

#: For a disk that is slow; one that does not answer at all is not waited for.
_PATIENCE_MILLISECONDS = 3000


def run_event_loop(application: QApplication, *, patience_milliseconds: int = _PATIENCE_MILLISECONDS) -> int:
    """Run until the program is left, and return its exit status once no thread is busy.

    A thread that is still busy after `patience_milliseconds` ends with the process, at once.
    """
    status = application.exec()
    if not QThreadPool.globalInstance().waitForDone(patience_milliseconds):
        logging.shutdown()
        for stream in (sys.stdout, sys.stderr):
            if stream is not None:
                stream.flush()
        os._exit(status)
    return status
