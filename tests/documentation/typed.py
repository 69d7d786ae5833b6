"""`frostline` as the full run of the documentation has it on its PATH: the program, new trainings made short."""

from __future__ import annotations

import sys

from gui.launch import main
from tests.documentation.conftest import lengthened

if __name__ == "__main__":
    sys.exit(main(lengthened(sys.argv[1:])))
