"""The window of the self-contained program opens, and does the whole job, where there is no Python.

A file of its own: two windows on one screen would hide each other, and the tests of one file run one after the other.
"""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage

from tests.package.bare_machine import bare_environment, command_on_bare_machine
from tests.package.conftest import RunProgram
from tests.package.evidence import colours_on_screen, evidence, has_screen

#: The whole job in a window takes minutes where other work takes the processor.
pytestmark = [pytest.mark.package, pytest.mark.timeout(1800)]

PAGES = ("data", "layers", "inspector", "train", "evaluate", "predict", "export")
#: Until the window is there.
_PATIENCE_SECONDS = 300


@pytest.mark.skipif(not has_screen(), reason="there is no X11 screen to look at")
def test_window_comes_onto_the_screen(unpacked: Path, bare_home: Path, tmp_path: Path) -> None:
    # Given a screen with nothing on it
    bare = colours_on_screen()
    # When the program is started as by a double click
    command = command_on_bare_machine([str(unpacked / "frostline")])
    with (
        (tmp_path / "said.log").open("w") as said,
        subprocess.Popen(command, env=bare_environment(bare_home), cwd=bare_home, stdout=said, stderr=said) as program,
    ):
        # Then a window comes, and stays until it is told to go
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while colours_on_screen() < bare + 20:
            is_fine = program.poll() is None and time.monotonic() < deadline
            if not is_fine:
                seen = evidence("start", bare_home, tmp_path)
                program.kill()
                pytest.fail(f"No window came, status {program.returncode}.\n{seen}")
        assert program.poll() is None
        program.terminate()


def test_window_does_the_whole_job(run_program: RunProgram, tmp_path: Path) -> None:
    # When a user who is played by the program itself draws pictures, thaws, trains, evaluates, predicts and exports
    done = run_program("demo", "--out", tmp_path / "demo", "--json")
    # Then each page was come to, and shows something
    assert done.status == 0, done.all_there_is
    assert done.events[-1]["event"] == "finished"
    assert {event["page"] for event in done.events if event["event"] == "page"} >= set(PAGES)
    for page in PAGES:
        picture = QImage(str(tmp_path / "demo" / f"{page}.png"))
        assert (picture.width(), picture.height()) >= (1280, 800)
        colours = {picture.pixel(x, y) for x in range(0, 1280, 8) for y in range(0, 800, 8)}
        assert len(colours) > 20, page
    # And the model is one that plain Keras opens, which answers by the classes that were drawn
    model = tmp_path / "demo" / "exported.keras"
    labels = next((tmp_path / "demo").rglob("labels.txt"))
    assert classes_by_plain_keras(model) == len(labels.read_text().split())


def classes_by_plain_keras(model: Path) -> int:
    import keras

    opened = keras.saving.load_model(model)
    size = opened.input_shape[1:3]
    return int(opened.predict(np.zeros((1, *size, 3), np.float32), verbose=0).shape[-1])
