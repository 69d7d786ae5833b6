"""The record of a run, as `run.json` keeps it: what was asked, what the data was, what came of it.

Reading and writing only; who fills it in is `core.training.train`. Unknown keys are ignored, so that an older
Frostline opens a newer run.
"""

from __future__ import annotations

import dataclasses
import json
import math
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePath, PureWindowsPath
from typing import Any

from core.data.sidecar import COLLECTION
from core.errors import UnusableInput
from core.messages import EpochFinished, RunSeconds
from core.training.phases import TrainingPhase
from core.training.specification import TrainingSpecification
from core.typed_json import JsonDamaged, from_json, read_json
from core.whole_files import write_text

RECORD_FILE, MODEL_FILE, LABELS_FILE, HISTORY_FILE = "run.json", "model.keras", "labels.txt", "history.csv"
#: What pictures are compared with to be called unlike: see `core.training.reference`.
REFERENCE_FILE = "reference.npz"


@dataclass(frozen=True, kw_only=True)
class Unlikeness:
    """By which measure a picture is called unlike anything that the run was trained on; see `core.training.reference`.

    threshold: of the distance to the nearest training image number `neighbours`, beyond which a picture is unlike: the
    `percentile` of that of the validation images; None where there are none. Images are those that were compared.
    """

    method: str
    neighbours: int
    percentile: float
    threshold: float | None
    training_images: int
    validation_images: int
    reference: str = REFERENCE_FILE


@dataclass(frozen=True, kw_only=True)
class RunRecord:
    """Everything that `run.json` says. Files of the split are relative to the data folder, with '/'.

    state: `running`, `finished` or `stopped`. best_epoch: counted from 1; 0 before the first one.
    validation_files are relative to the specification's validation_folder where one is given. phases: those that are
    over, the present one, and those to come; trainable_layers and cut_layer are of the present or last one.
    training_classes and validation_classes: the classes of those files of either side that are not named by the first
    folder of the file's name, since they were moved, were collected, or lie in inner classes.
    """

    specification: TrainingSpecification
    state: str
    created: str
    class_names: tuple[str, ...]
    trainable_layers: tuple[str, ...]
    cut_layer: str
    dataset_digest: str
    training_files: tuple[str, ...]
    validation_files: tuple[str, ...]
    phases: tuple[TrainingPhase, ...] = ()
    history: tuple[EpochFinished, ...] = ()
    best_epoch: int = 0
    val_accuracy: float | None = None
    backend: str = ""
    device: str = ""
    versions: dict[str, str] = dataclasses.field(default_factory=dict)
    seconds: RunSeconds = RunSeconds(decode=0.0, extract=0.0, fit=0.0, total=0.0)
    frozen_layers_checked: int = 0
    frozen_layers_changed: int = 0
    unlikeness: Unlikeness | None = None
    training_classes: dict[str, str] = dataclasses.field(default_factory=dict)
    validation_classes: dict[str, str] = dataclasses.field(default_factory=dict)

    def training_class_of(self, name: str) -> str:
        """Return the class of one of `training_files`."""
        return self.training_classes.get(name) or name.partition("/")[0]

    def validation_class_of(self, name: str) -> str:
        """Return the class of one of `validation_files`."""
        return self.validation_classes.get(name) or name.partition("/")[0]


def write_run_record(record: RunRecord, run: Path) -> None:
    """Write `run.json` into the folder `run`, whole or not at all."""
    write_text(run / RECORD_FILE, json.dumps(_as_json(record), indent=2, ensure_ascii=False) + "\n")


def read_run_record(run: Path) -> RunRecord:
    """Read `run.json` of the folder `run`.

    Folders of pictures that are gone are named as the project around the run knows them now.

    Raises:
        UnusableInput: there is none, or it isn't one.

    """
    file = run / RECORD_FILE
    try:
        record = _from_json(read_json(file))
    except OSError as error:
        raise UnusableInput(
            f"{run} is not a run folder: {RECORD_FILE} can't be read ({error.strerror}).",
            hint="Choose the folder that a training wrote.",
        ) from error
    except (ValueError, UnusableInput) as error:
        raise UnusableInput(
            f"{file} is damaged: {str(error).removesuffix('.')}.",
            hint="The model itself may be whole: use model.keras beside it.",
        ) from error
    return _with_moved_folders(record, run)


def _with_moved_folders(record: RunRecord, run: Path) -> RunRecord:
    from core.project.moved_pictures import moved_to  # which reads specifications as well

    asked = record.specification
    folders = (asked.folder,) if asked.validation_folder is None else (asked.folder, asked.validation_folder)
    places = moved_to(run, folders)
    if not places:
        return record
    validation = None if asked.validation_folder is None else places.get(asked.validation_folder, folders[-1])
    moved = dataclasses.replace(asked, folder=places.get(asked.folder, asked.folder), validation_folder=validation)
    return dataclasses.replace(record, specification=moved)


def _as_json(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _as_json(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, (tuple, list)):
        return [_as_json(one) for one in value]
    if isinstance(value, dict):
        return {key: _as_json(one) for key, one in value.items()}
    return value


def _from_json(data: Any) -> RunRecord:
    record = from_json(RunRecord, data)
    datetime.fromisoformat(record.created)
    for file in (*record.training_files, *record.validation_files, *(record.specification.held_out or ())):
        if not _is_of_data_folder(file):
            raise JsonDamaged(f"it names {file[:80]!r}, which is no file of its data folder")
    measured = [getattr(record.seconds, one.name) for one in dataclasses.fields(RunSeconds)]
    if not all(math.isfinite(one) and one >= 0 for one in measured):
        raise JsonDamaged("'seconds' must be numbers from 0 on")
    if record.val_accuracy is not None and not 0.0 <= record.val_accuracy <= 1.0:
        raise JsonDamaged("'val_accuracy' must be from 0 to 1")
    if not 0 <= record.best_epoch <= max((one.epoch for one in record.history), default=0):
        raise JsonDamaged("'best_epoch' is none of the epochs")
    return record


def _is_of_data_folder(name: str) -> bool:
    """Whether a name stays in the data folder, or is of what was collected where that could not be written to."""
    parts = PurePath(name).parts
    if ".." in parts or not parts:
        return False
    return COLLECTION in parts if PurePath(name).is_absolute() else not PureWindowsPath(name).drive


def epoch_from_json(data: Any) -> EpochFinished:
    """Return an epoch of a history as JSON keeps it; raises JsonDamaged."""
    return from_json(EpochFinished, data, "history")
