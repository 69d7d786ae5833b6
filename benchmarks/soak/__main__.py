"""`python -m benchmarks.soak`: plays rounds until the time is over, and says whether anything grew that may not.

Everything lies in the folder `--out`: the readings and the summary, and while it lasts a home, trash and temporary
files of its own, which go at the end. Exit status: 0 all bounds hold, 1 one does not, or the user did not get on.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.machine import describe_machine
from benchmarks.memory import NotTold
from gui.screen import why_no_screen


def main(argv: Sequence[str] | None = None) -> int:
    """Soak the window."""
    arguments = _parser().parse_args(argv)
    out = arguments.out.absolute()
    out.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix="frostline-soak-", dir=out))
    _move_into(place)
    try:
        return _soak(place, out, arguments)
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _move_into(place: Path) -> None:
    """Let this process and its workers keep everything below `place`."""
    for name in ("home", "temporary", "desktop"):
        (place / name).mkdir()
    os.environ["FROSTLINE_HOME"] = str(place / "home")
    os.environ["KERAS_HOME"] = str(place / "home" / "keras")
    os.environ["XDG_DATA_HOME"] = str(place / "desktop")  # where the trash is
    os.environ["TMPDIR"] = tempfile.tempdir = str(place / "temporary")
    os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "2")
    if why_no_screen(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"


def _soak(place: Path, out: Path, arguments: argparse.Namespace) -> int:
    # Qt is imported only now, when the environment says which platform it is to use.
    from PySide6.QtGui import QGuiApplication

    from benchmarks.sides.window import open_window
    from benchmarks.soak.doings import SoakUser
    from benchmarks.soak.readings import read_all
    from benchmarks.soak.report import Report, summarize, write_summary
    from benchmarks.soak.rounds import draw_folders, play_light_round, play_round
    from gui.demo.scripted_user import GaveUpWaiting

    report, trouble = Report(out), ""
    folders, choices = draw_folders(place), random.Random(arguments.seed)
    play = play_light_round if arguments.light else play_round
    begun = time.monotonic()
    with open_window() as (window, user):
        platform = QGuiApplication.platformName()
        soak_user = SoakUser(window=window, user=user, choices=choices, place=place)
        try:
            soak_user.come_to_the_front()
            while time.monotonic() - begun < 60 * arguments.minutes and report.rounds != arguments.rounds:
                started = time.monotonic()
                play(report.rounds, soak_user, folders, choices)
                user.rest(1000)  # so that what was given back is given back
                report.add(time.monotonic() - started, read_all(soak_user, window, place))
                print(report.line(), flush=True)
        except (GaveUpWaiting, LookupError, NotTold) as error:
            picture = out / "failed.png"
            window.grab().save(str(picture))
            trouble = f"Round {report.rounds + 1} came to no end: {error}. The window as it was: {picture}."
    took = (time.monotonic() - begun) / 60
    machine = ", ".join(value for name, value in describe_machine() if name in ("Date", "Processor", "Memory"))
    how = f"{report.rounds} rounds in {took:.0f} minutes, seed {arguments.seed}, Qt on {platform}."
    summary, holds = summarize(report, f"{machine}: {how}", trouble)
    write_summary(out, summary)
    print(summary, end="")
    return 0 if holds else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.soak", description="Use the window for an hour.")
    parser.add_argument("--minutes", type=float, default=60.0, help="how long (60); a round that was begun is ended")
    parser.add_argument("--rounds", type=int, metavar="N", help="no more than so many rounds")
    parser.add_argument("--light", action="store_true", help="leave out what trains, predicts and exports")
    parser.add_argument("--seed", type=int, default=0, help="decides what the user does by whim, and in which order")
    parser.add_argument("--out", type=Path, default=Path("build/soak"), metavar="DIR", help="where the readings go")
    return parser


if __name__ == "__main__":
    sys.exit(main())
