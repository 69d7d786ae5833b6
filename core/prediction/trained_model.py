"""A trained model with what belongs to it: class names, image size, and the record of its run.

Here a run folder or a model file becomes a `TrainedModel`. Opening the file itself is `model_file`'s work, keeping a
model warm `model_shelf`'s.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import keras
import numpy as np

from core.backend_specific import must_compile
from core.data.pixel_limit import USUAL_PIXEL_LIMIT
from core.errors import UnusableInput
from core.network.description import FEATURES_LAYER
from core.prediction.model_file import open_model_file
from core.training.run_record import LABELS_FILE, MODEL_FILE, RECORD_FILE, RunRecord, read_run_record

#: Pictures that go through the network at once, where there are so many.
PREDICTION_BATCH = 32
#: A hundred thousand long names.
_MOST_LABEL_BYTES = 10_000_000

_Pass = Callable[[np.ndarray], tuple[np.ndarray, ...]]


@dataclass(frozen=True)
class TrainedModel:
    """A model that can classify pictures. `record` is None for a model file that lies outside of a run folder.

    model: float32 raw RGB (n, image_size, image_size, 3), 0 to 255 -> probabilities (n, classes). epoch: after which
    epoch of a training that is going on; 0 when it is over. compiled: the forward pass once it was needed.
    """

    path: Path
    model: keras.Model = field(repr=False)
    class_names: tuple[str, ...]
    record: RunRecord | None
    epoch: int = 0
    compiled: dict[str, _Pass] = field(default_factory=dict, repr=False, compare=False)

    @property
    def image_size(self) -> int:
        """Edge of the square that the network sees, in pixels."""
        return int(self.model.inputs[0].shape[1])

    def allowed_pixels(self, asked_for: int | None = None) -> int:
        """Return how many pixels a picture may have: as many as asked for, else as in the run, else the usual limit."""
        of_run = self.record.specification.pixel_limit if self.record is not None else None
        return asked_for or of_run or USUAL_PIXEL_LIMIT

    @property
    def has_features(self) -> bool:
        """Whether the model has the pooled features that Frostline's networks have."""
        return FEATURES_LAYER in {layer.name for layer in self.model.layers}

    def probabilities(self, pixels: np.ndarray) -> np.ndarray:
        """Classify up to `PREDICTION_BATCH` pictures: uint8 (n, s, s, 3) -> float32 (n, classes)."""
        return self._answers(pixels)[0]

    def probabilities_and_features(self, pixels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        """Return what `probabilities` does, and the pooled features, float32 (n, channels), of the same pass.

        Only for a model that has them, see `has_features`.
        """
        probabilities, features = self._answers(pixels)
        return probabilities, features

    def _answers(self, pixels: np.ndarray) -> tuple[np.ndarray, ...]:
        if "forward" not in self.compiled:
            outputs = [self.model.outputs[0]]
            if self.has_features:
                outputs.append(self.model.get_layer(FEATURES_LAYER).output)
            self.compiled["forward"] = _pass_to_all(keras.Model(self.model.inputs[0], outputs))
        return self.compiled["forward"](pixels)


def forward_pass(model: Any) -> Callable[[np.ndarray], np.ndarray]:
    """Return a compiled forward pass of `model`: (n, ...) of any dtype -> float32 (n, ...), n <= PREDICTION_BATCH.

    It is compiled for two shapes, one row and a whole batch, to which others are filled up; so one picture costs the
    bare network, and nothing is traced anew for odd numbers.
    """
    to_all = _pass_to_all(model)
    return lambda rows: to_all(rows)[0]


def _pass_to_all(model: Any) -> _Pass:
    """Return the forward pass that `forward_pass` describes, to every output of `model`."""
    model.compile(jit_compile=must_compile())

    def forward(rows: np.ndarray) -> tuple[np.ndarray, ...]:
        wanted = 1 if len(rows) == 1 else PREDICTION_BATCH
        filled = np.zeros((wanted, *rows.shape[1:]), dtype=np.float32)
        filled[: len(rows)] = rows
        values = model.predict_on_batch(filled)
        outputs = values if isinstance(values, (list, tuple)) else (values,)
        return tuple(np.asarray(one, dtype=np.float32)[: len(rows)] for one in outputs)

    return forward


def model_file_of(path: Path) -> Path:
    """Return the model file of a run folder, or the model file itself.

    Raises:
        UnusableInput: the folder is no run, or its training has not come to a model yet.

    """
    if not path.is_dir():
        return path
    file = path / MODEL_FILE
    if file.is_file():
        return file
    if (path / RECORD_FILE).is_file():
        raise UnusableInput(
            f"The run {path} has no model yet: its training is going on, or was broken off.",
            hint="Wait for the end of the training, or train again.",
        )
    raise UnusableInput(
        f"{path} is not a run folder: there is no {MODEL_FILE} in it.", hint="Choose a run folder or a .keras file."
    )


def open_trained_model(path: Path) -> TrainedModel:
    """Open the model of a run folder, or a `.keras` file with its labels beside it.

    Raises:
        UnusableInput: there is none, it is damaged, or it is not an image classifier.

    """
    file = model_file_of(path)
    model = open_model_file(file)
    record = _record_beside(file, is_needed=path.is_dir())
    classes = int(model.outputs[0].shape[1])
    return TrainedModel(path=path, model=model, class_names=_class_names(file, record, classes), record=record)


def _record_beside(file: Path, *, is_needed: bool) -> RunRecord | None:
    """Return the record of the run that a model file lies in; of a file named by itself a damaged one is not missed."""
    if not _is_in_a_run(file):
        return None
    try:
        return read_run_record(file.parent)
    except UnusableInput:
        if is_needed:
            raise
        return None


def companions_of(file: Path) -> tuple[Path, ...]:
    """Return the files beside a model file that decide what it is taken for, whether they are there or not."""
    return (*_label_files(file), file.parent / RECORD_FILE)


def _is_in_a_run(file: Path) -> bool:
    return file.name == MODEL_FILE and (file.parent / RECORD_FILE).is_file()


def _label_files(file: Path) -> tuple[Path, ...]:
    return (file.with_name(f"{file.stem}.{LABELS_FILE}"), file.with_name(LABELS_FILE))


def _class_names(file: Path, record: RunRecord | None, classes: int) -> tuple[str, ...]:
    """Return the names of the classes: those of the run, those of the labels beside the file, or numbers."""
    if record is not None and len(record.class_names) == classes:
        return record.class_names
    for labels in _label_files(file):
        if labels.is_file():
            return _read_labels(labels, file, classes)
    return tuple(f"class {number}" for number in range(classes))


def _read_labels(labels: Path, file: Path, classes: int) -> tuple[str, ...]:
    try:
        if labels.stat().st_size > _MOST_LABEL_BYTES:
            raise ValueError("too large")
        lines = labels.read_bytes().decode("utf-8").removesuffix("\n").split("\n")
    except (OSError, ValueError) as error:
        raise UnusableInput(
            f"The class names in {labels} can't be read: it is not a text file in UTF-8.",
            hint="Mend the file: a class name a line.",
        ) from error
    names = tuple(line.removesuffix("\r") for line in lines)
    if len(names) != classes:
        raise UnusableInput(
            f"{labels} names {len(names)} classes, but {file.name} has {classes}.",
            hint="Put the labels that belong to this model beside it: a class name a line, in the model's order.",
        )
    return names
