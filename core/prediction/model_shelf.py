"""Keeping the model that was used last, so that the next picture does not wait for it to be opened again.

The shelf of this module is state that outlives a call, which this house otherwise avoids. It is allowed here since
nothing can be told from it but the time: a model is used again only while its files are the same.
"""

from __future__ import annotations

import threading
from pathlib import Path

from core.prediction.snapshot import open_snapshot, snapshot_file
from core.prediction.trained_model import TrainedModel, companions_of, model_file_of, open_trained_model

#: Path, time of change (ns) and size of each file that makes up a model; None where a file is absent.
_Fingerprint = tuple[tuple[Path, int, int] | None, ...]


class ModelShelf:
    """Holds the model that was opened last. Safe to use from several threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._kept: tuple[Path, _Fingerprint, TrainedModel] | None = None

    def open(self, path: Path) -> TrainedModel:
        """Return the model of a run folder or file, opened anew only if it is another one or has changed.

        Of a run in training it is the model after its last epoch on disk.

        Raises UnusableInput as `open_trained_model` does.
        """
        with self._lock:
            file = snapshot_file(path) or model_file_of(path)
            fingerprint = tuple(_state(one) for one in (file, *companions_of(file)))
            if self._kept is not None and self._kept[:2] == (path, fingerprint):
                return self._kept[2]
            earlier = self._kept[2] if self._kept is not None and self._kept[0] == path else None
            self._kept = None  # gives its memory back before the next one needs it
            model = self._snapshot(path, earlier) or open_trained_model(path)
            self._kept = (path, fingerprint, model)
            return model

    def _snapshot(self, path: Path, earlier: TrainedModel | None) -> TrainedModel | None:
        """Return the model of a run in training, in the network of an earlier snapshot if there is one."""
        if snapshot_file(path) is None:
            return None
        return open_snapshot(path, earlier if earlier is not None and earlier.epoch else None)


_shelf = ModelShelf()


def warm_model(path: Path) -> TrainedModel:
    """Return the model of a run folder or file from this process's shelf. Raises as `open_trained_model` does."""
    return _shelf.open(path)


def _state(file: Path) -> tuple[Path, int, int] | None:
    try:
        status = file.stat()
    except OSError:
        return None
    return file, status.st_mtime_ns, status.st_size
