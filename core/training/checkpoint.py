"""The state of a training between two epochs, as one file that is whole or not there: what resuming needs.

Everything that decides the rest of a training is in it: the weights that can change, the optimizer, the seeds of
dropout, the best epoch so far, the history. The order of the images is not: it follows from seed and epoch. When a
checkpoint is written and how it gets back into a model is `checkpointing`'s concern.
"""

from __future__ import annotations

import dataclasses
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from core.array_file import ArraysDamaged, read_arrays
from core.errors import UnusableInput
from core.messages import EpochFinished
from core.training.run_record import epoch_from_json
from core.whole_files import file_beside

CHECKPOINT_FOLDER, _STATE_FILE = "checkpoint", "state.npz"

#: What reading a damaged file raises.
_DAMAGES = (ArraysDamaged, ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError)

Weights = dict[str, list[np.ndarray]]


@dataclass(frozen=True, kw_only=True)
class Checkpoint:
    """A training after `len(history)` epochs.

    weights, best_weights: of each layer that can change, by name. optimizer, seeds: variables in Keras' order.
    best_score: as `callbacks.epoch_score` gives it. patience: of each callback that waits for an improvement, the
    epochs without one and the best value so far.
    """

    history: tuple[EpochFinished, ...]
    best_epoch: int
    best_score: tuple[float, float]
    weights: Weights
    best_weights: Weights
    optimizer: list[np.ndarray]
    seeds: list[np.ndarray]
    patience: dict[str, tuple[int, float]]

    @property
    def epoch(self) -> int:
        """How many epochs are over."""
        return len(self.history)

    def for_next_phase(self) -> Checkpoint:
        """Return the same state for a phase in which other layers learn: its optimizer and its patience begin anew."""
        return dataclasses.replace(self, optimizer=[], patience={})


def write_checkpoint(checkpoint: Checkpoint, run: Path) -> None:
    """Write the checkpoint of `run`, replacing the one before in one step."""
    _write(checkpoint, checkpoint_file(run))


def checkpoint_file(run: Path) -> Path:
    """Return where the checkpoint of `run` lies while it is in training."""
    return run / CHECKPOINT_FOLDER / _STATE_FILE


def keep_checkpoint(checkpoint: Checkpoint, run: Path) -> None:
    """Keep the state before the next epoch beside the usual checkpoint, to come back to when a change is undone."""
    _write(checkpoint, kept_checkpoint_file(run, checkpoint.epoch))


def kept_checkpoint_file(run: Path, epoch: int) -> Path:
    """Return where the state after `epoch` epochs is kept."""
    return run / CHECKPOINT_FOLDER / f"after epoch {epoch}.npz"


def _write(checkpoint: Checkpoint, file: Path) -> None:
    arrays = {f"optimizer/{number}": array for number, array in enumerate(checkpoint.optimizer)}
    arrays |= {f"seeds/{number}": array for number, array in enumerate(checkpoint.seeds)}
    for kind, weights in (("weights", checkpoint.weights), ("best", checkpoint.best_weights)):
        for layer, values in weights.items():
            arrays |= {f"{kind}/{layer}/{number}": array for number, array in enumerate(values)}
    plain = {
        "history": [dataclasses.asdict(epoch) for epoch in checkpoint.history],
        "best_epoch": checkpoint.best_epoch,
        "best_score": checkpoint.best_score,
        "patience": checkpoint.patience,
    }
    with file_beside(file) as unfinished, unfinished.open("wb") as stream:
        np.savez(stream, plain=np.asarray(json.dumps(plain)), **arrays)  # type: ignore[arg-type]


def read_checkpoint(run: Path, *, kept_after: int | None = None) -> Checkpoint | None:
    """Return the checkpoint of `run`, or None when its training was broken off before there was one.

    kept_after: the one that was kept after so many epochs instead.

    Raises:
        UnusableInput: the file is damaged.

    """
    file = checkpoint_file(run) if kept_after is None else kept_checkpoint_file(run, kept_after)
    if not file.exists():
        return None
    try:
        return _from_arrays(read_arrays(file))
    except (OSError, *_DAMAGES) as error:
        raise UnusableInput(
            f"The checkpoint {file} is damaged ({error}).",
            hint="Remove the folder 'checkpoint' to start this training from its first epoch.",
        ) from error


def read_epochs(run: Path) -> tuple[EpochFinished, ...]:
    """Return the epochs that the checkpoint of `run` has had, without reading its weights; none where there is none."""
    file = checkpoint_file(run)
    try:
        plain = json.loads(str(read_arrays(file, {"plain"})["plain"]))
        return tuple(epoch_from_json(epoch) for epoch in plain["history"])
    except (OSError, *_DAMAGES):
        return ()  # What is wrong with it is said by whoever goes on from it.


def _from_arrays(arrays: dict[str, np.ndarray]) -> Checkpoint:
    plain: dict[str, Any] = json.loads(str(arrays["plain"]))
    accuracy, loss = plain["best_score"]
    return Checkpoint(
        history=tuple(epoch_from_json(epoch) for epoch in plain["history"]),
        best_epoch=int(plain["best_epoch"]),
        best_score=(float(accuracy), float(loss)),
        weights=_weights("weights", arrays),
        best_weights=_weights("best", arrays),
        optimizer=_numbered("optimizer", arrays),
        seeds=_numbered("seeds", arrays),
        patience={name: (int(epochs), float(best)) for name, (epochs, best) in plain["patience"].items()},
    )


def _weights(kind: str, arrays: dict[str, np.ndarray]) -> Weights:
    layers = dict.fromkeys(name.split("/")[1] for name in arrays if name.startswith(f"{kind}/"))
    return {layer: _numbered(f"{kind}/{layer}", arrays) for layer in layers}


def _numbered(prefix: str, arrays: dict[str, np.ndarray]) -> list[np.ndarray]:
    found: list[np.ndarray] = []
    while f"{prefix}/{len(found)}" in arrays:
        found.append(arrays[f"{prefix}/{len(found)}"])
    return found
