"""What runs on a node: an actor that holds the model once and computes portions, and the ledger's actor.

Ray makes the objects of this file; `core.cluster.driver` says how many and where. No Keras at the top: how many threads
it may use is decided before it is imported.
"""

from __future__ import annotations

import json
import os
import traceback
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from core.cluster.ledger import Claim, Count
from core.cluster.quiet_ray import import_ray
from core.cluster.store_files import StoreManifest
from core.errors import FrostlineError


class RemoteLedger:
    """The ledger as an actor on the cluster, asked from another process."""

    def __init__(self, actor: Any) -> None:
        self._actor = actor
        self._ray = import_ray()

    def claim(self, digests: Sequence[str], names: Sequence[str]) -> list[Claim]:
        """See `Ledger`."""
        return list(self._ray.get(self._actor.claim.remote(list(digests), list(names)))) if digests else []

    def stored(self, digests: Sequence[str]) -> list[bool]:
        """See `Ledger`."""
        return list(self._ray.get(self._actor.stored.remote(list(digests)))) if digests else []

    def wrote(self, digests: Sequence[str]) -> None:
        """See `Ledger`."""
        if digests:
            self._ray.get(self._actor.wrote.remote(list(digests)))

    def report(self, portion: int, count: Count) -> bool:
        """See `Ledger`."""
        return bool(self._ray.get(self._actor.report.remote(portion, count)))


class NodeWorker:
    """Computes portions for Ray Data: rows with numbers of portions become rows that say how they went."""

    def __init__(self, manifest: StoreManifest, store: str, backend: str, ledger: Any, cores: int) -> None:
        self._failure: dict[str, str] | None = None
        self._ledger = RemoteLedger(ledger)
        try:
            self._work = self._ready(manifest, store, backend, cores)
        except (FrostlineError, OSError) as error:
            self._failure = _failure_of(error, store)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[Any]]:
        """Compute the portions `id` of a batch. `failure` is '' where that went well, `count` what was done: JSON."""
        ends = [self._failure or self._extract(int(portion)) for portion in batch["id"]]
        return {
            "failure": ["" if isinstance(end, Count) else json.dumps(end) for end in ends],
            "count": [json.dumps(asdict(end if isinstance(end, Count) else Count())) for end in ends],
        }

    def _ready(self, manifest: StoreManifest, store: str, backend: str, cores: int) -> Any:
        # As many threads as the node gives this actor, or several of them would be in each other's way.
        os.environ.update(KERAS_BACKEND=backend, TF_NUM_INTRAOP_THREADS=str(cores), OMP_NUM_THREADS=str(cores))
        from core.worker.keras_import import import_keras

        import_keras()
        from core.cluster.extractor import read_extractor
        from core.cluster.place import open_place
        from core.cluster.portion_extractor import PortionExtractor

        extractor = read_extractor(manifest.recipe, manifest.engine, open_place(store))
        self._store = store
        return PortionExtractor(manifest, store, extractor, self._ledger, threads=cores)

    def _extract(self, portion: int) -> dict[str, str] | Count:
        if not self._ledger.report(portion, Count()):
            return Count()
        try:
            count: Count = self._work.extract(portion)
        except (FrostlineError, OSError) as error:
            return _failure_of(error, self._store)
        return count


def _failure_of(error: FrostlineError | OSError, store: str) -> dict[str, str]:
    if isinstance(error, OSError):
        from core.cluster.place import why_not_reached

        traceback.print_exc()
        error = why_not_reached(store, error)
    return {"kind": error.kind, "message": error.message, "hint": error.hint}
