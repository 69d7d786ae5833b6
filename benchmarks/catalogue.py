"""The rows in the order in which they are measured, by the names that `make bench ONLY=...` takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from benchmarks.findings import Finding
from benchmarks.rows import (
    cluster,
    drop,
    engines,
    event_loop,
    extraction,
    first_paint,
    head_cold,
    head_warm,
    image_scaling,
    large_folder,
    layer_map,
    naive_torch,
    same_head,
    scikit_learn,
    stage_scaling,
    stop,
    thawed_epoch,
)
from benchmarks.workbench import Workbench


class Part(Enum):
    """Where a row stands in the results."""

    NUMBERS = "Numbers to hold"
    PEERS = "Beside others"
    COST = "What it costs"


@dataclass(frozen=True)
class Row:
    """A row, or a few that come of the same work."""

    name: str
    part: Part
    measure: Callable[[Workbench], Iterator[Finding]]


ROWS = (
    Row("head_cold", Part.NUMBERS, head_cold.measure),
    Row("head_warm", Part.NUMBERS, head_warm.measure),
    Row("extraction", Part.NUMBERS, extraction.measure),
    Row("thawed_epoch", Part.NUMBERS, thawed_epoch.measure),
    Row("same_head", Part.NUMBERS, same_head.measure),
    Row("first_paint", Part.NUMBERS, first_paint.measure),
    Row("event_loop", Part.NUMBERS, event_loop.measure),
    Row("stop", Part.NUMBERS, stop.measure),
    Row("drop", Part.NUMBERS, drop.measure),
    Row("large_folder", Part.NUMBERS, large_folder.measure),
    Row("layer_map", Part.NUMBERS, layer_map.measure),
    Row("naive_torch", Part.PEERS, naive_torch.measure),
    Row("engines", Part.PEERS, engines.measure),
    Row("scikit_learn", Part.PEERS, scikit_learn.measure),
    Row("cluster", Part.COST, cluster.measure),
    Row("image_scaling", Part.COST, image_scaling.measure),
    Row("stage_scaling", Part.COST, stage_scaling.measure),
)
