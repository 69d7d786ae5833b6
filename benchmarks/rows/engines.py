"""Extraction by OpenVINO beside the default engine, with how far its features are from Keras' own; without a bound."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from benchmarks.findings import Finding, Outcome, Quantity, Unmeasured
from benchmarks.workbench import Workbench

_DEFAULT, *_OTHERS = ("keras", "openvino", "openvino-16bit")


def measure(bench: Workbench) -> Iterator[Finding]:
    """Compare each other engine with the default one, all of them cold."""
    reference = _extract(bench, _DEFAULT)["extract"]
    for engine in _OTHERS:
        title = f"Extraction of {bench.photo_count} pictures by the engine {engine}"
        found = _extract(bench, engine)
        if "refused" in found:
            yield Unmeasured(title, found["refused"], fault=False)
            continue
        yield Outcome(
            title=title,
            ours=Quantity(engine, found["extract"]),
            reference=Quantity(f"the default engine, {_DEFAULT}", reference),
            is_speed=True,
            note=" ".join(found["notices"]),
        )


def _extract(bench: Workbench, engine: str) -> dict[str, Any]:
    found: dict[str, Any] = bench.side(
        "benchmarks.sides.engine",
        home="home of the engines",
        folder=str(bench.photos),
        run=str(bench.folder("runs") / f"engine {engine}"),
        image_size=bench.sizes.image_size,
        engine=engine,
    )
    return found
