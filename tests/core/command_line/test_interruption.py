from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keras
import pytest

from core.command_line.interruption import stop_on_signal
from core.training.run_record import read_run_record

ROOT = Path(__file__).parents[3]
#: With the pictures of `trained_run`, whose features are at hand then.
ENDLESS = ("--weights", "random", "--image-size", "32", "--epochs", "100000", "--json")

Command = Callable[..., list[str]]
Start = Callable[[list[str]], "subprocess.Popen[str]"]


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    """Start processes whose output is read; none is left when the test ends, however it ends."""
    started: list[subprocess.Popen[str]] = []

    def start_one(words: list[str]) -> subprocess.Popen[str]:
        environment = {"PYTHONPATH": str(ROOT)} | os.environ
        pipe = subprocess.PIPE
        started.append(subprocess.Popen(words, stdout=pipe, stderr=pipe, text=True, cwd=tmp_path, env=environment))
        return started[-1]

    yield start_one
    for process in started:
        process.kill()
        for stream in (process.stdout, process.stderr):
            assert stream is not None
            stream.close()
        process.wait()


def read_until(process: subprocess.Popen[str], reached: Callable[[dict[str, Any]], bool]) -> None:
    """Read events until one says that the moment has come."""
    assert process.stdout is not None
    for line in process.stdout:
        if reached(json.loads(line)):
            return
    raise AssertionError(f"it never came: {process.communicate()}")


@pytest.mark.usefixtures("trained_run", "small_resnet50_in_processes")
def test_an_interrupted_training_keeps_its_best_epoch(
    start: Start, command: Command, dark_and_light: Path, tmp_path: Path
) -> None:
    process = start(command("train", dark_and_light, "--out", tmp_path / "run", *ENDLESS))
    read_until(process, lambda event: event["event"] == "epoch" and event["epoch"] == 3)

    process.send_signal(signal.SIGINT)
    output, errors = process.communicate()

    assert process.returncode == 130, errors
    finished = json.loads(output.splitlines()[-1])
    assert (finished["event"], finished["stopped"]) == ("finished", True)
    record = read_run_record(tmp_path / "run")
    assert record.state == "stopped"
    assert 3 <= len(record.history) < 100000
    assert record.best_epoch == finished["best_epoch"] > 0
    assert keras.saving.load_model(tmp_path / "run" / "model.keras").output_shape == (None, 2)
    assert "Ctrl+C again" in errors
    assert "Traceback" not in errors


def test_interrupted_before_there_is_anything_to_keep_it_says_so_and_leaves_nothing(
    start: Start, command: Command, dark_and_light: Path, tmp_path: Path
) -> None:
    process = start(command("train", dark_and_light, "--out", tmp_path / "run", *ENDLESS))
    read_until(process, lambda event: event["event"] == "progress")

    process.send_signal(signal.SIGINT)
    output, errors = process.communicate()

    assert process.returncode == 130, errors
    last = json.loads(output.splitlines()[-1])
    assert (last["event"], last.get("kind")) in {("failed", "interrupted"), ("finished", None)}
    assert (tmp_path / "run").exists() == (last["event"] == "finished")


def test_the_second_signal_ends_the_process_at_once_even_inside_compiled_code(start: Start) -> None:
    program = """
import hashlib, threading
from core.command_line.interruption import stop_on_signal
stop = threading.Event()
with stop_on_signal(stop, lambda: print("stopping", flush=True)):
    print("ready", flush=True)
    hashlib.pbkdf2_hmac("sha256", b"", b"", 10**9)  # one long call that Python's own signal handlers wait for
"""
    process = start([sys.executable, "-c", program])
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"

    process.send_signal(signal.SIGTERM)
    assert process.stdout.readline() == "stopping\n"
    process.send_signal(signal.SIGINT)

    assert process.wait() == 130


def test_signals_are_python_s_again_afterwards() -> None:
    before = signal.getsignal(signal.SIGINT)
    threads = threading.active_count()

    with stop_on_signal(threading.Event(), lambda: None):
        assert signal.getsignal(signal.SIGINT) is not before

    assert signal.getsignal(signal.SIGINT) is before
    assert threading.active_count() == threads


@pytest.mark.usefixtures("trained_run", "small_resnet50_in_processes")
def test_a_reader_that_goes_away_stops_the_training_and_its_best_epoch_is_kept(
    start: Start, command: Command, dark_and_light: Path, tmp_path: Path
) -> None:
    process = start(command("train", dark_and_light, "--out", tmp_path / "run", *ENDLESS))
    read_until(process, lambda event: event["event"] == "epoch")
    assert process.stdout is not None
    assert process.stderr is not None

    process.stdout.close()
    errors = process.stderr.read()

    assert process.wait() == 130
    assert errors == ""
    assert read_run_record(tmp_path / "run").state == "stopped"
