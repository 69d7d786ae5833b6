"""A training in a real worker, as the window starts it: what it takes in seconds, in memory, and on the disk."""

from __future__ import annotations

import queue
from pathlib import Path
from typing import Any

from benchmarks.memory import NotTold, own_memory, peak_memory
from core.messages import EpochFinished, JobEnded, JobReport, RunFinished, Train
from core.places import feature_store_folder
from core.training.specification import TrainingSpecification
from core.worker.client import Message, WorkerClient

_LOOK_EVERY_SECONDS = 0.05


def measure(folder: str, run: str, epochs: int, image_size: int, thaw: str) -> dict[str, Any]:
    """Train with random weights; return seconds, MB of memory at the peak (all, and own), and MB of the store."""
    specification = TrainingSpecification(
        folder=Path(folder), run=Path(run), weights="random", epochs=epochs, image_size=image_size, thaw=thaw
    )
    messages: queue.SimpleQueue[Message] = queue.SimpleQueue()
    client = WorkerClient(on_message=messages.put, preload=True)
    client.start()
    client.submit(Train(specification=specification))
    try:
        return _follow(client, messages)
    finally:
        client.close()


def _follow(client: WorkerClient, messages: queue.SimpleQueue[Message]) -> dict[str, Any]:
    epochs: list[float] = []
    peak = own = 0.0
    while True:
        peak, own = max(peak, _now(peak_memory, client)), max(own, _now(own_memory, client))
        try:
            message = messages.get(timeout=_LOOK_EVERY_SECONDS)
        except queue.Empty:
            continue
        if isinstance(message, JobReport) and isinstance(message.event, EpochFinished):
            epochs.append(message.event.seconds)
        elif isinstance(message, JobEnded):
            return _found(message, epochs) | {"peak_memory": peak, "own_memory": own}


def _now(tell: Any, client: WorkerClient) -> float:
    process = client.process_id
    try:
        return float(tell(process)) if process is not None else 0.0
    except NotTold:
        return 0.0


def _found(ended: JobEnded, epochs: list[float]) -> dict[str, Any]:
    result = ended.result
    if not isinstance(result, RunFinished):
        raise RuntimeError(f"The training came to nothing: {ended.failure}")
    return {
        "extract": result.seconds.decode + result.seconds.extract,
        "fit": result.seconds.fit,
        "total": result.seconds.total,
        "epochs": epochs,
        "images": result.images_extracted,
        "store": sum(file.stat().st_size for file in feature_store_folder().rglob("*") if file.is_file()) / 1e6,
    }
