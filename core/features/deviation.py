"""How far the features of a fast engine are from those of Keras, measured on a few of the same images."""

from __future__ import annotations

from dataclasses import dataclass

import keras
import numpy as np

from core.features.engine_keras import KerasEngine

#: So many images tell enough: a deviation comes from the arithmetic and is much the same for every image.
SAMPLE_SIZE = 8


@dataclass(frozen=True)
class Sample:
    """A few images, float32 (n, s, s, 3), and the features that an engine made of them, float32 (n, *row_shape)."""

    pixels: np.ndarray
    features: np.ndarray


def deviation_from_keras(sample: Sample, extractor: keras.Model) -> float:
    """Return the length of the difference between the sample's features and Keras', over that of Keras' features."""
    exact = KerasEngine(extractor).features(sample.pixels)
    length = float(np.linalg.norm(exact))
    difference = float(np.linalg.norm(sample.features - exact))
    return difference / length if length else difference


def describe_deviation(deviation: float, computed_by: str, images: int) -> str:
    """Return a sentence with the deviation in percent. `computed_by`: as a recipe names the engine."""
    bits = 32 if computed_by.endswith("f32") else 16
    percent = "less than 0.001" if deviation < 1e-5 else f"{deviation * 100:.1g}"
    on = "one image" if images == 1 else f"{images} images"
    return f"Features by OpenVINO in {bits} bits deviate by {percent} % from Keras' (measured on {on})."
