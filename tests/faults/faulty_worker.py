"""A real worker from which a test takes its disk, its rights or its memory, while it runs, and gives them back.

A disk that is full and a folder that can't be written to are made by mounts that only the worker sees, in a namespace
of its own: so they hold for root too. Where a system allows no such namespaces, tests that need them are skipped;
limits of the process itself (the size of files, memory) go everywhere on Linux.
"""

from __future__ import annotations

import functools
import os
import resource
import shutil
import subprocess
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import pytest

from core.messages import Event, JobEnded, JobReport, Notice, Outcome, Request, WorkerEnded, WorkerReady
from core.worker.client import Message, WorkerClient
from core.worker.launch import worker_command
from tests.faults.amount import amount

_LOOK_SECONDS = 0.1
#: Long enough for a job on a busy machine, in full on a very busy one; what is waited for comes much sooner.
PATIENCE = float(amount(150, 600))

Kind = TypeVar("Kind", bound=Event)

_NAMESPACE = ("unshare", "--user", "--map-root-user", "--mount", "--propagation", "private")


@functools.cache
def has_namespaces() -> bool:
    """Whether a process may get mounts of its own here."""
    if shutil.which("unshare") is None or shutil.which("nsenter") is None:
        return False
    tried = [*_NAMESPACE, "mount", "-t", "tmpfs", "none", "/mnt"]
    return subprocess.run(tried, capture_output=True, check=False).returncode == 0


def require_namespaces() -> None:
    """Skip the test where no mount can be made."""
    if not has_namespaces():
        pytest.skip("this system lets nobody have mounts of his own (unshare --user --mount)")


class FaultyWorker:
    """A worker's client that keeps what it is told, and the faults of the worker's machine."""

    def __init__(self, *, name: str, home: Path, environment: Mapping[str, str], preload: bool = True) -> None:
        self.home = home
        self.messages: list[Message] = []
        self._told = threading.Condition()
        command = worker_command(name=name, preload=preload)
        if has_namespaces():
            command = [*_NAMESPACE, *command]
        self.client = WorkerClient(on_message=self._record, name=name, command=command, environment=environment)

    def _record(self, message: Message) -> None:
        with self._told:
            self.messages.append(message)
            self._told.notify_all()

    # ------------------------------------------------------------------ jobs

    def start(self) -> None:
        """Start the worker, if it doesn't run, and wait until it is ready."""
        before = self._count(WorkerReady)
        if self.client.process_id is None:
            self.client.start()
            self.wait_for(lambda: self._count(WorkerReady) > before)

    def forget_everything(self) -> None:
        """Delete what was kept in caches, and forget what was told."""
        shutil.rmtree(self.home / "cache", ignore_errors=True)
        shutil.rmtree(self.home / "keras" / "models", ignore_errors=True)
        self.messages.clear()

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until a condition on the messages, or on what is on the disk, holds."""
        give_up = time.monotonic() + PATIENCE
        with self._told:
            while not self._told.wait_for(condition, timeout=_LOOK_SECONDS):
                assert time.monotonic() < give_up, f"told only: {self.messages}"

    def run(self, request: Request) -> JobEnded:
        """Run a job to its end, in whatever state the machine is."""
        return self.end_of(self.client.submit(request))

    def end_of(self, job: int) -> JobEnded:
        """Wait for the last word on a job."""
        self.wait_for(lambda: self._ends(job))
        return self._ends(job)[0]

    def done(self, request: Request) -> Event:
        """Run a job that must come to a good end, and return its result."""
        ended = self.run(request)
        assert ended.outcome is Outcome.DONE, ended
        assert ended.result is not None
        return ended.result

    def events(self, job: int, kind: type[Kind]) -> list[Kind]:
        """Return what a job has reported so far, of one kind."""
        with self._told:
            told = [one.event for one in self.messages if isinstance(one, JobReport) and one.job == job]
        return [event for event in told if isinstance(event, kind)]

    def notices(self, job: int) -> list[str]:
        """Return the sentences that a job has reported so far."""
        return [event.message for event in self.events(job, Notice)]

    def has_ended(self, job: int) -> bool:
        """Whether the last word on a job has come."""
        return bool(self._ends(job))

    def has_died(self) -> bool:
        """Whether a worker of this client has ended, whyever."""
        return bool(self._count(WorkerEnded))

    def _ends(self, job: int) -> list[JobEnded]:
        return [one for one in self.messages if isinstance(one, JobEnded) and one.job == job]

    def _count(self, kind: type[Message]) -> int:
        return sum(isinstance(one, kind) for one in self.messages)

    # ------------------------------------------------------------------ faults

    @property
    def process(self) -> int:
        """The number of the worker's process."""
        number = self.client.process_id
        assert number is not None, "no worker runs"
        return number

    @contextmanager
    def files_of_at_most(self, size: int) -> Iterator[None]:
        """Let no file grow beyond `size` bytes: writing more fails with EFBIG."""
        with self._limit(resource.RLIMIT_FSIZE, size):
            yield

    @contextmanager
    def memory_of_at_most(self, size: int) -> Iterator[None]:
        """Let the worker have `size` bytes of addresses: asking for more fails as it does when there is no memory."""
        with self._limit(resource.RLIMIT_AS, size):
            yield

    def addresses(self) -> int:
        """Return how many bytes of addresses the worker has now."""
        return int(Path(f"/proc/{self.process}/statm").read_text().split()[0]) * resource.getpagesize()

    @contextmanager
    def small_disk(self, folder: Path, size: int) -> Iterator[Path]:
        """Put an empty disk of `size` bytes over a folder; give the path by which the test sees it."""
        folder.mkdir(parents=True, exist_ok=True)
        self._mount("-t", "tmpfs", "-o", f"size={size}", "none", str(folder))
        try:
            yield self.seen(folder)
        finally:
            self._unmount(folder)

    @contextmanager
    def read_only(self, *folders: Path) -> Iterator[None]:
        """Let nobody write into these folders and below, root neither."""
        mounted: list[Path] = []
        try:
            for folder in folders:
                folder.mkdir(parents=True, exist_ok=True)
                self._mount("--bind", str(folder), str(folder))
                mounted.append(folder)
                self._mount("-o", "remount,bind,ro", str(folder))
            yield
        finally:
            for folder in reversed(mounted):
                self._unmount(folder)

    def seen(self, path: Path) -> Path:
        """Return the path by which the test sees what the worker sees at `path`."""
        return Path(f"/proc/{self.process}/root", *path.absolute().parts[1:])

    @contextmanager
    def _limit(self, kind: int, size: int) -> Iterator[None]:
        process = self.process
        before, highest = resource.prlimit(process, kind)
        resource.prlimit(process, kind, (size, highest))
        try:
            yield
        finally:
            if self.client.process_id == process:
                resource.prlimit(process, kind, (before, highest))

    def _mount(self, *words: str) -> None:
        self._inside("mount", *words)

    def _unmount(self, folder: Path) -> None:
        if self.client.process_id is not None:
            self._inside("umount", "--lazy", str(folder))

    def _inside(self, *words: str) -> None:
        entered = ["nsenter", "--target", str(self.process), "--user", "--mount", "--preserve-credentials", *words]
        subprocess.run(entered, check=True, capture_output=True, text=True)


def files_below(folder: Path) -> list[str]:
    """Return the names of all files below a folder, relative to it."""
    return sorted(one.relative_to(folder).as_posix() for one in folder.rglob("*") if one.is_file())


def unfinished_below(*folders: Path) -> list[str]:
    """Return what was left half-written below these folders: files under the names of unfinished ones."""
    ends: Sequence[str] = (".part", ".unfinished", ".tmp")
    return [name for one in folders for name in files_below(one) if any(end in Path(name).name for end in ends)]


def environment_of(home: Path) -> dict[str, str]:
    """Return what makes `home` the place of everything that a program of ours keeps."""
    threads = {name: os.environ.get(name, "1") for name in ("TF_NUM_INTRAOP_THREADS", "OMP_NUM_THREADS")}
    return {"FROSTLINE_HOME": str(home), "KERAS_HOME": str(home / "keras"), **threads}
