"""`frostline demo`: the real window, driven through the whole job, with a picture of each page at the end.

Everything it makes lies in one folder: pictures of the pages, the run, the export, and its own settings and cache, so
that a demo never touches the user's.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from core.errors import FrostlineError, UnusableInput
from gui.screen import why_no_screen

_MARK = "this is a frostline demo.txt"
_OK, _BAD_ARGUMENTS, _FAILED = 0, 2, 3


def main(argv: Sequence[str]) -> int:
    """Run the demo and return the exit status: 0 done, 2 bad arguments, 3 failed."""
    arguments = _parser().parse_args(argv)
    try:
        place = _claim(arguments.out)
    except FrostlineError as error:
        print(f"frostline: {error.message} {error.hint}", file=sys.stderr)
        return _BAD_ARGUMENTS
    os.environ["FROSTLINE_HOME"] = str(place / "home")
    if arguments.backend:
        os.environ["KERAS_BACKEND"] = arguments.backend
    if why_no_screen(os.environ, sys.platform):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    return _play(place, as_json=arguments.json)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="frostline demo", description=(__doc__ or "").split("\n\n", maxsplit=1)[0])
    parser.add_argument(
        "--out", metavar="DIR", type=Path, default=Path("frostline-demo"), help="folder for everything that it makes"
    )
    parser.add_argument("--backend", choices=("tensorflow", "torch", "jax"), help="what Keras runs on")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line")
    return parser


def _claim(place: Path) -> Path:
    """Make the demo's folder anew; one that an earlier demo made is replaced, anything else left alone."""
    place = place.absolute()
    if place.exists() and not (place / _MARK).exists() and (not place.is_dir() or any(place.iterdir())):
        raise UnusableInput(f"{place} exists already.", hint="Choose a new folder with --out, or remove that one.")
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir(parents=True)
    (place / _MARK).write_text("`frostline demo` made this folder and replaces it when it is played again.\n")
    return place


def _play(place: Path, *, as_json: bool) -> int:
    # Qt is imported only now, when the environment says which platform it is to use.
    from PySide6.QtWidgets import QApplication

    from gui.app import create_window
    from gui.demo.job import do_whole_job
    from gui.demo.scripted_user import GaveUpWaiting, ScriptedUser
    from gui.language.translate import teach_qt

    def tell(page: str, picture: Path) -> None:
        line = json.dumps({"event": "page", "page": page, "picture": str(picture)})
        print(line if as_json else f"{page:27s}{picture}", flush=True)

    application = QApplication.instance() or QApplication([sys.argv[0]])
    teach_qt()
    window = create_window()
    user = ScriptedUser(window, place)
    window.resize(1280, 800)
    window.show()
    try:
        do_whole_job(user, export_to=place / "exported.keras", tell=tell)
    except (GaveUpWaiting, LookupError, OSError) as error:
        picture = user.take_picture("failed")
        _tell_failure(f"The demo did not get through: {error}. The window as it was: {picture}", as_json=as_json)
        return _FAILED
    finally:
        window.close()
        application.processEvents()
    _tell_end(place, as_json=as_json)
    return _OK


def _tell_failure(sentence: str, *, as_json: bool) -> None:
    if as_json:
        hint = "The log files lie below the folder's home/logs."
        print(json.dumps({"event": "failed", "kind": "failed", "message": sentence, "hint": hint}), flush=True)
    else:
        print(f"frostline: {sentence}", file=sys.stderr)


def _tell_end(place: Path, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"event": "finished", "folder": str(place)}), flush=True)
    else:
        print(f"Done. A picture of each page, the run and the exported model lie in {place}.")
