"""The program as a Python interpreter: how a part of it is started in a process of its own.

From source that is `sys.executable`. A frozen program has no Python beside it and starts itself with the word
`--python`; `be_python` is what it then does. Which part is started, and with which environment, is the caller's
concern.
"""

from __future__ import annotations

import runpy
import sys
from collections.abc import Sequence

from core.self_contained import is_self_contained

#: The first argument with which a frozen program is a Python.
BE_PYTHON = "--python"


def python_command(arguments: Sequence[str]) -> list[str]:
    """Return the command that runs Python with `arguments`: `-m MODULE`, `-c CODE` or a file, and what follows."""
    # -P: the user's current folder, or a script's own, may hold a file that is named like one of our modules.
    return [sys.executable, BE_PYTHON if is_self_contained() else "-P", *arguments]


def be_python(arguments: Sequence[str]) -> int:
    """Do what `python ARGUMENTS` does, for the three ways in which `python_command` is used; return 0.

    Raises:
        SystemExit: the program that was run ended that way.
        ValueError: there is nothing to run.

    """
    if not arguments:
        raise ValueError("nothing to run: expected -m MODULE, -c CODE or a file")
    first, *rest = arguments
    if first in ("-m", "-c") and not rest:
        raise ValueError(f"nothing to run after {first}")
    if first == "-m":
        sys.argv = rest
        runpy.run_module(rest[0], run_name="__main__", alter_sys=True)
    elif first == "-c":
        sys.argv = ["-c", *rest[1:]]
        exec(compile(rest[0], "<string>", "exec"), {"__name__": "__main__"})
    else:
        sys.argv = list(arguments)
        runpy.run_path(first, run_name="__main__")
    return 0
