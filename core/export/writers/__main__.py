"""`python -m core.export.writers WRITER ARGUMENTS` writes an export in a process of its own that ends with its parent.

The watch begins before the writer is imported, and a framework with it, which takes seconds.
"""

from __future__ import annotations

import importlib
import sys

from core.export.writers.child_words import end_with_parent
from core.quick_keras import importing_keras

if __name__ == "__main__":
    end_with_parent()
    del sys.argv[0]
    with importing_keras():
        writer = importlib.import_module(f"core.export.writers.{sys.argv[0]}")
    writer.main()
