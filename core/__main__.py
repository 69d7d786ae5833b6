"""`python -m core`: the command line without a window."""

from __future__ import annotations

import sys

from core.command_line.main import main

if __name__ == "__main__":
    sys.exit(main())
