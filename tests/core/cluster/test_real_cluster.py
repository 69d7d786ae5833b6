"""Extraction on a real Ray cluster of two nodes on this machine: a worker is killed, then the cluster is lost.

It takes a minute of processor time, so all of it happens once, for whichever of the test processes asks first; the
tests look at what came of it.
"""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.local_cluster import LocalCluster
from tests.core.cluster.conftest import draw_pictures, extract, read_problems_table, read_rows

pytest.importorskip("ray", reason="Ray is not installed: extra 'cluster'")
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="nodes need loopback addresses of their own")

PER_CLASS = 130
ALL = 3 * PER_CLASS + 2
_PATIENCE_SECONDS = 300.0

MakeFolder = Callable[[str, Callable[[Path], None]], Path]
Events = list[dict[str, Any]]


class Extraction:
    """The command in a process of its own, whose events are heard as they come."""

    def __init__(self, folder: Path, store: str, cluster: LocalCluster) -> None:
        words = ["extract", str(folder / "pictures"), "--out", str(folder / store), "--cluster", cluster.address]
        options = ["--weights", "random", "--image-size", "32", "--json"]
        environment = os.environ | {"FROSTLINE_HOME": str(folder / "home"), "KERAS_BACKEND": "tensorflow"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "core", *words, *options],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self.events: Events = []
        self._heard: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()

    def wait_for(self, wanted: Callable[[dict[str, Any]], bool]) -> bool:
        """Wait for an event; False where the command ended without it."""
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            event = self._heard.get(timeout=max(0.1, deadline - time.monotonic()))
            if event is None:
                return False
            self.events.append(event)
            if wanted(event):
                return True

    def end(self) -> int:
        """Return the exit status."""
        self.wait_for(lambda _: False)
        return self.process.wait(_PATIENCE_SECONDS)

    def close(self) -> None:
        """Let nothing of it stay."""
        self.process.kill()
        self.process.wait()
        self._listener.join()
        assert self.process.stdout is not None
        self.process.stdout.close()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._heard.put(json.loads(line))
        self._heard.put(None)


def is_on_the_way(event: dict[str, Any]) -> bool:
    return event.get("stage") == "extract" and 0 < event["done"] < event["total"]


def tell_it(folder: Path) -> None:
    """Let it all happen, and keep what is to be looked at."""
    draw_pictures(folder / "pictures", PER_CLASS)
    commands: list[Extraction] = []
    with LocalCluster(nodes=2, processors=1) as cluster:
        try:
            commands.append(Extraction(folder, "store", cluster))
            was_on_the_way = commands[0].wait_for(is_on_the_way)
            victims = cluster.workers()
            with suppress(IndexError, ProcessLookupError):
                os.kill(victims[0], signal.SIGKILL)
            keep(folder, "killed", commands[0], was_on_the_way=was_on_the_way, workers=len(victims))
            commands.append(Extraction(folder, "lost store", cluster))
            commands[1].wait_for(lambda event: event["event"] == "nodes")
            cluster.lose()
            keep(folder, "lost", commands[1], left=len(cluster.processes()))
        finally:
            for command in commands:
                command.close()


def keep(folder: Path, name: str, command: Extraction, **facts: object) -> None:
    status = command.end()
    (folder / f"{name}.json").write_text(json.dumps({"status": status, "events": command.events, **facts}))


@pytest.fixture
def story(once_for_all: MakeFolder) -> Path:
    return once_for_all("a cluster", tell_it)


def told(story: Path, name: str) -> dict[str, Any]:
    heard: dict[str, Any] = json.loads((story / f"{name}.json").read_text())
    return heard


def test_a_worker_that_is_killed_costs_nothing_and_doubles_nothing(story: Path) -> None:
    killed = told(story, "killed")

    last = killed["events"][-1]
    assert killed["was_on_the_way"]
    assert killed["workers"] >= 1
    assert (killed["status"], last["event"]) == (0, "extracted")
    assert last["images"] == ALL
    assert last["images_extracted"] + last["images_reused"] + last["copies"] == ALL - 1
    assert last["nodes"] == ["127.0.0.2", "127.0.0.3"]
    assert len(read_rows(story / "store")) == ALL - 2
    assert [one["name"] for one in read_problems_table(story / "store")] == ["cats/bad.jpg"]


def test_the_features_are_those_of_this_computer_alone(story: Path, tmp_path: Path) -> None:
    from tests.core.small_resnet import resnet50_being_itself

    with resnet50_being_itself():
        extract(story / "pictures", tmp_path / "here")

    here, there = read_rows(tmp_path / "here"), read_rows(story / "store")
    assert here.keys() == there.keys()
    largest = max(float(np.abs(row).max()) for row in here.values())
    # On one kind of processor they are the same bits; another number of threads may add in another order.
    assert max(float(np.abs(here[key] - there[key]).max()) for key in here) <= 1e-5 * largest


def test_progress_and_nodes_are_told_on_the_way(story: Path) -> None:
    events = told(story, "killed")["events"]

    assert {"progress", "nodes", "extracted"} <= {one["event"] for one in events}
    done = [one["done"] for one in events if one.get("stage") == "extract"]
    assert done == sorted(done)
    assert all(one["workers"] == 2 for one in events if one["event"] == "nodes")


def test_a_cluster_that_is_lost_is_a_sentence_and_nothing_is_left_of_it(story: Path) -> None:
    lost = told(story, "lost")

    last = lost["events"][-1]
    assert lost["status"] == 3
    assert (last["event"], last["kind"]) == ("failed", "cluster_lost")
    assert last["message"].startswith("The cluster at 127.0.0.2:")
    assert last["message"].endswith(" is gone.")
    assert lost["left"] == 0
