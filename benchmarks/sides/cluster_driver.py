"""The driver of a cluster at work on rows of nothing: its own listing, store, ledger and Ray Data, and no pictures."""

from __future__ import annotations

import io
import json
import tempfile
import threading
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
import xxhash

from benchmarks.local_cluster import LocalCluster
from benchmarks.memory import forget_peak, peak_memory
from core.cluster.driver import Driver, Order
from core.cluster.image_table import StoredImage, write_images
from core.cluster.ledger import Claim, Count
from core.cluster.listing import Listed, pictures_of, portion_count, write_listing
from core.cluster.node_worker import RemoteLedger
from core.cluster.partition import write_partition
from core.cluster.place import open_place
from core.cluster.store_files import FEATURES, StoreManifest, portion_name, write_manifest
from core.features.recipe import FeatureRecipe, row_key
from core.job_control import JobControl

_NUMBERS = 8


class SyntheticWorker:
    """Does what a worker does, but for reading pictures and computing."""

    def __init__(self, manifest: StoreManifest, store: str, _backend: str, ledger: Any, _cores: int) -> None:
        self._manifest = manifest
        self._store = open_place(store)
        self._ledger = RemoteLedger(ledger)

    def __call__(self, batch: dict[str, Any]) -> dict[str, list[str]]:
        """Write the rows of portions."""
        counts = [self._write(int(portion)) for portion in batch["id"]]
        return {"failure": [""] * len(counts), "count": [json.dumps(asdict(one)) for one in counts]}

    def _write(self, portion: int) -> Count:
        pictures = pictures_of(portion, self._manifest.portions, self._store)
        digests = [xxhash.xxh3_128_hexdigest(one.name) for one in pictures]
        claims = self._ledger.claim(digests, [one.name for one in pictures])
        mine = [digest for digest, claim in zip(digests, claims, strict=True) if claim == Claim.COMPUTE]
        rows = np.random.default_rng(portion).normal(size=(len(mine), _NUMBERS)).astype(np.float32)
        place = self._store / FEATURES / portion_name(portion) / "rows.parquet"
        write_partition([row_key(digest) for digest in mine], rows, self._manifest.recipe, place)
        self._ledger.wrote(mine)
        images = [StoredImage(one, digest, bytes(80)) for one, digest in zip(pictures, digests, strict=True)]
        write_images(images, portion, self._store)
        count = Count(computed=len(mine))
        self._ledger.report(portion, count)
        return count


def measure(rows: int) -> dict[str, float]:
    """Return the driver's peak of memory in MB, and the seconds that it took."""
    with LocalCluster(nodes=1, processors=1) as cluster, tempfile.TemporaryDirectory() as place:
        store = open_place(str(Path(place) / "store"))
        manifest = StoreManifest(
            recipe=_recipe(), source=place, weights="random", seed=0, engine="keras", portions=1, images=rows
        )
        forget_peak()
        started = time.monotonic()
        listed = write_listing(_pictures(rows), store, JobControl())
        manifest = StoreManifest(**{**vars(manifest), "portions": portion_count(listed)})
        write_manifest(manifest, store)
        order = Order(cluster.address, store.where, manifest, "tensorflow", 0)
        words = io.StringIO()
        driver = Driver(order, words, threading.Event())
        driver.worker = SyntheticWorker
        driver.run()
        seconds = time.monotonic() - started
        last = json.loads(words.getvalue().splitlines()[-1])
        if last.get("computed") != rows:
            raise RuntimeError(f"The driver ended with {last}")
        peak = peak_memory()
        driver.leave()
    return {"portions": manifest.portions, "peak": peak, "seconds": seconds}


def _recipe() -> FeatureRecipe:
    return FeatureRecipe(
        backbone="ResNet50",
        weights_digest="0" * 32,
        cut_layer="avg_pool",
        image_size=224,
        decoder="1",
        backend="tensorflow",
        row_shape=(_NUMBERS,),
    )


def _pictures(count: int) -> Iterator[Listed]:
    for number in range(count):
        yield Listed(f"class {number % 1000:03d}/{number:08d}.jpg", f"class {number % 1000:03d}", 110_000, number)
