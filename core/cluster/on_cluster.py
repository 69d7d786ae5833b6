"""An extraction on a cluster, seen from here: the process that speaks with Ray is started, heard and ended.

What it says becomes events; that it dies becomes a sentence. What it does is `core.cluster.driver`'s concern.
"""

from __future__ import annotations

import dataclasses
import json
import logging
import queue
import subprocess
import tempfile
import threading
import time
from collections import deque
from typing import IO, Any

from core.cluster.driver import Order
from core.cluster.ledger import Count
from core.errors import FrostlineError
from core.job_control import JobControl
from core.messages import NodesAtWork
from core.own_python import python_command
from core.worker.launch import worker_environment

#: So long it may take to join the cluster and to ask its nodes, and to end when it is to stop.
_JOIN_SECONDS, _STOP_SECONDS = 120.0, 75.0
_LOOK_SECONDS = 0.1
#: So often the pace is told, and of so long.
_PACE_SECONDS, _LATELY_SECONDS = 1.0, 10.0

_log = logging.getLogger(__name__)


def extract_on_cluster(order: Order, control: JobControl) -> tuple[Count, tuple[str, ...]]:
    """Let the cluster compute all portions; return what was done, and the nodes' addresses.

    Reports Progress of stage `extract`, and NodesAtWork every second.

    Raises:
        Stopped: the user asked for it; what was computed is in the store.
        FrostlineError: the cluster can't be joined, its nodes are unfit, it is lost, or the store can't be reached.

    """
    command = python_command(["-m", "core.cluster.driver"])
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=worker_environment(),
            text=True,
            errors="replace",
            start_new_session=True,  # Ctrl+C on a terminal is for us, who then ask it to stop.
        ) as process,
    ):
        try:
            return _Conversation(process, order, control).run()
        except FrostlineError:
            complaints.seek(0)
            _log.error("What the cluster's process printed:\n%s", complaints.read().decode(errors="replace")[-20_000:])
            raise
        finally:
            process.kill()


class _Conversation:
    """What is said between us and the process."""

    def __init__(self, process: subprocess.Popen[str], order: Order, control: JobControl) -> None:
        self._process = process
        self._order = order
        self._control = control
        self._count = Count()
        self._nodes: tuple[str, ...] = ()
        self._workers = 0
        self._told = 0.0
        self._lately: deque[tuple[float, int]] = deque()
        self._deadline: float | None = time.monotonic() + _JOIN_SECONDS

    def run(self) -> tuple[Count, tuple[str, ...]]:
        self._write(json.dumps(dataclasses.asdict(self._order)))
        lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
        threading.Thread(target=_read, args=(self._process.stdout, lines), name="cluster listener", daemon=True).start()
        self._control.progress("extract", 0, self._order.manifest.images)
        asked_to_stop = False
        while True:
            if self._control.stop_requested.is_set() and not asked_to_stop:
                asked_to_stop = True
                self._write("stop")
                self._deadline = time.monotonic() + _STOP_SECONDS
            if self._deadline is not None and time.monotonic() > self._deadline:
                self._control.raise_if_stopped()
                raise self._not_joined()
            try:
                line = lines.get(timeout=_LOOK_SECONDS)
            except queue.Empty:
                continue
            if self._hear(line):
                self._control.raise_if_stopped()
                return self._count, self._nodes

    def _hear(self, line: str | None) -> bool:
        """Take in a line; return whether all is done."""
        words: dict[str, Any] = {"say": "lost"} if line is None else json.loads(line)
        kind = words.pop("say")
        if kind == "nodes":
            self._nodes, self._workers = tuple(words["nodes"]), words["workers"]
            self._deadline = None
        elif kind in ("count", "done"):
            self._tell(Count(**words))
        elif kind == "failed":
            self._control.raise_if_stopped()
            raise FrostlineError(words["message"], hint=words["hint"], kind=words["kind"])
        elif kind == "lost":
            self._control.raise_if_stopped()
            if not self._nodes:
                raise self._not_joined()
            raise FrostlineError(
                f"The cluster at {self._order.address} is gone.",
                hint="Start it again and repeat the command: what is done is kept.",
                kind="cluster_lost",
            )
        return bool(kind == "done")

    def _tell(self, count: Count) -> None:
        now = time.monotonic()
        if now - self._told > _PACE_SECONDS:
            self._told = now
            pace = self._pace(now, count.computed)
            self._control.report(NodesAtWork(nodes=self._nodes, workers=self._workers, images_per_second=pace))
        if count.done <= self._count.done:  # Nothing new; or a worker or the ledger died, and some are counted anew.
            return
        self._count = count
        self._control.progress("extract", count.done, self._order.manifest.images)

    def _pace(self, now: float, computed: int) -> float:
        """Return the images computed in a second, over the last ones."""
        self._lately.append((now, computed))
        while len(self._lately) > 2 and now - self._lately[0][0] > _LATELY_SECONDS:
            self._lately.popleft()
        seconds, before = now - self._lately[0][0], self._lately[0][1]
        return max(0, computed - before) / seconds if seconds else 0.0

    def _not_joined(self) -> FrostlineError:
        return FrostlineError(
            f"The cluster at {self._order.address} can't be joined.",
            hint="See whether this computer is one of its nodes: `ray status`.",
            kind="cluster_unreachable",
        )

    def _write(self, line: str) -> None:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(line + "\n")
            self._process.stdin.flush()
        except OSError:
            return  # it has ended, which is heard


def _read(stream: IO[str] | None, lines: queue.SimpleQueue[str | None]) -> None:
    if stream is not None:
        for line in stream:
            lines.put(line)
    lines.put(None)
