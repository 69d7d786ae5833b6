"""Running a part of an export in a process of its own: it may abort, take memory, or be killed when the user stops.

What such a process says on its stdout of its progress (`writers.child_words`) is reported; what it complains of on its
stderr goes to the log file, its last line into the sentence that the caller makes.
"""

from __future__ import annotations

import logging
import queue
import signal
import subprocess
import tempfile
import threading
from collections.abc import Mapping, Sequence
from typing import IO

from core.errors import Stopped
from core.export.writers.child_words import heard_progress
from core.job_control import JobControl
from core.own_python import python_command
from core.worker.launch import worker_environment

_SECONDS_BETWEEN_LOOKS = 0.1
_WORDS_OF_A_FULL_DISK = ("No space left on device", "Disk quota exceeded", "File too large", "failed writing file")

_log = logging.getLogger(__name__)


class ProcessFailed(Exception):
    """A process of an export ended badly. `reason` is a short one, `disk_is_full` what it was about."""

    def __init__(self, reason: str, complaints: str) -> None:
        super().__init__(reason)
        self.reason = reason
        self.disk_is_full = any(words in complaints for words in _WORDS_OF_A_FULL_DISK)


def run_python(arguments: Sequence[str], additions: Mapping[str, str], control: JobControl) -> None:
    """Run this Python with `arguments` and `additions` to the environment, until it ends.

    Raises:
        ProcessFailed: it ended by a signal or with another status than 0.
        Stopped: the user asked for it; the process was killed.

    """
    command = python_command(arguments)
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            command,
            stdin=subprocess.PIPE,  # It ends with us: `writers.child_words.end_with_parent` hears when this closes.
            stdout=subprocess.PIPE,
            stderr=complaints,
            env=worker_environment(_on_the_cpu() | dict(additions)),
            text=True,
            errors="replace",
        ) as process,
    ):
        try:
            _listen(process, control)
        except BaseException:
            process.kill()
            raise
        complaints.seek(0)
        text = complaints.read().decode("utf-8", errors="replace").strip()
    if process.returncode != 0:
        _log.error("%s ended with status %s:\n%s", " ".join(arguments[:3]), process.returncode, text)
        raise ProcessFailed(_why(process.returncode, text), text)


def _listen(process: subprocess.Popen[str], control: JobControl) -> None:
    lines: queue.SimpleQueue[str | None] = queue.SimpleQueue()
    reader = threading.Thread(target=_read, args=(process.stdout, lines), name="export listener", daemon=True)
    reader.start()
    try:
        while True:
            control.raise_if_stopped()
            try:
                line = lines.get(timeout=_SECONDS_BETWEEN_LOOKS)
            except queue.Empty:
                continue
            if line is None:
                break
            progress = heard_progress(line)
            if progress is not None:
                control.progress(*progress)
        process.wait()
    except Stopped:
        process.kill()
        raise
    finally:
        if process.poll() is not None:
            reader.join()
    control.raise_if_stopped()


def _read(stream: IO[str] | None, lines: queue.SimpleQueue[str | None]) -> None:
    if stream is not None:
        for line in stream:
            lines.put(line)
    lines.put(None)


def _why(status: int, complaints: str) -> str:
    if status < 0:
        try:
            return f"its process ended by {signal.Signals(-status).name}"
        except ValueError:
            return f"its process ended by signal {-status}"
    return complaints.splitlines()[-1][:300] if complaints else "no reason was given"


def _on_the_cpu() -> dict[str, str]:
    """Keep off the GPU: its memory is held by this process, and its arithmetic may have fewer bits."""
    return {"CUDA_VISIBLE_DEVICES": "-1", "JAX_PLATFORMS": "cpu", "TF_CPP_MIN_LOG_LEVEL": "2"}
