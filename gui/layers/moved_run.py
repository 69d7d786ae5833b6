"""A run as the movement of its layers: epochs with |dw| / |w| for each layer that learnt. Plain values, no widgets."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.messages import EpochFinished
from core.network.description import HEAD, NetworkDescription
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification


@dataclass(frozen=True, kw_only=True)
class MovedRun:
    """What is known of a run's movement.

    thaw: its SPEC. planned: the epochs that it was to have. running: whether more are to come. checked, changed: of
    its frozen layers, those whose digests were compared and those that differ; None before the end.
    """

    name: str
    thaw: str
    epochs: tuple[EpochFinished, ...]
    planned: int
    running: bool
    checked: int | None = None
    changed: int | None = None


def run_under_way(
    specification: TrainingSpecification, epochs: tuple[EpochFinished, ...], *, running: bool
) -> MovedRun:
    """Return a training that was watched from its begin."""
    return MovedRun(
        name=specification.run.name,
        thaw=specification.thaw,
        epochs=epochs,
        planned=specification.epochs,
        running=running,
    )


def recorded_run(run: Path, record: RunRecord) -> MovedRun:
    """Return the run in the folder `run`, as its record tells it."""
    is_over = record.state != "running"
    return MovedRun(
        name=run.name,
        thaw=record.specification.thaw,
        epochs=record.history,
        planned=record.specification.epochs,
        running=False,
        checked=record.frozen_layers_checked if is_over else None,
        changed=record.frozen_layers_changed if is_over else None,
    )


def unreadable_run(run: Path) -> MovedRun:
    """Return what is known of a run whose record can't be read: its name."""
    return MovedRun(name=run.name, thaw="", epochs=(), planned=0, running=False)


def movement_by_layer(epoch: EpochFinished, network: NetworkDescription) -> dict[str, float]:
    """Return |dw| / |w| of an epoch by layer of the backbone; the layers of the head are one, named as in the tree."""
    backbone = {layer.name for layer in network.layers}
    values = {name: change for name, change in epoch.movement if name in backbone}
    head = [change for name, change in epoch.movement if name not in backbone]
    if head:
        values[HEAD] = max(head)
    return values


def furthest(values: Mapping[str, float]) -> tuple[str, float] | None:
    """Return the layer of the backbone that moved furthest, and how far; None when only the head moved."""
    return max(
        ((name, change) for name, change in values.items() if name != HEAD), key=lambda one: one[1], default=None
    )
