"""Opening a `.keras` file, and saying in a sentence why it can't be opened or used here.

Keras' safe mode stays on: a model file is data from anywhere, and must not run code.
"""

from __future__ import annotations

import logging
import zipfile
from pathlib import Path
from typing import Any

import keras

from core.errors import UnusableInput

#: What a `.keras` file, a zip archive, must contain.
_PARTS = frozenset({"config.json", "metadata.json", "model.weights.h5"})
#: By these words Keras' complaints are told apart; it has no exceptions of its own for them.
_WORDS_OF_SAFE_MODE = ("safe_mode", "unsafe")
_WORDS_OF_UNKNOWN_CLASSES = ("Could not locate", "register_keras_serializable")

_USE_A_WHOLE_FILE = "Use a whole copy of the file, or train again."

_log = logging.getLogger(__name__)


def open_model_file(file: Path) -> keras.Model:
    """Open a `.keras` file of an image classifier: square RGB pictures in, probabilities out.

    Raises:
        UnusableInput: it is no model, is damaged, needs code of its own, or takes or gives something else.

    """
    _refuse_what_is_no_model(file)
    try:
        model = keras.saving.load_model(file, compile=False)
    except MemoryError:
        raise
    except Exception as error:  # Keras raises nearly everything on a damaged file
        _log.info("%s can't be opened", file, exc_info=True)
        raise _why_not_opened(file, str(error)) from error
    _refuse_what_is_no_classifier(file, model)
    return model


def _refuse_what_is_no_model(file: Path) -> None:
    if not file.exists():
        raise UnusableInput(f"{file} does not exist.", hint="Choose a run folder or a .keras file.")
    try:
        with zipfile.ZipFile(file) as archive:
            missing = _PARTS - set(archive.namelist())
    except zipfile.BadZipFile as error:
        raise UnusableInput(
            f"{file} is not a .keras model file, or is damaged.", hint="Choose a run folder or a .keras file."
        ) from error
    except OSError as error:
        raise UnusableInput(
            f"{file} can't be read ({error.strerror}).", hint="Check its permissions, or choose another."
        ) from error
    if missing:
        raise UnusableInput(
            f"{file} is not a .keras model file: {', '.join(sorted(missing))} is missing in it.",
            hint="Choose a run folder or a .keras file.",
        )


def _why_not_opened(file: Path, complaint: str) -> UnusableInput:
    if any(word in complaint for word in _WORDS_OF_SAFE_MODE):
        return UnusableInput(
            f"{file} contains Python code of its own (a Lambda layer or the like), which is not run for safety's sake.",
            hint="Save the model without such layers.",
            kind="unsafe_model",
        )
    if any(word in complaint for word in _WORDS_OF_UNKNOWN_CLASSES):
        return UnusableInput(
            f"{file} uses layers that are not part of Keras.",
            hint="Save the model with Keras' own layers only.",
            kind="unsafe_model",
        )
    return UnusableInput(f"{file} is damaged: Keras can't open it.", hint=_USE_A_WHOLE_FILE)


def _refuse_what_is_no_classifier(file: Path, model: Any) -> None:
    inputs, outputs = getattr(model, "inputs", None) or [], getattr(model, "outputs", None) or []
    if len(inputs) != 1 or len(outputs) != 1:
        raise _not_a_classifier(file, f"it has {len(inputs)} inputs and {len(outputs)} outputs: expected one each")
    taken, given = tuple(inputs[0].shape), tuple(outputs[0].shape)
    if len(taken) != 4 or taken[1] is None or taken[1] != taken[2] or taken[3] != 3:
        raise _not_a_classifier(file, f"it takes {_shape(taken)}: expected square RGB pictures (any x s x s x 3)")
    if len(given) != 2 or given[1] is None or given[1] < 2:
        raise _not_a_classifier(file, f"it gives {_shape(given)}: expected one probability for each of its classes")


def _not_a_classifier(file: Path, why: str) -> UnusableInput:
    return UnusableInput(
        f"{file} is not an image classifier as Frostline makes them: {why}.",
        hint="Choose a run of Frostline, or a model with the same input and output.",
    )


def _shape(sizes: tuple[int | None, ...]) -> str:
    return " x ".join("any" if size is None else str(size) for size in sizes)
