"""The import of Keras in a worker, and what is said when it fails.

Which backend Keras uses is its own affair (KERAS_BACKEND, or its configuration file).
"""

from __future__ import annotations

import os
import sys

from core.errors import FrostlineError
from core.quick_keras import importing_keras


class KerasUnavailable(FrostlineError):
    """Keras, or the backend that it is to use, can't be imported."""

    kind = "keras_unavailable"


def import_keras() -> None:
    """Import Keras with its backend: seconds at the first call, nothing afterwards.

    The worker's two processes share a GPU, so neither may take all of its memory at once.

    Raises:
        KerasUnavailable: it isn't installed, or doesn't load on this machine.

    """
    if "keras" in sys.modules:
        return
    try:
        with importing_keras():
            from core.backend_specific import let_gpu_memory_grow

        let_gpu_memory_grow()
    except Exception as error:
        backend = os.environ.get("KERAS_BACKEND", "tensorflow")
        raise KerasUnavailable(
            f"Keras can't be started with the backend '{backend}': {error}.",
            hint="Install that backend, or set KERAS_BACKEND to one that is installed (tensorflow, torch or jax).",
        ) from error


def describe_keras() -> tuple[str, str]:
    """Return the name of the backend and a description of its device, for the status bar; imports Keras at need.

    Raises:
        KerasUnavailable: see `import_keras`.

    """
    import_keras()
    from core.backend_specific import backend_name, describe_device

    return backend_name(), describe_device()
