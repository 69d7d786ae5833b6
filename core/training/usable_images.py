"""Images that can be decoded, found by trying: for trainings that go without the feature store.

With the store this is not needed: extraction decodes every image once and leaves out those that it can't.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing

import numpy as np

from core.data.decode import ImageUnusable
from core.data.decoder_pool import decode_in_order
from core.data.scan import CHECK_SIZE
from core.job_control import JobControl
from core.messages import Notice
from core.training.training_data import LabelledImages


def without_unusable(parts: Sequence[LabelledImages], control: JobControl) -> tuple[LabelledImages, ...]:
    """Return each part with only those images that can be decoded.

    Reports Progress of stage `check`, and a Notice for each image that is left out.

    Raises:
        Stopped: the user asked for it.

    """
    files = [file for part in parts for file in part.files]
    usable = np.ones(len(files), dtype=bool)
    with closing(decode_in_order(files, CHECK_SIZE)) as decoded:
        for index, pixels in decoded:
            control.raise_if_stopped()
            if isinstance(pixels, ImageUnusable):
                usable[index] = False
                control.report(Notice(message=f"Left out: {pixels.message}"))
            control.progress("check", index + 1, len(files))
    ends = np.cumsum([len(part) for part in parts])
    kept = (np.flatnonzero(of_part) for of_part in np.split(usable, ends[:-1]))
    return tuple(part.select(indices) for part, indices in zip(parts, kept, strict=True))
