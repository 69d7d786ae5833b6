"""What a run keeps so that pictures can be called unlike all that it was trained on: made at the end of a training.

The measure is `core.explanation.unlikeness`'s. Where the frost line lies at the pooled features they are there already,
and it takes milliseconds; where it lies deeper, the trained part sees a sample of the images once more.
"""

from __future__ import annotations

import keras
import numpy as np

from core.explanation.distances import unit_length
from core.explanation.unlikeness import METHOD, NEIGHBOUR_NUMBER, PERCENTILE, distances_of_kth, threshold_of
from core.job_control import JobControl
from core.network.frost_line import pooling_part
from core.training.course_end import CourseEnd
from core.training.reference_file import StoredReference
from core.training.rows import Rows
from core.training.run_record import Unlikeness

#: At most so many training images are compared with; of more, a sample drawn by the run's seed stands for all.
MOST_REFERENCE_IMAGES = 5000
#: A percentile needs no more validation images than that.
MOST_VALIDATION_IMAGES = 1000
#: Where the features have to be computed first, less must do.
_COMPUTED = (1000, 500)
_BATCH = 32


def reference_of(end: CourseEnd, model: keras.Model, control: JobControl) -> StoredReference | None:
    """Return the features of a training's images as the trained `model` sees them, and how far the held-out ones lie.

    None where they would have to be computed although the user waits for the end of the training: they are computed and
    kept soon after (`core.explanation.keep_reference`).
    """
    material, seed = end.material, end.record.specification.seed
    pooling = pooling_part(model, material.layer)
    if pooling is not None and (end.fitting.stopped or end.fitting.out_of_time):
        return None
    most = (MOST_REFERENCE_IMAGES, MOST_VALIDATION_IMAGES) if pooling is None else _COMPUTED
    chosen = sample(len(material.training), most[0], seed)
    sides = ((material.training, chosen), (material.validation, sample(len(material.validation), most[1], seed)))
    found = [rows.gather(some) for rows, some in sides] if pooling is None else _computed(pooling, sides, control)
    if found is None:
        return None
    training, validation = (unit_length(np.asarray(side, dtype=np.float32)) for side in found)
    images = material.data.training.select(chosen)
    return StoredReference(
        names=images.names,
        labels=images.labels,
        features=training,
        validation_distances=distances_of_kth(validation, training),
    )


def unlikeness_of(reference: StoredReference | None) -> Unlikeness | None:
    """Return what the record of a run says of its reference."""
    if reference is None:
        return None
    return Unlikeness(
        method=METHOD,
        neighbours=NEIGHBOUR_NUMBER,
        percentile=PERCENTILE,
        threshold=threshold_of(reference.validation_distances),
        training_images=len(reference.names),
        validation_images=len(reference.validation_distances),
    )


def sample(count: int, most: int, seed: int) -> np.ndarray:
    """Return the numbers, rising, of at most `most` of `count` images, drawn by `seed`: int64 (n,)."""
    if count <= most:
        return np.arange(count)
    return np.sort(np.random.default_rng(seed).permutation(count)[:most])


def _computed(
    pooling: keras.Model, sides: tuple[tuple[Rows, np.ndarray], ...], control: JobControl
) -> list[np.ndarray] | None:
    """Return the pooled features of the chosen rows of each side; None when the user stops the training meanwhile."""
    total, done = sum(len(chosen) for _, chosen in sides), 0
    found = []
    for rows, chosen in sides:
        parts = [np.empty((0, int(pooling.outputs[0].shape[-1])), dtype=np.float32)]
        for start in range(0, len(chosen), _BATCH):
            if control.stop_requested.is_set():
                return None
            batch = chosen[start : start + _BATCH]
            # Not compiled: tracing would take longer than it spares.
            values = pooling(keras.ops.convert_to_tensor(rows.gather(batch)), training=False)
            parts.append(np.asarray(keras.ops.convert_to_numpy(values), dtype=np.float32))
            done += len(batch)
            control.progress("evaluate", done, total)
        found.append(np.concatenate(parts))
    return found
