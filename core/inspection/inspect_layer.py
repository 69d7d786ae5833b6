"""Looking into a layer: how it is configured, how its weights are spread, what it makes of a picture.

The model comes from `inspected_model`; pictures are made in `pictures`.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.data.decode import ImageUnusable, decode_image
from core.errors import UnusableInput
from core.inspection.inspected_model import InspectedModel, model_to_inspect
from core.inspection.pictures import channel_pictures, filter_pictures
from core.job_control import JobControl
from core.messages import InspectLayer, LayerInspected, SmallPicture, WeightHistogram
from core.network.description import FEATURES_LAYER, HEAD

_HISTOGRAM_BINS = 60


def inspect_layer(request: InspectLayer, control: JobControl) -> LayerInspected:
    """Look into a layer, or into all layers of the head at once (these without a picture).

    Raises:
        UnusableInput: the model has no such layer, or the model can't be used.
        Stopped: the user looks elsewhere by now.

    """
    inspected = model_to_inspect(request, control)
    control.raise_if_stopped()
    layers = _layers(inspected.model, request.layer)
    found = LayerInspected(
        layer=request.layer,
        source=inspected.source,
        configuration=_configuration(layers[-1]),
        histograms=_histograms(layers, control),
        filters=_filters(layers[-1]),
    )
    if request.image is None or all(request.layer != layer.name for layer in inspected.network.layers):
        return found
    return _with_activations(found, inspected, request.image, request.channels, control)


def _layers(model: keras.Model, name: str) -> list[keras.Layer]:
    names = [layer.name for layer in model.layers]
    if name == HEAD and FEATURES_LAYER in names:
        head: list[keras.Layer] = model.layers[names.index(FEATURES_LAYER) + 1 :]
        if head:
            return head
        raise UnusableInput("There is no head yet.", hint="It is made when a training starts.")
    if name not in names:
        raise UnusableInput(f"The model has no layer named {name}.", hint="Choose a layer of the tree.")
    return [model.get_layer(name)]


def _with_activations(
    found: LayerInspected, inspected: InspectedModel, image: Path | bytes, channels: int, control: JobControl
) -> LayerInspected:
    """Return `found` with what the layer makes of a picture; of a vector each channel is one pixel."""
    size = inspected.network.image_size
    try:
        pixels = decode_image(image, size)
    except ImageUnusable as error:
        return replace(found, picture_problem=error.message)
    values = inspected.passage_of(pixels).output_of(found.layer, control)
    values = values if values.ndim == 3 else values.reshape(1, 1, -1)
    return replace(
        found,
        activations=channel_pictures(values, channels),
        channels=int(values.shape[-1]),
        picture_edge=size,
        picture=pixels.tobytes(),
    )


def _configuration(layer: keras.Layer) -> tuple[tuple[str, str], ...]:
    config = layer.get_config()
    return tuple(
        (term.replace("_", " "), _in_words(value)) for term, value in config.items() if _is_telling(term, value)
    )


def _is_telling(term: str, value: object) -> bool:
    """Whether a term says how the layer computes; how its weights began, and who may change them, is past or else."""
    if term in ("name", "dtype", "batch_shape", "trainable", "quantization_config"):
        return False
    return value is not None and not any(word in term for word in ("regularizer", "initializer", "constraint"))


def _in_words(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return " x ".join(str(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("class_name", value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _histograms(layers: list[keras.Layer], control: JobControl) -> tuple[WeightHistogram, ...]:
    """Return a histogram for each weight; of several layers those of the last one, the deepest, come first."""
    found = []
    for layer in reversed(layers):
        for weight in layer.weights:
            control.raise_if_stopped()
            name = weight.name.replace("_", " ")
            found.append(_histogram(weight, name if len(layers) == 1 else f"{layer.name}: {name}"))
    return tuple(found)


def _histogram(weight: Any, name: str) -> WeightHistogram:
    values = np.asarray(keras.ops.convert_to_numpy(weight), dtype=np.float64)
    counts, edges = np.histogram(values, bins=_HISTOGRAM_BINS)
    return WeightHistogram(
        weight=name,
        shape=tuple(values.shape),
        edges=tuple(float(edge) for edge in edges),
        counts=tuple(int(count) for count in counts),
        mean=float(values.mean()),
        deviation=float(values.std()),
    )


def _filters(layer: keras.Layer) -> tuple[SmallPicture, ...]:
    """Return the filters of a convolution over three colours as pictures; of a 1x1 convolution there is none to see."""
    if not isinstance(layer, keras.layers.Conv2D) or layer.kernel.shape[2] != 3 or layer.kernel.shape[0] == 1:
        return ()
    kernel = np.asarray(keras.ops.convert_to_numpy(layer.kernel))
    # Preprocessing hands the colours on as blue, green, red.
    return filter_pictures(kernel[:, :, ::-1, :])
