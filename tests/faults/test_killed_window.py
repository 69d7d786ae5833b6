"""kill -9 of the window at random moments: its workers go by themselves, nothing is half-written, a new one goes on."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest

from core.training.run_record import RECORD_FILE
from tests.faults.amount import amount
from tests.faults.conftest import Place, Undisturbed
from tests.faults.processes import PATIENCE_SECONDS, wait_until_none_is_left
from tests.faults.whole import damaged_files, leftovers, what_is_wrong_with_run
from tests.faults.worker import ROOT

#: The sign after which the window is killed, and within how many seconds.
PHASES = (("extract", 1.0), ("scanning", 0.5), ("save", 0.8), ("epoch", 0.1), ("exporting", 4.0))
SEEDS = range(amount(1, 30))


class Window:
    """The program in a process of its own, worked by `window_program`."""

    def __init__(self, place: Place, run: str, export: Path) -> None:
        environment = os.environ | {
            "HOME": str(place.home),
            "FROSTLINE_HOME": str(place.home),
            "KERAS_HOME": str(place.home / "keras"),
            "PYTHONPATH": str(ROOT),
            "QT_QPA_PLATFORM": "offscreen",
        }
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.window_program", str(place.data), run, str(export)],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._last_words: list[str] = []
        self._listener = threading.Thread(target=self._keep_last_words, daemon=True)
        self._listener.start()

    def wait_for_sign(self, sign: str, number: int) -> None:
        """Wait for line `number` that begins with `sign`."""
        assert self._process.stdout is not None
        for line in self._process.stdout:
            number -= line.startswith(sign)
            if not number:
                return
        self._wait()
        raise AssertionError("".join(self._last_words)[-3000:])

    def kill(self) -> None:
        os.kill(self._process.pid, signal.SIGKILL)
        self._wait()

    def told_to_the_end(self) -> list[str]:
        """Wait until the window has done everything and closed itself; return what it told."""
        assert self._process.stdout is not None
        told = [line.strip() for line in self._process.stdout]
        status = self._wait()
        assert status == 0, (told[-5:], "".join(self._last_words)[-3000:])
        return told

    def _wait(self) -> int:
        status = self._process.wait(timeout=PATIENCE_SECONDS)
        self._listener.join()
        for stream in (self._process.stdout, self._process.stderr):
            assert stream is not None
            stream.close()
        return status

    def _keep_last_words(self) -> None:
        assert self._process.stderr is not None
        self._last_words += self._process.stderr.readlines()


@pytest.mark.parametrize(
    ("phase", "within", "seed"),
    [pytest.param(*PHASES[seed % len(PHASES)], seed, id=f"{PHASES[seed % len(PHASES)][0]}-{seed}") for seed in SEEDS],
)
def test_a_killed_window_takes_its_workers_along_and_the_next_goes_on(
    phase: str, within: float, seed: int, own_place: Place, undisturbed: Undisturbed
) -> None:
    place = own_place
    generator = np.random.default_rng([seed, 6])
    if phase == "extract":
        shutil.rmtree(place.store, ignore_errors=True)
    run, export = place.runs / f"killed {seed}", place.exports / str(seed) / "model.onnx"

    # Given a window that is killed at some moment
    window = Window(place, run.name, export)
    window.wait_for_sign(phase, int(generator.integers(1, 6)) if phase == "epoch" else 1)
    threading.Event().wait(float(generator.uniform(0.0, within)))
    window.kill()

    # Then its workers end by themselves, and nothing is half-written
    wait_until_none_is_left(place.home)
    assert damaged_files(*place.all) == []
    assert [why for one in place.runs.iterdir() if (why := what_is_wrong_with_run(one))] == []
    begun = (run / RECORD_FILE).is_file() and '"running"' in (run / RECORD_FILE).read_text(encoding="utf-8")

    # And the next window offers to go on, ends as nobody had disturbed it, and leaves nothing of the one before
    told = Window(place, run.name, export).told_to_the_end()
    assert ("resuming" in told) == begun
    undisturbed.assert_same(run, place.store)
    wait_until_none_is_left(place.home)
    assert leftovers(*place.all) == []
    assert damaged_files(*place.all) == []
    assert export.is_file()
