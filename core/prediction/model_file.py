"""Opening a `.keras` file, and saying in a sentence why it can't be opened or used here.

A model file is data from anywhere, and must not run code: it passes `model_gate` first, and Keras' safe mode stays on.
"""

from __future__ import annotations

import logging
import math
from pathlib import Path
from typing import Any

import keras

from core.errors import UnusableInput
from core.prediction.model_gate import damaged, has_code, has_foreign_layers, look_through

#: By these words Keras' complaints are told apart; it has no exceptions of its own for them.
_WORDS_OF_SAFE_MODE = ("safe_mode", "unsafe")
_WORDS_OF_UNKNOWN_CLASSES = ("Could not locate", "register_keras_serializable")

#: Larger pictures, or numbers between two layers for one picture, are a fault of the file rather than a model.
_LARGEST_PICTURE, _MOST_ACTIVATIONS = 4096, 10**9

_log = logging.getLogger(__name__)


def open_model_file(file: Path) -> keras.Model:
    """Open a `.keras` file of an image classifier: square RGB pictures in, probabilities out.

    Raises:
        UnusableInput: it is no model, is damaged, needs code of its own, or takes or gives something else.

    """
    look_through(file)
    try:
        model = keras.saving.load_model(file, compile=False)
    except MemoryError:
        raise
    except Exception as error:  # Keras raises nearly everything on a damaged file
        _log.info("%s can't be opened", file, exc_info=True)
        raise _why_not_opened(file, str(error)) from error
    _refuse_what_is_no_classifier(file, model)
    return model


def _why_not_opened(file: Path, complaint: str) -> UnusableInput:
    if any(word in complaint for word in _WORDS_OF_SAFE_MODE):
        return has_code(file)
    if any(word in complaint for word in _WORDS_OF_UNKNOWN_CLASSES):
        return has_foreign_layers(file)
    return damaged(file)


def _refuse_what_is_no_classifier(file: Path, model: Any) -> None:
    inputs, outputs = getattr(model, "inputs", None) or [], getattr(model, "outputs", None) or []
    if len(inputs) != 1 or len(outputs) != 1:
        raise _not_a_classifier(file, f"it has {len(inputs)} inputs and {len(outputs)} outputs: expected one each")
    taken, given = tuple(inputs[0].shape), tuple(outputs[0].shape)
    if len(taken) != 4 or taken[1] is None or taken[1] != taken[2] or taken[3] != 3:
        raise _not_a_classifier(file, f"it takes {_shape(taken)}: expected square RGB pictures (any x s x s x 3)")
    if len(given) != 2 or given[1] is None or given[1] < 2:
        raise _not_a_classifier(file, f"it gives {_shape(given)}: expected one probability for each of its classes")
    if taken[1] > _LARGEST_PICTURE or _most_activations(model) > _MOST_ACTIVATIONS:
        raise _not_a_classifier(file, "a single picture would take more memory than there is")


def _most_activations(model: keras.Model) -> int:
    """Return how many numbers the largest output of a layer has for one picture."""
    parts = model.layers if isinstance(model, keras.Sequential) else model.operations
    shapes = (tuple(one.shape) for part in parts for one in keras.tree.flatten(part.output))
    return max((math.prod(size or 1 for size in shape) for shape in shapes), default=0)


def _not_a_classifier(file: Path, why: str) -> UnusableInput:
    return UnusableInput(
        f"{file} is not an image classifier as Frostline makes them: {why}.",
        hint="Choose a run of Frostline, or a model with the same input and output.",
    )


def _shape(sizes: tuple[int | None, ...]) -> str:
    return " x ".join("any" if size is None else str(size) for size in sizes)
