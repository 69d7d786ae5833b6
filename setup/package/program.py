"""The first module of the frozen program: it puts the environment right; what is done then is `gui.launch`'s."""

from __future__ import annotations

import os
import sys


def give_back_search_path() -> None:
    """Take our libraries out of the search path of programs that are not ours, such as the one that opens a folder.

    What starts the frozen program sets LD_LIBRARY_PATH, which was read by now, and keeps what the user had beside it.
    """
    theirs = os.environ.pop("LD_LIBRARY_PATH_ORIG", "")
    if theirs:
        os.environ["LD_LIBRARY_PATH"] = theirs
    else:
        os.environ.pop("LD_LIBRARY_PATH", None)


if __name__ == "__main__":
    give_back_search_path()
    from gui.launch import main

    sys.exit(main())
