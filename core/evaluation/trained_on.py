"""Which images of an evaluation a run was trained on: by their place, and copies of them by their content.

What a model learnt by heart says nothing of how good it is, and nothing of whether a label is wrong.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from core.data.content import image_digest
from core.data.opened_picture import ImageUnusable
from core.job_control import JobControl
from core.training.run_record import RunRecord
from core.training.training_data import LabelledImages


def trained_on(record: RunRecord, images: LabelledImages, control: JobControl) -> np.ndarray:
    """Return for each image whether the run learnt from it, or from a copy of it: bool (n,).

    Only training images as long as one of `images` are read, so that little is. Those that are gone can't be compared.

    Raises:
        Stopped: the user asked for it.

    """
    folder = record.specification.folder
    files = [folder / name for name in record.training_files]
    by_place = {str(file) for file in files} if images.folder == folder else {str(file.resolve()) for file in files}
    places = [str(file if images.folder == folder else file.resolve()) for file in images.files]
    learnt = np.fromiter((place in by_place for place in places), dtype=bool, count=len(places))
    lengths = {_length(file) for file, known in zip(images.files, learnt, strict=True) if not known}
    digests = set()
    for file in files:
        control.raise_if_stopped()
        if (length := _length(file)) >= 0 and length in lengths:
            digests.add(_digest(file))
    copied = np.fromiter((digest in digests for digest in images.digests), dtype=bool, count=len(places))
    return np.asarray(learnt | copied)


def _length(file: Path) -> int:
    try:
        return file.stat().st_size
    except OSError:
        return -1


def _digest(file: Path) -> str:
    try:
        return image_digest(file)
    except ImageUnusable:
        return ""
