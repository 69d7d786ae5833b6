"""Extraction alone, decoding included, against Keras' `predict` on images that are decoded already."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.findings import Finding, Outcome, Quantity
from benchmarks.workbench import Workbench


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare the cold training's extraction with as many images of random pixels."""
    cold = bench.frost_line()[0]
    predict = bench.side(
        "benchmarks.sides.keras_predict", image_count=bench.photo_count, image_size=bench.sizes.image_size
    )
    yield Outcome(
        title=f"Extraction of {bench.photo_count} pictures",
        ours=Quantity("decode and extract", cold["decode"] + cold["extract"]),
        reference=Quantity("keras predict on decoded arrays", predict),
        bound=0.9,
        is_speed=True,
    )
