"""How Keras and its backend start on this machine, asked without risk.

Asked in a process of its own unless that backend runs here already: a backend that doesn't suit the processor, or a
broken driver, ends the process that imports it; and two backends in one process get in each other's way.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass

from core.job_control import JobControl
from core.messages import BackendDevice
from core.own_python import python_command
from core.worker.failures import signal_name
from core.worker.launch import worker_environment

_SECONDS_TO_START = 180.0
_SECONDS_BETWEEN_LOOKS = 0.1


@dataclass(frozen=True)
class KerasState:
    """A backend as it started, or (`trouble` not '') why it didn't; then only the backend's name is known.

    gpus: what it can compute with besides the CPU. devices: on how many a training can compute together. weights_file,
    weights_digest: the ImageNet weights as Keras names and hashes them.
    """

    backend: str
    version: str = ""
    gpus: tuple[BackendDevice, ...] = ()
    devices: int = 1
    weights_file: str = ""
    weights_digest: str = ""
    trouble: str = ""


def keras_state(backend: str | None = None, control: JobControl | None = None) -> KerasState:
    """Return how Keras starts with a backend (default: the one of this process); takes seconds in a new process.

    Raises:
        Stopped: the user asked for it; the process is gone then.

    """
    if "keras" in sys.modules and (state := _state_here()).backend == (backend or state.backend):
        return state
    return _state_in_new_process(backend or default_backend(), control or JobControl())


def default_backend() -> str:
    """Return the name of the backend that the environment asks for."""
    return os.environ.get("KERAS_BACKEND") or "tensorflow"


def _state_here() -> KerasState:
    from core.backend_specific import accelerators, backend_name, backend_version, usable_device_count
    from core.network.weights_cache import imagenet_file

    weights = imagenet_file()
    return KerasState(
        backend=backend_name(),
        version=backend_version(),
        gpus=accelerators(),
        devices=usable_device_count(),
        weights_file=weights.name,
        weights_digest=weights.digest,
    )


_ASK = """
import dataclasses, json
from core.quick_keras import importing_keras
with importing_keras():
    import keras
from core.diagnosis.keras_state import keras_state
print(json.dumps(dataclasses.asdict(keras_state())))
"""


def _state_in_new_process(backend: str, control: JobControl) -> KerasState:
    quiet = {"TF_CPP_MIN_LOG_LEVEL": "2", "XLA_PYTHON_CLIENT_PREALLOCATE": "false"}
    process = subprocess.Popen(
        python_command(["-c", _ASK]),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=worker_environment(quiet | {"KERAS_BACKEND": backend}),
    )
    try:
        answer = _wait_for(process, control)
    except subprocess.TimeoutExpired:
        return KerasState(backend, trouble=f"no answer within {_SECONDS_TO_START:.0f} seconds")
    finally:
        process.kill()
        process.communicate()
    if answer.returncode != 0:
        return KerasState(backend, trouble=last_words(answer))
    told = json.loads(answer.stdout.splitlines()[-1])
    return KerasState(**told | {"gpus": tuple(BackendDevice(**gpu) for gpu in told["gpus"])})


def _wait_for(process: subprocess.Popen[str], control: JobControl) -> subprocess.CompletedProcess[str]:
    deadline = time.monotonic() + _SECONDS_TO_START
    while True:
        control.raise_if_stopped()
        try:
            output, errors = process.communicate(timeout=_SECONDS_BETWEEN_LOOKS)
        except subprocess.TimeoutExpired:
            if time.monotonic() > deadline:
                raise
        else:
            return subprocess.CompletedProcess(process.args, process.returncode, output, errors)


def last_words(answer: subprocess.CompletedProcess[str]) -> str:
    """Return in words how a process failed: the signal that ended it, or the last line that it wrote."""
    if answer.returncode < 0:
        return f"its process was ended by {signal_name(answer.returncode)}"
    lines = answer.stderr.strip().splitlines()
    return lines[-1] if lines else f"its process ended with status {answer.returncode}"
