"""Which classes the configuration of a model may name: those of Keras that only compute.

A `.keras` file says by name what is to be made of it, and Keras looks far for a name. Lambda layers and functions carry
code, others open files (look-up layers) or run another framework's programs; so here is a list of what may be named,
rather than of what may not. No Keras here: nothing is looked up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_DIMENSIONS = ("1D", "2D", "3D")
_PER_DIMENSION = (
    *("Conv", "Convolution", "ZeroPadding", "Cropping", "UpSampling", "SpatialDropout", "Conv{}Transpose"),
    *("MaxPooling", "MaxPool", "AveragePooling", "AvgPool", "GlobalMaxPooling", "GlobalMaxPool"),
    *("GlobalAveragePooling", "GlobalAvgPool", "AdaptiveAveragePooling", "AdaptiveMaxPooling"),
    *("SeparableConv", "SeparableConvolution", "DepthwiseConv"),
)
_LAYERS = frozenset(
    {name.format(d) if "{}" in name else name + d for name in _PER_DIMENSION for d in _DIMENSIONS}
    | {"Convolution2DTranspose", "Dense", "EinsumDense", "Identity", "InputLayer", "Masking", "Wrapper"}
    | {"Activation", "ELU", "LeakyReLU", "PReLU", "ReLU", "Softmax"}
    | {"AdditiveAttention", "Attention", "GroupQueryAttention", "MultiHeadAttention"}
    | {"Add", "Average", "Concatenate", "Dot", "Maximum", "Minimum", "Multiply", "Subtract"}
    | {"BatchNormalization", "GroupNormalization", "LayerNormalization", "RMSNormalization"}
    | {"SpectralNormalization", "UnitNormalization", "Normalization", "Rescaling", "Resizing", "CenterCrop"}
    | {"RandomBrightness", "RandomContrast", "RandomCrop", "RandomFlip", "RandomRotation", "RandomTranslation"}
    | {"RandomZoom", "RandomHue", "RandomSaturation", "RandomGrayscale", "RandomErasing", "RandomGaussianBlur"}
    | {"ActivityRegularization", "AlphaDropout", "Dropout", "GaussianDropout", "GaussianNoise"}
    | {"Flatten", "Permute", "RepeatVector", "Reshape", "TimeDistributed"}
)
_MODELS = frozenset({"Functional", "Sequential", "Model"})
_OPERATIONS = frozenset({"numpy", "nn", "image", "math", "core"})
#: Of these rooms of Keras' every class only holds numbers.
_PLAIN_ROOMS = frozenset({"initializers", "regularizers", "constraints", "optimizers", "losses", "metrics"})
_DATA = frozenset({"__keras_tensor__", "__tensor__", "__numpy__", "__ellipsis__", "__slice__"})
_CODE = frozenset({"Lambda", "__lambda__", "function", "__typespec__", "__bytes__", "TFSMLayer"})

_CLASS_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_MOST_DEPTH = 60


class CodeNamed(Exception):
    """The configuration names what would run code; the text is the name."""


class ClassUnknown(Exception):
    """The configuration names what is none of Keras' own layers; the text is the name."""


class ConfigDamaged(Exception):
    """The configuration has not the form that Keras gives it."""


def refuse_foreign_classes(config: object) -> None:
    """Look through the configuration of a model, as JSON gives it, for every class that it names.

    Raises:
        CodeNamed, ClassUnknown, ConfigDamaged: see there.

    """
    if not isinstance(config, dict) or not isinstance(config.get("config"), dict) or "class_name" not in config:
        raise ConfigDamaged
    # What the model was trained with is not read: it is opened without being compiled.
    for one in _named({key: value for key, value in config.items() if key != "compile_config"}):
        _refuse_foreign(one)


def sizes_named(config: object) -> Iterator[int]:
    """Yield the numbers of units and filters that layers are to have, each of which is a dimension of some weights."""
    for one in _named(config):
        inside = one.get("config")
        for key in ("units", "filters"):
            number = inside.get(key) if isinstance(inside, dict) else None
            if isinstance(number, (int, float)) and not isinstance(number, bool):
                yield int(number) if abs(number) < 1e18 else 10**18


def _named(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Yield every object inside `value` that names a class."""
    if depth > _MOST_DEPTH:
        raise ConfigDamaged
    if isinstance(value, dict):
        if {"class_name", "module", "registered_name"} & value.keys():
            yield value
        for inner in value.values():
            yield from _named(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner, depth + 1)


def _refuse_foreign(one: dict[str, Any]) -> None:
    name, module, registered = one.get("class_name"), one.get("module"), one.get("registered_name")
    if not isinstance(name, str) or not isinstance(module, (str, type(None))):
        raise ConfigDamaged
    if name in _CODE or registered in _CODE:
        raise CodeNamed(name)
    if name in _DATA and module is None:
        return
    if registered not in {None, name} or not _may_be_named(module, name):
        raise ClassUnknown(f"{module}.{name}"[:120] if module else name[:120])


def _may_be_named(module: str | None, name: str) -> bool:
    if not _CLASS_NAME.fullmatch(name):
        return False
    rooms = (module or "keras.layers").split(".")
    if module in {None, "keras.layers", "keras"} or rooms[:3] == ["keras", "src", "layers"]:
        return name in _LAYERS | _MODELS or name.endswith("DTypePolicy")
    if rooms[:3] == ["keras", "src", "models"]:
        return name in _MODELS
    if rooms[:3] == ["keras", "src", "ops"]:
        return len(rooms) == 4 and rooms[3] in _OPERATIONS
    room = rooms[2] if rooms[:2] == ["keras", "src"] and len(rooms) > 2 else rooms[1] if len(rooms) > 1 else ""
    return rooms[0] == "keras" and room in _PLAIN_ROOMS
