"""Keeping decoders from writing about damaged files to standard error: libtiff, which Pillow brings along, and its log.

What is wrong with a file is said in a sentence of ours; their own words would stand between the lines of a terminal.
For libtiff Pillow has no switch, so it is told by its own function, where that can be found.
"""

from __future__ import annotations

import ctypes
import logging
from contextlib import suppress
from functools import cache

from PIL import _imaging


@cache
def keep_decoders_quiet() -> None:
    """Take away what prints in this process; of libtiff, where that can be found."""
    logging.getLogger("PIL").setLevel(logging.CRITICAL)
    with suppress(OSError, AttributeError, TypeError):
        library = ctypes.CDLL(_imaging.__file__)
        for name in ("TIFFSetErrorHandler", "TIFFSetWarningHandler"):
            handler = getattr(library, name)
            handler.argtypes, handler.restype = [ctypes.c_void_p], ctypes.c_void_p
            handler(None)
