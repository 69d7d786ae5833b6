"""A script that does what a run did, with Keras or PyTorch alone: the run's choices put into a template.

Texts of the user's (paths, names of files and classes) get into it as Python literals only, so that no name can break
it. Where a script is written, and what it may replace, is the caller's concern; `is_untouched_script` tells.
"""

from __future__ import annotations

import re
from pathlib import Path

import xxhash

from core import __version__
from core.errors import UnusableInput
from core.export.scripts.layer_names import keras_beginnings, torchvision_beginnings
from core.export.scripts.pictures_of_run import PicturesOfRun, pictures_of_run
from core.export.scripts.remarks import remarks
from core.export.templates import fill_in
from core.network.backbones import DEFAULT
from core.training.phases import planned_phases
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification

KERAS, PYTORCH = "keras", "pytorch"

#: The weight decay that Keras' AdamW has by itself.
_ADAMW_DECAY = 0.004
_MARK = re.compile(r"# Written by Frostline \S+ \(([0-9a-f]{16})\)\.\n\Z")
_PLAIN_NAME = re.compile(r"[\w.-]+\.py")


def build_script(record: RunRecord, framework: str, name: str = "script.py") -> str:
    """Return the script of a run for `framework`, `keras` or `pytorch`; `name` is what it will be called.

    Raises:
        UnusableInput: a script of that framework can't do what this run did.

    """
    specification = record.specification
    if specification.backbone != DEFAULT.name:
        raise UnusableInput(
            f"The scripts retell the lesson, with {DEFAULT.name}, and this run has {specification.backbone}.",
            hint=f"Export the model itself, or train with {DEFAULT.name}.",
        )
    if framework == PYTORCH and specification.weights not in ("imagenet", "random"):
        raise UnusableInput(
            f"This run began with a weights file of Keras' ({Path(specification.weights).name}), which torchvision's "
            "ResNet50 can't read.",
            hint="Export the Keras script.",
        )
    pictures = pictures_of_run(record)
    values = {
        **_settings(record, framework),
        **_choice_of_pictures(pictures),
        "script": name if _PLAIN_NAME.fullmatch(name) else "script.py",
        "remarks": remarks(record, pictures, framework),
    }
    text = fill_in(f"scripts/{framework}.py.jinja", values, {"python": literal})
    return text + _mark(text)


def is_untouched_script(file: Path) -> bool:
    """Whether `file` is a script as it was written here: nobody has changed it since."""
    try:
        text = file.read_bytes().decode("utf-8")
    except (OSError, ValueError):
        return False
    found = _MARK.search(text)
    return found is not None and found[1] == _summed_up(text[: found.start()])


def _mark(text: str) -> str:
    return f"# Written by Frostline {__version__} ({_summed_up(text)}).\n"


def _summed_up(text: str) -> str:
    return xxhash.xxh3_64_hexdigest(text.encode("utf-8"))


def literal(value: object) -> str:
    """Return a string, or a tuple of strings, as Python reads it; in double quotes where that needs no escapes."""
    if isinstance(value, tuple):
        inside = ", ".join(literal(one) for one in value)
        return f"({inside},)" if len(value) == 1 else f"({inside})"
    written = ascii(value) if isinstance(value, str) and not value.isprintable() else repr(value)
    if written.startswith("'") and '"' not in written:
        return f'"{written[1:-1]}"'
    return written


# --------------------------------------------------------------------------- what is put in


def _settings(record: RunRecord, framework: str) -> dict[str, object]:
    from core.training.optimization import LOWEST_RATE, PLATEAU_EPOCHS, PLATEAU_FACTOR

    specification = record.specification
    phases = record.phases or planned_phases(specification)
    beginnings = keras_beginnings if framework == KERAS else torchvision_beginnings
    thawing = [phase for phase in phases if phase.thaw != "head"]
    optimizer = _keras_optimizer if framework == KERAS else _pytorch_optimizer
    folder = specification.validation_folder
    return {
        "folder": str(specification.folder.absolute()),
        "validation_folder": None if folder is None else str(folder.absolute()),
        "image_size": specification.image_size,
        "batch_size": specification.batch_size,
        "seed": specification.seed,
        "phases": [
            {"epochs": one.epochs, "learning_rate": one.learning_rate, "thawed": beginnings(one.thaw)}
            for one in phases
            if one.epochs > 0
        ],
        "thaws": bool(thawing),
        "thaw_batch_norm": bool(thawing) and thawing[-1].thaw_batch_norm,
        "weights": _weights(specification, framework),
        "hidden": specification.hidden,
        "dropout": specification.dropout,
        "optimizer": optimizer(specification),
        "schedule": specification.schedule,
        "plateau": {"epochs": PLATEAU_EPOCHS, "factor": PLATEAU_FACTOR, "lowest": LOWEST_RATE},
        "early_stopping": specification.early_stopping,
        "label_smoothing": specification.label_smoothing,
        "class_weights": specification.class_weights,
        "augments": specification.fresh_views or specification.views > 1,
        "watched": "val_" if record.validation_files else "",
    }


def _weights(specification: TrainingSpecification, framework: str) -> str | None:
    if framework == KERAS:
        return None if specification.weights == "random" else specification.weights
    if specification.weights == "random":
        return None
    return "torchvision.models.ResNet50_Weights.IMAGENET1K_V1"


def _keras_optimizer(specification: TrainingSpecification) -> str:
    names = {"adam": "Adam", "adamw": "AdamW", "sgd": "SGD"}
    options = ["rate"]
    if specification.optimizer == "sgd":
        options.append("momentum=0.9")
    if specification.weight_decay is not None:
        options.append(f"weight_decay={specification.weight_decay!r}")
    return f"keras.optimizers.{names[specification.optimizer]}({', '.join(options)})"


def _pytorch_optimizer(specification: TrainingSpecification) -> str:
    """Return what does in PyTorch what Keras does: the same epsilon, and decay apart from the gradient."""
    decay = specification.weight_decay
    if specification.optimizer == "sgd":
        suffix = f", weight_decay={decay!r}" if decay else ""
        return f"torch.optim.SGD(learning, rate, momentum=0.9{suffix})"
    if specification.optimizer == "adamw" or decay:
        decay = _ADAMW_DECAY if decay is None else decay
        return f"torch.optim.AdamW(learning, rate, eps=1e-7, weight_decay={decay!r})"
    return "torch.optim.Adam(learning, rate, eps=1e-7)"


def _choice_of_pictures(pictures: PicturesOfRun) -> dict[str, object]:
    lists = [
        ("CLASSES", "The classes of the run.", pictures.class_names or ()),
        ("HELD_OUT", "The pictures that the run held out.", pictures.held_out),
        ("LEFT_OUT", "Pictures in the folder that the run did not use.", pictures.left_out),
        ("ELSEWHERE", "Pictures whose classes are not called as their folders are.", pictures.elsewhere),
        ("LEFT_OUT_OF_VALIDATION", "Pictures of validation that the run did not use.", pictures.validation_left_out),
    ]
    return {
        "suffixes": pictures.suffixes,
        "fraction": pictures.fraction,
        "class_names": pictures.class_names,
        "held_out": pictures.held_out,
        "elsewhere": pictures.elsewhere,
        "left_out": pictures.left_out,
        "validation_left_out": pictures.validation_left_out,
        "lists": [one for one in lists if one[2]],
    }
