"""Looking into a layer: how it is configured, how its weights are spread, what it makes of a picture.

The model comes from `inspected_model`; pictures are made in `pictures`.
"""

from __future__ import annotations

import keras
import numpy as np

from core.data.decode import decode_image
from core.errors import UnusableInput
from core.inspection.inspected_model import InspectedModel, model_to_inspect
from core.inspection.pictures import channel_pictures, filter_pictures
from core.job_control import JobControl
from core.messages import InspectLayer, LayerInspected, SmallPicture, WeightHistogram

_HISTOGRAM_BINS = 60


def inspect_layer(request: InspectLayer, control: JobControl) -> LayerInspected:
    """Look into a layer.

    Raises:
        UnusableInput: the model has no such layer, or the picture or the model can't be used.
        Stopped: the user looks elsewhere by now.

    """
    inspected = model_to_inspect(request, control)
    control.raise_if_stopped()
    try:
        layer = inspected.model.get_layer(request.layer)
    except ValueError as error:
        raise UnusableInput(
            f"The model has no layer named {request.layer}.", hint="Choose a layer of the tree."
        ) from error
    activations = None if request.image is None else _activations(inspected, layer, request.image)
    control.raise_if_stopped()
    return LayerInspected(
        layer=request.layer,
        source=inspected.source,
        configuration=_configuration(layer),
        histograms=tuple(_histogram(weight) for weight in layer.weights),
        filters=_filters(layer),
        activations=() if activations is None else channel_pictures(activations, request.channels),
        channels=0 if activations is None else activations.shape[-1],
    )


def _activations(inspected: InspectedModel, layer: keras.Layer, image: object) -> np.ndarray:
    """Return what the layer makes of a picture: float32 (h, w, channels); vectors as (1, 1, channels)."""
    model = inspected.model
    size = int(model.inputs[0].shape[1])
    pixels = decode_image(image, size)[None].astype(np.float32)  # type: ignore[arg-type]
    values: np.ndarray = np.asarray(inspected.outputs_of(layer.name)(pixels))[0]
    return values if values.ndim == 3 else values.reshape(1, 1, -1)


def _configuration(layer: keras.Layer) -> tuple[tuple[str, str], ...]:
    config = layer.get_config()
    return tuple(
        (term.replace("_", " "), _in_words(value)) for term, value in config.items() if _is_telling(term, value)
    )


def _is_telling(term: str, value: object) -> bool:
    return value is not None and term not in ("name", "dtype", "batch_shape") and "regularizer" not in term


def _in_words(value: object) -> str:
    if isinstance(value, (list, tuple)):
        return " x ".join(str(one) for one in value)
    if isinstance(value, dict):
        return str(value.get("class_name", value))
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, float) else str(value)


def _histogram(weight: object) -> WeightHistogram:
    values = np.asarray(keras.ops.convert_to_numpy(weight), dtype=np.float64)
    counts, edges = np.histogram(values, bins=_HISTOGRAM_BINS)
    return WeightHistogram(
        weight=str(weight.name),  # type: ignore[attr-defined]
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
