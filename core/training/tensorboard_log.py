"""Scalars of a training as event files that TensorBoard opens.

Written with TensorBoard's own record writer rather than a Keras callback, which needs TensorFlow whatever the
backend is and costs more than an epoch of a head does.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from tensorboard.compat.proto.event_pb2 import Event as LogEvent
from tensorboard.compat.proto.summary_pb2 import Summary
from tensorboard.summary.writer.record_writer import RecordWriter

from core.messages import EpochFinished
from core.whole_files import file_beside, remove_leftovers


def write_tensorboard_log(history: Sequence[EpochFinished], folder: Path) -> None:
    """Write `train` and `validation` curves of loss, accuracy and learning rate below `folder`."""
    training = [
        (epoch.epoch, {"loss": epoch.loss, "accuracy": epoch.accuracy, "learning_rate": epoch.learning_rate})
        for epoch in history
    ]
    validation = [
        (epoch.epoch, {"loss": epoch.val_loss, "accuracy": epoch.val_accuracy})
        for epoch in history
        if epoch.val_loss is not None and epoch.val_accuracy is not None
    ]
    _write_curves(training, folder / "train")
    if validation:
        _write_curves(validation, folder / "validation")


def _write_curves(curves: Sequence[tuple[int, Mapping[str, float]]], folder: Path) -> None:
    """Write the curves in place of those that an earlier training of this run wrote: TensorBoard would show both."""
    now = time.time()
    # TensorBoard knows event files by this word in their name.
    log = folder / f"events.out.tfevents.{int(now)}.frostline"
    remove_leftovers(folder)
    earlier = [one for one in folder.glob("events.out.tfevents.*.frostline") if one != log]
    with file_beside(log) as unfinished, unfinished.open("wb") as file:
        records = RecordWriter(file)
        records.write(LogEvent(wall_time=now, file_version="brain.Event:2").SerializeToString())
        for step, values in curves:
            summary = Summary(value=[Summary.Value(tag=tag, simple_value=value) for tag, value in values.items()])
            records.write(LogEvent(wall_time=now, step=step, summary=summary).SerializeToString())
        records.flush()
    for one in earlier:
        one.unlink(missing_ok=True)
