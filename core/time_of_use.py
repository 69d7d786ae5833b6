"""When files of a cache were last used, by their time of change, on a clock that may be set back.

Whoever makes room removes the files that were not used for longest. What was used while the clock was ahead would seem
to have been used last for as long as the clock hasn't caught up, which may take years.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

#: Clocks of servers and of file systems differ by less.
_TOLERANCE_SECONDS = 60.0


def bring_back_from_the_future(files: Iterable[Path]) -> None:
    """Let files whose time lies in the future count as used now, so that what is used from now on counts as later."""
    now = time.time()
    for file in files:
        with suppress(OSError):  # gone meanwhile, or a read-only place
            if file.stat().st_mtime > now + _TOLERANCE_SECONDS:
                os.utime(file, (now, now))
