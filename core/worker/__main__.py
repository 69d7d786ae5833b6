"""`python -m core.worker` is the worker's process."""

from __future__ import annotations

import sys

from core.worker.process import main

if __name__ == "__main__":
    sys.exit(main())
