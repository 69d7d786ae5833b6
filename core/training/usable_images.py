"""Images that can be decoded, found by trying: for trainings that go without the feature store.

With the store this is not needed: extraction decodes every image once and leaves out those that it can't.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from core.data.changed_files import has_changed
from core.data.checked_files import CheckedFiles, check_files
from core.data.opened_picture import ImageUnusable
from core.job_control import JobControl
from core.messages import Notice
from core.training.training_data import LabelledImages


def without_unusable(parts: Sequence[LabelledImages], control: JobControl) -> tuple[LabelledImages, ...]:
    """Return each part with only those images that can be decoded and are what they were when they were listed.

    Reports Progress of stage `check`, and a Notice for each image that is left out.

    Raises:
        Stopped: the user asked for it.

    """
    files = [file for part in parts for file in part.files]
    digests = [digest for part in parts for digest in part.digests]
    checked = check_files(files, control)
    usable = np.ones(len(files), dtype=bool)
    for index, file in enumerate(files):
        problem = _problem(file, digests[index], checked, index)
        if problem is not None:
            usable[index] = False
            control.report(Notice(message=f"Left out: {problem.message}"))
    ends = np.cumsum([len(part) for part in parts])
    kept = (np.flatnonzero(of_part) for of_part in np.split(usable, ends[:-1]))
    return tuple(part.select(indices) for part, indices in zip(parts, kept, strict=True))


def _problem(file: Path, digest: str, checked: CheckedFiles, index: int) -> ImageUnusable | None:
    refused = checked.refused.get(index)
    if refused is not None:
        return ImageUnusable(file, refused.reason)
    return None if checked.prints.digests[index].tobytes().hex() == digest else has_changed(file)
