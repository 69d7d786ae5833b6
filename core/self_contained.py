"""Whether this is the self-contained program that `make package` builds, and what it says where pip is no remedy.

It has no pip and no Python beside it, so what it comes without can't be installed into it.
"""

from __future__ import annotations

import sys


def is_self_contained() -> bool:
    """Return whether this program was built to run without Python."""
    return bool(getattr(sys, "frozen", False))


def how_to_get(words: str, *, what: str = "it") -> str:
    """Return `words`, which tell how pip brings `what`; in a self-contained program, that it can't have that."""
    if not is_self_contained():
        return words
    return f"The self-contained Frostline comes without {what}: that takes a Frostline that was installed with pip."
