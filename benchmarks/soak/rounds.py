"""What a round of the soak is: everything that is done with data, layers, trainings and models, in changing order."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence
from pathlib import Path

from benchmarks.pictures import generate, picture_files
from benchmarks.soak.doings import SoakUser

#: Exported in turn: a file of Keras', those that are written here, and one that a process of its own writes.
FORMATS = ("keras", "onnx", "openvino", "script-keras", "litert")
_PICTURES = 24
_DROPPED = 4
#: In every so manyth round the last block learns too, and the backends are asked anew.
_THAWED_EVERY, _BACKENDS_ASKED_EVERY = 3, 8


def draw_folders(place: Path) -> tuple[Path, Path]:
    """Draw two data folders, which the rounds open in turn."""
    return generate(place / "first folder", _PICTURES), generate(place / "second folder", _PICTURES + 6, edge=80)


def play_round(number: int, user: SoakUser, folders: Sequence[Path], choices: random.Random) -> None:
    """Play round `number`, counted from 0.

    Raises:
        GaveUpWaiting: something did not happen in time, or not at all.

    """
    folder = folders[number % len(folders)]
    user.open_folder(folder)
    user.thaw_and_take_back()
    user.look_into_a_layer()
    user.train("conv5" if number % _THAWED_EVERY == _THAWED_EVERY - 1 else "Head only")
    dropped = choices.sample(picture_files(folder), _DROPPED)
    afterwards: list[Callable[[], None]] = [
        user.stop_a_training,
        user.train_further,
        lambda: user.predict(dropped),
        user.evaluate,
        lambda: user.export(FORMATS[number % len(FORMATS)]),
        user.switch_runs,
        user.look_around,
        lambda: user.open_settings(look_again=number % _BACKENDS_ASKED_EVERY == _BACKENDS_ASKED_EVERY - 1),
    ]
    choices.shuffle(afterwards)
    for do in afterwards:
        do()
    user.wait_until_idle()


def play_light_round(number: int, user: SoakUser, folders: Sequence[Path], _choices: random.Random) -> None:
    """Do what needs no training, in seconds: it shows that the soak itself works."""
    user.open_folder(folders[number % len(folders)])
    user.thaw_and_take_back()
    user.look_around()
    user.wait_until_idle()
