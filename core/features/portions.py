"""Rows on their way from an engine into the store: in portions to the disk, and into memory when the disk is full.

A full disk, or a store that can't be written to, costs the memory of the features and never the training that needs
them. What is in memory is gone with the store's object; it is bounded, since memory must not grow with the data.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence

import numpy as np

from core.disk_errors import why_not_written
from core.features.segment import SegmentWriter
from core.features.store import FeatureStore
from core.job_control import JobControl
from core.messages import Notice

#: Computed rows reach the disk at least this often.
COMMIT_SECONDS = 20.0

_log = logging.getLogger(__name__)


class StoreFull(Exception):
    """Neither the disk nor the memory that is set aside for it takes more rows."""


class Portions:
    """Write rows to segments that are committed every few seconds, and at the end however it comes."""

    def __init__(self, store: FeatureStore, control: JobControl) -> None:
        """Write into `store`. A Notice is reported when rows can't be written and are held in memory instead."""
        self._store = store
        self._control = control
        self._writer: SegmentWriter | None = None
        self._last_commit = time.monotonic()

    def __enter__(self) -> Portions:
        return self

    def __exit__(self, *_: object) -> None:
        self._commit()

    def append(self, keys: Sequence[str], rows: np.ndarray) -> None:
        """Take one row for each key: `rows` is (len(keys), *row_shape), of the store's dtype.

        Raises:
            StoreFull: there is no more room anywhere.

        """
        if self._store.on_disk:
            try:
                self._write(keys, rows)
            except OSError as error:
                self._give_up_the_disk(error)
        if not self._store.on_disk:
            self._hold(keys, rows)
        elif time.monotonic() - self._last_commit > COMMIT_SECONDS:
            self._commit()

    def _write(self, keys: Sequence[str], rows: np.ndarray) -> None:
        if self._writer is None:
            self._writer = self._store.writer()
        self._writer.append(keys, rows)

    def _commit(self) -> None:
        writer, self._writer = self._writer, None
        self._last_commit = time.monotonic()
        if writer is None:
            return
        try:
            segment = writer.commit()
        except OSError as error:
            self._give_up_the_disk(error)
            self._hold(*writer.take_back(self._store.recipe.row_shape, self._store.recipe.dtype))
            return
        if segment is not None:
            self._store.add(segment)

    def _give_up_the_disk(self, error: OSError) -> None:
        """Hold all further rows in memory; what was written before is committed, if the disk takes at least that."""
        if not self._store.on_disk:
            return
        _log.warning("The feature store %s can't be written to", self._store.root, exc_info=error)
        self._store.on_disk = False
        self._control.report(Notice(message=in_memory_notice(self._store, why_not_written(error, self._store.root))))
        self._commit()

    def _hold(self, keys: Sequence[str], rows: np.ndarray) -> None:
        if not self._store.may_hold(len(keys)):
            raise StoreFull
        self._store.hold(keys, rows)


def in_memory_notice(store: FeatureStore, why: str) -> str:
    """Return the sentence with which a store gives up the disk."""
    return (
        f"The feature store {store.root} can't be written to ({why}): the features are kept in memory, and the next "
        "training computes them again. Make room there, or make it writable."
    )
