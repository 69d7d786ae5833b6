"""Which framework Keras computes with: chosen in the environment before Keras is imported."""

from __future__ import annotations

import importlib.util
import os
import sys

from core.errors import UnusableInput
from core.self_contained import how_to_get
from core.worker.keras_import import import_keras

BACKENDS = ("tensorflow", "torch", "jax")


def start_keras(wish: str | None) -> None:
    """Choose the backend and import Keras, which takes seconds.

    Raises:
        FrostlineError: the backend can't be used; see `choose_backend` and `import_keras`.

    """
    choose_backend(wish)
    import_keras()


def choose_backend(wish: str | None) -> None:
    """Set KERAS_BACKEND to the wished backend, even the default: a `keras.json` in the user's home could differ.

    Raises:
        UnusableInput: no such backend, it is not installed, or Keras runs on another one already.

    """
    backend = wished_backend(wish)
    if backend not in BACKENDS:
        raise UnusableInput(
            f"KERAS_BACKEND is '{backend}': expected one of {', '.join(BACKENDS)}.",
            hint="Unset KERAS_BACKEND, or set it to one of these.",
        )
    if importlib.util.find_spec(backend) is None:
        raise UnusableInput(f"The backend {backend} is not installed.", hint=_how_to_install(backend))
    if "keras" in sys.modules and sys.modules["keras"].config.backend() != backend:
        raise UnusableInput(
            f"Keras runs on another backend in this process already, so it can't change to {backend}.",
            hint="Start a new process for another backend.",
        )
    os.environ["KERAS_BACKEND"] = backend


def wished_backend(wish: str | None) -> str:
    """Return `wish`, otherwise what the environment says, otherwise `tensorflow`."""
    return wish or os.environ.get("KERAS_BACKEND") or "tensorflow"


def _how_to_install(backend: str) -> str:
    package = "tensorflow" if backend == "tensorflow" else f"frostline[{backend}]"
    return how_to_get(f"Install it with `pip install '{package}'`, or choose another with --backend.")
