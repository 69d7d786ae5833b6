"""How Keras and its backend start on this machine, asked without risk.

Asked in a process of its own unless Keras is here already: a backend that doesn't suit the processor, or a broken
driver, ends the process that imports it.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass

from core.worker.failures import signal_name
from core.worker.launch import worker_environment

_SECONDS_TO_START = 180.0


@dataclass(frozen=True)
class KerasState:
    """The backend as it started, or (`trouble` not '') why it didn't; then only the backend's name is known.

    gpus: names of the GPUs that the backend can use. weights_file, weights_digest: the ImageNet weights as Keras
    names and hashes them.
    """

    backend: str
    version: str = ""
    gpus: tuple[str, ...] = ()
    weights_file: str = ""
    weights_digest: str = ""
    trouble: str = ""


def keras_state() -> KerasState:
    """Return how Keras starts; takes seconds where it has not been imported yet."""
    return _state_here() if "keras" in sys.modules else _state_in_new_process()


def _state_here() -> KerasState:
    from core.backend_specific import backend_name, backend_version, gpu_names
    from core.network.weights_cache import imagenet_file

    weights = imagenet_file()
    return KerasState(
        backend=backend_name(),
        version=backend_version(),
        gpus=gpu_names(),
        weights_file=weights.name,
        weights_digest=weights.digest,
    )


_ASK = """
import dataclasses, json
import keras
from core.diagnosis.keras_state import keras_state
print(json.dumps(dataclasses.asdict(keras_state())))
"""


def _state_in_new_process() -> KerasState:
    backend = os.environ.get("KERAS_BACKEND", "tensorflow")
    try:
        answer = subprocess.run(
            [sys.executable, "-P", "-c", _ASK],
            capture_output=True,
            text=True,
            timeout=_SECONDS_TO_START,
            check=False,
            env=worker_environment({"TF_CPP_MIN_LOG_LEVEL": "2"}),
        )
    except subprocess.TimeoutExpired:
        return KerasState(backend, trouble=f"no answer within {_SECONDS_TO_START:.0f} seconds")
    if answer.returncode != 0:
        return KerasState(backend, trouble=last_words(answer))
    told = json.loads(answer.stdout.splitlines()[-1])
    return KerasState(**told | {"gpus": tuple(told["gpus"])})


def last_words(answer: subprocess.CompletedProcess[str]) -> str:
    """Return in words how a process failed: the signal that ended it, or the last line that it wrote."""
    if answer.returncode < 0:
        return f"its process was ended by {signal_name(answer.returncode)}"
    lines = answer.stderr.strip().splitlines()
    return lines[-1] if lines else f"its process ended with status {answer.returncode}"
