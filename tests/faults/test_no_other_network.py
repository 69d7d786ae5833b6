"""A machine that listens in: beneath Python, too, no process of the program has to do with a network; `make faults`.

The whole demo in the window, and every format of an export with what writes and checks it, run in a network of their
own and under strace, where this machine has both. In `make test` the same is watched in Python's own words, by the
fixture `network_watch` in the tests that play these things anyway.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from core.export.formats import FORMATS, ExportFormat
from tests.faults.amount import amount
from tests.faults.conftest import draw_pictures
from tests.network_watch.watch import NetworkWatch, can_trace

pytestmark = [
    pytest.mark.skipif(amount(0, 1) == 0, reason="minutes of real work: make faults"),
    pytest.mark.skipif(not can_trace(), reason="strace is not here, or may not watch processes"),
    pytest.mark.timeout(1200),
]
#: The port of nothing: the one address that may be tried, in place of the public one of the weights.
NOWHERE = ("127.0.0.1", 9)


def run_watched(watch: NetworkWatch, *words: object) -> None:
    command = watch.under_strace([sys.executable, "-P", "-m", "gui", *map(str, words)])
    environment = {
        **os.environ,
        **watch.environment,
        "FROSTLINE_WEIGHTS_URL": f"http://{NOWHERE[0]}:{NOWHERE[1]}/weights.h5",
    }
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_demo_in_the_window_tries_the_weights_and_nothing_else(tmp_path: Path, network_watch: NetworkWatch) -> None:
    network_watch.addresses.add(NOWHERE)

    run_watched(network_watch, "demo", "--out", tmp_path / "demo")

    assert network_watch.addresses_used() == {NOWHERE}
    for process in ("gui demo", "core.worker --name trainer", "core.worker --name viewer", "check_process"):
        assert network_watch.watched(process) >= 1, process


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A run at 32 pixels with random weights."""
    place = tmp_path_factory.mktemp("run")
    draw_pictures(place / "pictures")
    words = ["train", place / "pictures", "--out", place / "run", "--weights", "random", "--image-size", "32"]
    subprocess.run([sys.executable, "-P", "-m", "core", *map(str, words), "--epochs", "1"], check=True)
    return place / "run"


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_no_export_uses_a_network(form: ExportFormat, run: Path, tmp_path: Path, network_watch: NetworkWatch) -> None:
    run_watched(network_watch, "export", run, "--format", form.name, "--out", tmp_path / f"model{form.suffix}")

    assert network_watch.watched("gui export") >= 1
