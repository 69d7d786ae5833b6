"""Giving a stopped run what its pictures are compared with, since its training ended too soon to leave it behind.

Above a deeper frost line it takes seconds, for which whoever pressed Stop does not wait: the window asks for it when
the trainer is idle, the command line before it predicts or exports. Gathering and keeping is `reference_shelf`'s work.
"""

from __future__ import annotations

import logging
import os
from pathlib import Path

from core.data.pixel_limit import pixel_limit
from core.errors import FrostlineError, UnusableInput
from core.explanation.reference_shelf import warm_reference
from core.job_control import JobControl
from core.prediction.model_shelf import warm_model
from core.training.run_record import RunRecord, read_run_record

_log = logging.getLogger(__name__)


def keep_reference(model: Path, control: JobControl) -> None:
    """Write `reference.npz` and `unlikeness` of run.json, if `model` is a stopped run, or its file, without them.

    Where that can't be, nothing changes: such a run predicts and is exported as before. Reports Progress of the stages
    `extract` and `evaluate`.

    Raises:
        Stopped: the user asked for it; rows that reached the feature store are kept.

    """
    run = model if model.is_dir() else model.parent
    if not _lacks_it(run) or not os.access(run, os.W_OK):
        return
    try:
        trained = warm_model(model)
        if trained.record is not None and trained.has_features and not trained.epoch:
            with pixel_limit(trained.allowed_pixels()):
                warm_reference(trained, trained.record, control)
    except FrostlineError:
        _log.info("What pictures are compared with can't be had for %s", run, exc_info=True)


def _lacks_it(run: Path) -> bool:
    try:
        record: RunRecord = read_run_record(run)
    except UnusableInput:
        return False
    return record.state == "stopped" and record.unlikeness is None
