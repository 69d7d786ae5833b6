"""The program `frostline`: it finds out what is wanted, and loads no more than that takes.

A command goes to the command line, everything else opens the window. Neither Qt nor Keras is imported before it is
known to be needed.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from gui.screen import why_no_window, why_qt_does_not_load

BAD_ARGUMENTS_STATUS, NO_WINDOW_STATUS = 2, 3


def main(argv: Sequence[str] | None = None) -> int:
    """Run what `argv` asks for (default: the program's own arguments) and return the exit status."""
    arguments = list(sys.argv[1:] if argv is None else argv)
    first = arguments[0] if arguments else ""
    if first == "--worker":
        from core.worker.process import main as run_worker

        return run_worker(arguments[1:])
    if first == "--python":
        from core.own_python import be_python

        return be_python(arguments[1:])
    if first == "demo" and not {"--help", "-h"} & set(arguments):
        return _run_demo(arguments[1:])
    if first.startswith("-") or _is_command(first):
        from core.command_line.main import main as run_command

        return run_command(arguments)
    return _open_window(arguments)


def _is_command(word: str) -> bool:
    """Return whether `word` is a command. A folder of that name is opened by `./train`."""
    if not word.isalpha():
        return False
    from core.command_line.main import COMMANDS

    return word in COMMANDS


def _run_demo(arguments: Sequence[str]) -> int:
    problem = why_qt_does_not_load(os.environ, sys.platform)
    if problem:
        return _refuse(problem, NO_WINDOW_STATUS)
    from gui.demo.main import main as run_demo

    return run_demo(arguments)


def _open_window(arguments: Sequence[str]) -> int:
    problem = why_folder_is_no_use(arguments)
    if problem:
        return _refuse(problem, BAD_ARGUMENTS_STATUS)
    problem = why_no_window(os.environ, sys.platform)
    if problem:
        return _refuse(problem, NO_WINDOW_STATUS)
    from gui.app import main as run_window

    return run_window(arguments)


def why_folder_is_no_use(arguments: Sequence[str]) -> str:
    """Return what is wrong with the arguments of a window, or '' for none or one thing that it can open."""
    if len(arguments) > 1:
        given = " ".join(arguments)
        return f"One folder can be opened, not '{given}'. `frostline --help` lists the commands."
    if arguments and not Path(arguments[0]).exists():
        return f"There is no folder {arguments[0]}, nor a command of that name. `frostline --help` lists the commands."
    if arguments and not Path(arguments[0]).is_dir() and not _is_plan(Path(arguments[0])):
        return (
            f"{arguments[0]} is not a folder. Name the folder whose sub-folders are classes of pictures, the folder of "
            "a run, a project (*.frostline), or a freeze plan (*.frostplan.json)."
        )
    return ""


def _is_plan(path: Path) -> bool:
    from gui.opened_path import OpenedAs, opened_as

    return opened_as(path) is OpenedAs.PLAN


def _refuse(sentence: str, status: int) -> int:
    print(f"frostline: {sentence}", file=sys.stderr)
    return status
