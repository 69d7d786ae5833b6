"""An extraction in this process alone: no cluster, one portion after another."""

from __future__ import annotations

import keras

from core.cluster.ledger import Count, KeptLedger
from core.cluster.portion_extractor import PortionExtractor
from core.cluster.store_files import StoreManifest
from core.job_control import JobControl


class _ToldLedger(KeptLedger):
    """A ledger that reports progress, and hears of a stop, through a job's control."""

    def __init__(self, store: str, control: JobControl, images: int) -> None:
        super().__init__(store)
        self._control = control
        self._images = images

    def report(self, portion: int, count: Count) -> bool:
        super().report(portion, count)
        self._control.wait_while_paused()
        self._control.progress("extract", self.count().done, self._images)
        return not self._control.stop_requested.is_set()


def extract_here(manifest: StoreManifest, store: str, extractor: keras.Model, control: JobControl) -> Count:
    """Compute all portions and return what was done. Reports Progress of stage `extract`.

    Raises:
        Stopped: the user asked for it; what was computed is in the store.
        OSError: the store can't be reached.

    """
    ledger = _ToldLedger(store, control, manifest.images)
    control.progress("extract", 0, manifest.images)
    work = PortionExtractor(manifest, store, extractor, ledger)
    for portion in range(manifest.portions):
        control.raise_if_stopped()
        work.extract(portion)
    control.raise_if_stopped()
    return ledger.count()
