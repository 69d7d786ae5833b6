"""The word that Keras makes of a class of layers, in its files and in the names that it makes up. No Keras here."""

from __future__ import annotations

import re


def word_of_class(class_name: str) -> str:
    """Return `batch_normalization` for `BatchNormalization`, `re_lu` for `ReLU`, `max_pooling2d` for `MaxPooling2D`."""
    words = re.sub(r"\W+", "", class_name)
    words = re.sub(r"(.)([A-Z][a-z]+)", r"\1_\2", words)
    return re.sub(r"([a-z])([A-Z])", r"\1_\2", words).lower()
