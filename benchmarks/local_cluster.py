"""A Ray cluster of several nodes on this machine, on loopback addresses only: for tests and measurements.

Each node is what `ray start` makes of a machine: 127.0.0.2 is the head, 127.0.0.3 the second node, and so on (Linux).
It reports nothing, has no dashboard, and is gone at the end, whatever became of it.
"""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

import core

_START_SECONDS, _END_SECONDS = 90.0, 20.0
_STORE_BYTES = 100_000_000


class LocalCluster:
    """A cluster that lives as long as the `with` block. address: what `--cluster` takes."""

    def __init__(self, *, nodes: int = 2, processors: int = 1) -> None:
        """processors: that each node says it has."""
        self._nodes = nodes
        self._processors = processors
        # Not below pytest's own folders: the names of Ray's sockets would be longer than the system allows.
        self._folder = Path(tempfile.mkdtemp(prefix="frostline-ray-"))
        self._port = _free_port()
        self._known: dict[int, str] = {}

    @property
    def address(self) -> str:
        """Where the head answers."""
        return f"127.0.0.2:{self._port}"

    def __enter__(self) -> LocalCluster:
        try:
            for node in range(self._nodes):
                self._start(node)
        except BaseException:
            self.lose()
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.lose()
        shutil.rmtree(self._folder, ignore_errors=True)

    def workers(self) -> list[int]:
        """Return the processes that hold a model."""
        return [pid for pid in self.processes() if "MapWorker" in _command(pid)]

    def processes(self) -> list[int]:
        """Return all processes of the cluster that are alive, those that its nodes have started included."""
        parents = _parents()
        found = {pid for pid in parents if str(self._folder) in _command(pid)}
        while more := {pid for pid, parent in parents.items() if parent in found} - found:
            found |= more
        self._known |= {pid: _birth(pid) for pid in found}
        return sorted(pid for pid, birth in self._known.items() if _birth(pid) == birth)

    def lose(self) -> None:
        """Kill all of it at once, as if the power had gone."""
        deadline = time.monotonic() + _END_SECONDS
        while (alive := self.processes()) and time.monotonic() < deadline:
            for pid in alive:
                with suppress(ProcessLookupError):
                    os.kill(pid, signal.SIGKILL)
            time.sleep(0.1)

    def _start(self, node: int) -> None:
        if node == 0:
            temporary = f"--temp-dir={self._folder}"
            port = f"--ray-client-server-port={_free_port(above=self._port)}"
            options = ["--head", f"--port={self._port}", port, temporary, "--include-dashboard=false"]
        else:
            options = [f"--address={self.address}"]
        options += [
            f"--node-ip-address=127.0.0.{node + 2}",
            f"--num-cpus={self._processors}",
            f"--object-store-memory={_STORE_BYTES}",
            "--min-worker-port=0",
            "--max-worker-port=0",
            "--disable-usage-stats",
        ]
        root = str(Path(core.__file__).resolve().parent.parent)
        environment = os.environ | {
            "RAY_TMPDIR": str(self._folder),
            "RAY_USAGE_STATS_ENABLED": "0",
            "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH")))),
        }
        log = self._folder / f"start-{node}.log"
        command = [sys.executable, "-m", "ray.scripts.scripts", "start", *options]
        with log.open("wb") as output:
            ended = subprocess.run(
                command,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                timeout=_START_SECONDS,
                check=False,
            )
        if ended.returncode:
            raise RuntimeError(f"The node can't be started: {log.read_text(errors='replace')[-2000:]}")


def _free_port(*, above: int = 0) -> int:
    """Return a port that nobody listens at, below those that the system gives to whoever asks for any."""
    for port in range(above + 1 if above else 20_000 + os.getpid() % 8_000, 32_000):
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("0.0.0.0", port))
            return port
    raise RuntimeError("There is no free port.")


def _parents() -> dict[int, int]:
    found = {}
    for folder in Path("/proc").iterdir():
        if folder.name.isdecimal():
            with suppress(OSError, ValueError, IndexError):
                found[int(folder.name)] = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
    return found


def _birth(pid: int) -> str:
    """Return when a process was born, by which another one with its number is told apart; '' where it is no more."""
    with suppress(OSError, IndexError):
        state, *rest = (Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()
        return "" if state == "Z" else rest[18]
    return ""


def _command(pid: int) -> str:
    with suppress(OSError):
        return (Path("/proc") / str(pid) / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    return ""
