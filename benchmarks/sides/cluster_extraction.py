"""An extraction into a new store, by the local engine or on a cluster that is started for it."""

from __future__ import annotations

import tempfile
import time
from contextlib import nullcontext
from pathlib import Path

from benchmarks.local_cluster import LocalCluster
from core.cluster.extraction import ExtractionOrder, extract_to_store
from core.job_control import JobControl
from core.messages import Event, Progress


def measure(folder: str, image_size: int, nodes: int, processors: int) -> dict[str, float]:
    """Return the seconds for a picture between the first batch and the last, and those before the first.

    nodes: 0 for the local engine, on all cores. processors: of each node.
    """
    cluster = LocalCluster(nodes=nodes, processors=processors) if nodes else None
    with cluster or nullcontext(), tempfile.TemporaryDirectory() as place:
        order = ExtractionOrder(
            source=folder,
            store=str(Path(place) / "store"),
            cut="avg_pool",
            cluster=None if cluster is None else cluster.address,
            backbone="ResNet50",
            weights="random",
            image_size=image_size,
            seed=0,
            engine="keras",
            feature_dtype="float32",
        )
        heard: list[tuple[float, int]] = []

        def note(event: Event) -> None:
            if isinstance(event, Progress) and event.stage == "extract":
                heard.append((time.monotonic(), event.done))

        done = extract_to_store(order, JobControl(report=note))
    begun = heard[0][0]
    heard = [(moment, count) for moment, count in heard if count]
    until_first = heard[0][0] - begun
    (first, before), (last, after) = heard[0], heard[-1]
    if after == before:  # So few that they were told at once.
        first, before = begun, 0
    return {"images": done.images, "seconds": (last - first) / (after - before), "until_first": until_first}
