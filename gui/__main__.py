"""`python -m gui` is the program `frostline`."""

from __future__ import annotations

import sys

from gui.launch import main

if __name__ == "__main__":
    sys.exit(main())
