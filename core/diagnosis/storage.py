"""Facts about what Frostline keeps on disk: the weights, the feature store, the log files, and the room for them."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from core import places
from core.diagnosis.keras_state import KerasState
from core.features.store import DEFAULT_LIMIT_BYTES
from core.job_control import JobControl
from core.messages import MachineFact
from core.network.download import has_digest

#: Below this there is hardly room for a run and its features.
_LITTLE_SPACE_BYTES = 2 * 10**9


def storage_facts(state: KerasState) -> tuple[MachineFact, ...]:
    """Return the facts about weights, feature store, free disk space and log files."""
    store = places.feature_store_folder()
    return (
        *([weights_fact(state)] if state.weights_file else []),
        _store_fact(store),
        space_fact(store, shutil.disk_usage(_nearest_folder(store)).free),
        _log_fact(places.log_folder()),
    )


def weights_fact(state: KerasState) -> MachineFact:
    """Return whether the ImageNet weights are in Keras' cache, and whole."""
    file = places.keras_models_folder() / state.weights_file
    if not file.is_file():
        return MachineFact(
            topic="ImageNet weights",
            finding=f"not in {file.parent} yet",
            ok=True,
            remedy=f"They are fetched (95 MB) when they are first needed; without a network, put {file.name} there.",
        )
    if not has_digest(file, state.weights_digest, JobControl()):
        return MachineFact(
            topic="ImageNet weights",
            finding=f"{file} is damaged: its hash is wrong",
            ok=False,
            remedy="Remove the file; it is fetched anew when it is next needed.",
        )
    return MachineFact(topic="ImageNet weights", finding=f"{file}, whole", ok=True)


def space_fact(folder: Path, free_bytes: int) -> MachineFact:
    """Return whether there is room on the disk of `folder`."""
    enough = free_bytes >= _LITTLE_SPACE_BYTES
    return MachineFact(
        topic="free disk space",
        finding=f"{free_bytes / 1e9:,.1f} GB beside {folder}",
        ok=enough,
        remedy="" if enough else "Make room: a run takes 100 MB, the features of 10,000 images up to 2 GB.",
    )


def _store_fact(folder: Path) -> MachineFact:
    used = sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
    return MachineFact(
        topic="feature store",
        finding=f"{folder}, {used / 1e6:,.1f} MB of at most {DEFAULT_LIMIT_BYTES / 1e9:,.0f} GB; safe to delete",
        ok=True,
    )


def _log_fact(folder: Path) -> MachineFact:
    writable = os.access(_nearest_folder(folder), os.W_OK)
    return MachineFact(
        topic="log files",
        finding=str(folder) if writable else f"{folder} can't be written to",
        ok=writable,
        remedy="" if writable else "Set FROSTLINE_HOME to a folder that you can write to.",
    )


def _nearest_folder(path: Path) -> Path:
    """Return `path`, or the nearest folder above it that is there."""
    return next(one for one in (path, *path.absolute().parents) if one.is_dir())
