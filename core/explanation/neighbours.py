"""The training images that are nearest to a picture: what a network has seen that it finds alike.

How far is `distances`' knowledge, and whence features come is `pooled_features`' work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from core.explanation.distances import distances_to
from core.job_control import JobControl
from core.messages import Neighbour
from core.training.reference import sample
from core.training.training_data import LabelledImages, label_images


@dataclass(frozen=True)
class ReferenceImages:
    """Images of known classes with their features, float32 (n, channels) of length 1, row i of image i."""

    images: LabelledImages
    features: np.ndarray
    class_names: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.images)


def images_of_split(
    folder: Path,
    names: Sequence[str],
    class_of: Callable[[str], str],
    class_names: Sequence[str],
    control: JobControl,
    *,
    seed: int,
    most: int,
) -> LabelledImages:
    """Return the images of one side of a run's split that are still there, at most `most` of them.

    names: as `run.json` has them, relative to `folder`, with '/'. class_of: gives the class in which the run had one.
    """
    names = [names[index] for index in sample(len(names), most, seed)]
    number_of = {name: number for number, name in enumerate(class_names)}
    known = [name for name in names if class_of(name) in number_of]
    return label_images(folder, known, [number_of[class_of(name)] for name in known], control)


def nearest_images(features: np.ndarray, reference: ReferenceImages, count: int) -> tuple[Neighbour, ...]:
    """Return the `count` reference images nearest to `features`, float32 (channels,) of length 1, the nearest first.

    Those whose files have gone since they were read are left out.
    """
    distances = distances_to(features[None], reference.features)[0]
    found: list[Neighbour] = []
    for index in np.argsort(distances, kind="stable"):
        if len(found) >= count:
            break
        file = reference.images.folder / reference.images.names[index]
        if file.is_file():
            class_name = reference.class_names[reference.images.labels[index]]
            found.append(Neighbour(file=file, class_name=class_name, distance=float(distances[index])))
    return tuple(found)
