"""How many seeds the fault suite and the fuzzing try: a few in `make test`, all of them in `make faults`.

The one place that reads the environment variable FAULTS. What is tried with a seed is each test's own concern.
"""

from __future__ import annotations

import os

_FULL = os.environ.get("FAULTS", "") == "full"


def amount(short: int, full: int) -> int:
    """Return how many seeds to try: `short` as part of the whole suite, `full` with FAULTS=full in the environment."""
    return full if _FULL else short
