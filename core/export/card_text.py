"""The words of a model card, from what is known about an export. The page itself is the template `card.md.jinja`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from core.export.formats import require_format
from core.export.templates import fill_in
from core.messages import Evaluation, ModelExported
from core.network.description import NetworkDescription
from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification

#: Larger confusion matrices are left out: nobody reads them in a text.
_MATRIX_CLASSES = 30

#: What Markdown and HTML would take for something else than a sign.
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~&$])")

#: A row of a table: its cells.
Row = tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class CardFacts:
    """All that a card is made from.

    exported: the export, checked already; its destination is where it will lie. loading_lines: the Python that loads
    it. record: of its run, None where a model file alone was exported. evaluation: on the run's held-out images, None
    where there are none. network: of the backbone, to count what learned. precision and resize_inside: as exported.
    """

    exported: ModelExported
    class_names: tuple[str, ...]
    image_size: int
    loading_lines: str
    record: RunRecord | None = None
    evaluation: Evaluation | None = None
    network: NetworkDescription | None = None
    precision: str = "float32"
    resize_inside: bool = False


def card_text(facts: CardFacts) -> str:
    """Return the card in Markdown; it ends with a new line."""
    exported, record = facts.exported, facts.record
    specification = None if record is None else record.specification
    values = {
        "name": exported.destination.name,
        "title": exported.destination.stem or exported.destination.name,
        "format": require_format(exported.format),
        "exported": exported,
        "labels": exported.labels.name,
        "classes": len(facts.class_names),
        "class_rows": class_rows(facts.class_names, record),
        "image_size": facts.image_size,
        "precision": facts.precision,
        "resize_inside": facts.resize_inside,
        "lines": facts.loading_lines,
        "fence": _fence(facts.loading_lines),
        "record": record,
        "specification": specification,
        "settings": () if specification is None else setting_rows(specification),
        "phases": () if record is None else record.phases,
        "parameters": parameter_counts(facts.network, record),
        "unlikeness": None if record is None else record.unlikeness,
        "evaluation": facts.evaluation,
        "has_matrix": facts.evaluation is not None and len(facts.evaluation.class_names) <= _MATRIX_CLASSES,
    }
    filters: dict[str, Callable[..., str]] = {
        "text": escaped,
        "code": code,
        "percent": _percent,
        "row": table_row,
        "ordinal": _ordinal,
    }
    return fill_in("card.md.jinja", values, filters)


# --------------------------------------------------------------------------- what the tables hold


def class_rows(class_names: Iterable[str], record: RunRecord | None) -> list[tuple[str, int | None, int | None]]:
    """Return each class with its training images and its held-out images; None where that isn't known."""
    if record is None:
        return [(name, None, None) for name in class_names]
    trained = Counter(record.training_class_of(name) for name in record.training_files)
    held_out = Counter(record.validation_class_of(name) for name in record.validation_files)
    return [(name, trained[name], held_out[name]) for name in class_names]


def setting_rows(specification: TrainingSpecification) -> list[Row]:
    """Return the settings of the training, each with its value; those that were left off are left out."""
    decay = specification.weight_decay
    rows = [
        ("Weights to start from", specification.weights),
        ("Optimizer", specification.optimizer),
        ("Learning rate", f"{specification.learning_rate:g}, {specification.schedule}"),
        ("Epochs", str(specification.epochs)),
        ("Head alone first", _unless_zero(specification.head_first, "epochs")),
        ("Batch size", str(specification.batch_size)),
        ("Image size", f"{specification.image_size} x {specification.image_size}"),
        ("Hidden layer", _unless_zero(specification.hidden, "units, ReLU")),
        ("Dropout", _unless_zero(specification.dropout)),
        ("Label smoothing", _unless_zero(specification.label_smoothing)),
        ("Weight decay", "" if decay is None else f"{decay:g}"),
        ("Class weights", "each class has the same say" if specification.class_weights else ""),
        ("Augmentation", _augmentation(specification)),
        ("Early stopping", _unless_zero(specification.early_stopping, "epochs without improvement")),
        ("Precision", "mixed, 16 and 32 bits" if specification.mixed_precision else "float32"),
        ("Features by", "" if specification.engine == "keras" else specification.engine),
        ("Held out", _held_out(specification)),
        ("Seed", str(specification.seed)),
    ]
    return [row for row in rows if row[1]]


def _unless_zero(value: float, unit: str = "") -> str:
    return f"{value:g} {unit}".strip() if value else ""


def _augmentation(specification: TrainingSpecification) -> str:
    if specification.fresh_views:
        return "drawn anew at every epoch"
    return f"{specification.views} views of each image" if specification.views > 1 else ""


def _held_out(specification: TrainingSpecification) -> str:
    if specification.validation_folder is not None:
        return f"the folder {specification.validation_folder.name}"
    return f"{_percent(specification.validation_split)} of each class" if specification.validation_split else "nothing"


def parameter_counts(network: NetworkDescription | None, record: RunRecord | None) -> tuple[int, int] | None:
    """Return how many of the backbone's parameters were frozen, and how many learned; None where that isn't known."""
    if network is None or record is None:
        return None
    names = {layer.name for layer in network.layers}
    if not names.issuperset(record.trainable_layers):
        return None  # run.json speaks of another network
    everything = sum(layer.parameters for layer in network.layers)
    learned = sum(network.layer(name).trainable_parameters for name in record.trainable_layers)
    return everything - learned, learned


# --------------------------------------------------------------------------- how it is written


def escaped(text: object) -> str:
    """Return text that Markdown shows as it is, on one line, in a table too."""
    return _SPECIAL.sub(r"\\\1", " ".join(str(text).split()))


def code(text: object) -> str:
    """Return text as code within a line, in a table too, whatever signs are in it."""
    line = " ".join(str(text).split())
    fence = "`" * (1 + max((len(one) for one in re.findall("`+", line)), default=0))
    padding = " " if line.startswith("`") or line.endswith("`") else ""
    return f"{fence}{padding}{line}{padding}{fence}".replace("|", "\\|")


def _fence(lines: str) -> str:
    """Return the marks around a block of code: longer than any in it."""
    return "`" * max(3, 1 + max((len(one) for one in re.findall("`+", lines)), default=0))


def table_row(cells: Iterable[object]) -> str:
    """Return a row of a table; the cells are escaped."""
    return "| " + " | ".join(escaped(cell) for cell in cells) + " |"


def _percent(share: float) -> str:
    return f"{100.0 * share:.1f} %"


def _ordinal(number: int) -> str:
    teens = 10 <= number % 100 <= 20
    return f"{number}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"
