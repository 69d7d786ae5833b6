"""What a stored feature was made from: the recipe whose digest is the feature store's key.

Two runs with the same recipe may share features; anything that changes a feature's value must be in here.
"""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass

import numpy as np
import xxhash

from core.data.augment import AUGMENTATION_VERSION


@dataclass(frozen=True, kw_only=True)
class FeatureRecipe:
    """How an image becomes a row of features.

    weights_digest: of all weights at or below the line. decoder: version of the decoding and resizing rule.
    row_shape: shape of one image's features, without the batch. dtype: `float32` or `float16`.
    backend: what computed the row, and in which precision where that is not its usual one (`tensorflow`, `openvino
    bf16`): frameworks differ by float noise and precisions by more, so each has its own rows.
    """

    backbone: str
    weights_digest: str
    cut_layer: str
    image_size: int
    decoder: str
    backend: str
    row_shape: tuple[int, ...]
    dtype: str = "float32"

    @property
    def key(self) -> str:
        """The digest that names this recipe on disk: 32 hexadecimal digits."""
        return xxhash.xxh3_128_hexdigest(self.as_json().encode("utf-8"))

    @property
    def row_bytes(self) -> int:
        """Size of one image's features in bytes."""
        return math.prod(self.row_shape) * np.dtype(self.dtype).itemsize

    def as_json(self) -> str:
        """Return the recipe as JSON that is the same for the same recipe."""
        return json.dumps(dataclasses.asdict(self), sort_keys=True)


def row_key(image_digest: str, view: int = 0) -> str:
    """Return the key of one row: the image's content and which augmented view of it (0: the image itself)."""
    return f"{image_digest}:{view}" if view == 0 else f"{image_digest}:{view}:{AUGMENTATION_VERSION}"
