"""Put on PYTHONPATH, it sets the wall clock of a process of the real program: $FROSTLINE_CLOCK seconds ahead, or back.

The monotonic clock goes on, as it does when somebody sets the clock. Files get the real time, as from a server.
"""

from __future__ import annotations

import os
import time

_AHEAD = float(os.environ.get("FROSTLINE_CLOCK", "0"))
_real_time = time.time

if _AHEAD:
    time.time = lambda: _real_time() + _AHEAD
