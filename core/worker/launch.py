"""The command and the environment with which a worker's process is started; starting it is the client's work."""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import core
from core.own_python import python_command
from core.places import no_driver_folder
from core.self_contained import is_self_contained

#: Hides graphics cards from CUDA, ROCm and JAX.
_HIDDEN_CARDS = {"CUDA_VISIBLE_DEVICES": "-1", "HIP_VISIBLE_DEVICES": "-1", "JAX_PLATFORMS": "cpu"}


def worker_command(*, name: str, preload: bool = False, answers: str | None = None) -> list[str]:
    """Return the command of a worker: this same Python, or this same program when it is frozen.

    name: names the log file. preload: import Keras at once. answers: `module:function` that answers requests
    instead of `core.worker.answers`.
    """
    options = ["--name", name]
    if preload:
        options.append("--preload")
    if answers is not None:
        options += ["--answers", answers]
    if is_self_contained():
        return [sys.executable, "--worker", *options]
    return python_command(["-m", "core.worker", *options])


def worker_environment(additions: Mapping[str, str] | None = None) -> dict[str, str]:
    """Return this process's environment with `additions`, in which a child finds `core` whatever its folder is."""
    environment = {**os.environ, **(additions or {})}
    root = Path(core.__file__).resolve().parent.parent
    if root not in _installed_places():
        # Not for an installed `core`: its folder, put before the standard library's, could hide modules of that.
        known = environment.get("PYTHONPATH")
        environment["PYTHONPATH"] = f"{root}{os.pathsep}{known}" if known else str(root)
    return environment


def without_graphics_cards() -> dict[str, str]:
    """Return what to add to a worker's environment that is to leave graphics cards and their drivers alone.

    TensorFlow calls NVIDIA's driver even when all cards are hidden: on Linux an empty file stands in its way, which
    the loader finds first and can't load, as if there were no driver.
    """
    environment = dict(_HIDDEN_CARDS)
    if sys.platform == "linux":
        folder, known = no_driver_folder(), os.environ.get("LD_LIBRARY_PATH")
        with suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            (folder / "libcuda.so.1").touch()
        environment["LD_LIBRARY_PATH"] = f"{folder}{os.pathsep}{known}" if known else str(folder)
    return environment


def _installed_places() -> frozenset[Path]:
    return frozenset(Path(sysconfig.get_path(kind)).resolve() for kind in ("purelib", "platlib"))
