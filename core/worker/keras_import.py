"""The import of Keras in a worker, and what is said when it fails.

Which backend Keras uses is its own affair (KERAS_BACKEND, or its configuration file).
"""

from __future__ import annotations

import os
import sys

from core.errors import FrostlineError, ProcessSpoilt
from core.quick_keras import importing_keras
from core.worker.memory_shortage import is_for_want_of_memory, with_those_before

#: By these a package or a library says that it is not there, or can't be loaded here: nothing has been done yet.
_CLEAN = (ImportError, ValueError, OSError)


class KerasUnavailable(FrostlineError):
    """Keras, or the backend that it is to use, can't be imported."""

    kind = "keras_unavailable"


class KerasHalfThere(ProcessSpoilt):
    """The import of Keras broke off on its way, so that it can't be had in this process any more."""

    kind = "keras_unavailable"


def import_keras() -> None:
    """Import Keras with its backend: seconds at the first call, nothing afterwards.

    The worker's two processes share a GPU, so neither may take all of its memory at once.

    Raises:
        KerasUnavailable: it isn't installed, or doesn't load on this machine.
        KerasHalfThere: there was not enough memory for it (kind `out_of_memory`), or something unforeseen went wrong.

    """
    if "keras" in sys.modules:
        return
    try:
        with importing_keras():
            from core.backend_specific import let_gpu_memory_grow

        let_gpu_memory_grow()
    except Exception as error:
        raise _refusal(error) from error


def _refusal(error: Exception) -> FrostlineError:
    if is_for_want_of_memory(error):
        return KerasHalfThere(
            "There was not enough memory to start Keras.",
            hint="Close other programs, and try again.",
            kind="out_of_memory",
        )
    chain = list(with_those_before(error))
    # NumPy, for one, puts a page of advice on top of the cause, which stands at the end of the chain.
    cause = str(error if "\n" not in str(error).strip() else chain[-1]).strip().partition("\n")[0].rstrip(".")
    backend = os.environ.get("KERAS_BACKEND", "tensorflow")
    kind = KerasUnavailable if isinstance(error, _CLEAN) else KerasHalfThere
    return kind(
        f"Keras can't be started with the backend '{backend}': {cause or type(error).__name__}.",
        hint="Install that backend, or set KERAS_BACKEND to one that is installed (tensorflow, torch or jax).",
    )


def describe_keras() -> tuple[str, str]:
    """Return the name of the backend and a description of its device, for the status bar; imports Keras at need.

    Raises:
        KerasUnavailable, KerasHalfThere: see `import_keras`.

    """
    import_keras()
    from core.backend_specific import backend_name, describe_device

    return backend_name(), describe_device()
