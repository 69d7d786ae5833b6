"""Every setting of a training, declared once: its name, its words, its field. Defaults are the specification's own.

Names are those of `TrainingSpecification`'s fields. How they are laid out is the form's concern.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec
from typing import Any

from PySide6.QtWidgets import QCheckBox, QWidget

from core.self_contained import how_to_get
from core.training.specification import ENGINES, FEATURE_DTYPES, OPTIMIZERS, SCHEDULES, TrainingSpecification
from gui.language.translate import tr
from gui.training.choice_box import ChoiceBox
from gui.training.number_boxes import LearningRateBox, ShareBox, WeightDecayBox, WholeNumberBox
from gui.training.weights_choice import WeightsChoice

DEFAULTS: dict[str, Any] = {
    one.name: one.default for one in dataclasses.fields(TrainingSpecification) if one.default is not dataclasses.MISSING
}

_OPTIMIZER_WORDS = {"adam": tr("Adam"), "sgd": "SGD", "adamw": "AdamW"}
_SCHEDULE_WORDS = {"constant": tr("Constant"), "cosine": tr("Cosine"), "plateau": tr("Reduce on plateau")}
_ENGINE_WORDS = {"keras": tr("Keras (exact)"), "openvino": "OpenVINO", "openvino-16bit": tr("OpenVINO in 16 bits")}
_DTYPE_WORDS = {"float32": tr("float32 (exact)"), "float16": tr("float16 (half size)")}


@dataclass(frozen=True)
class Setting:
    """One setting. label: '' where the field carries its own words. explanation: what it does and when to use it."""

    name: str
    label: str
    explanation: str
    make_field: Callable[[], QWidget]


@dataclass(frozen=True)
class SettingGroup:
    """Settings that belong together, under a title."""

    title: str
    settings: tuple[Setting, ...]


def _engines() -> ChoiceBox:
    reason = how_to_get(tr("OpenVINO is not installed: pip install 'frostline[fast]'"))
    missing = find_spec("openvino") is None
    impossible = {engine: reason for engine in ENGINES if engine != "keras"} if missing else {}
    return ChoiceBox(choices={engine: _ENGINE_WORDS.get(engine, engine) for engine in ENGINES}, impossible=impossible)


USUAL = (
    Setting(
        "epochs", tr("Epochs"), tr("How often the training goes through all pictures."),
        lambda: WholeNumberBox(lowest=1, highest=10_000),
    ),
    Setting(
        "batch_size", tr("Batch size"),
        tr("How many pictures are learnt from at once; take fewer when memory runs out."),
        lambda: WholeNumberBox(lowest=1, highest=4096),
    ),
    Setting(
        "learning_rate", tr("Learning rate"), tr("How far each step goes; when thawing layers, try a tenth of it."),
        LearningRateBox,
    ),
    Setting(
        "validation_split", tr("Held out"), tr("The part of each class kept back to validate with."),
        lambda: ShareBox(highest=0.95, word_for_lowest=tr("none")),
    ),
    Setting(
        "weights", tr("Weights"),
        tr("What the backbone has learnt before. Transfer learning needs pretrained weights."),
        lambda: WeightsChoice(default=DEFAULTS["weights"]),
    ),
)  # fmt: skip

HEAD = SettingGroup(tr("Head"), (
    Setting(
        "hidden", tr("Hidden units"),
        tr("Units of a Dense layer between the features and the classes, for classes that one layer can't tell apart."),
        lambda: WholeNumberBox(lowest=0, highest=8192, step=64, word_for_lowest=tr("none")),
    ),
    Setting(
        "dropout", tr("Dropout"),
        tr("The part of the features left out at each step; use it when the validation falls behind the training."),
        lambda: ShareBox(highest=0.95, word_for_lowest=tr("none")),
    ),
))  # fmt: skip

LEARNING = SettingGroup(tr("Learning"), (
    Setting(
        "optimizer", tr("Optimizer"), tr("The rule that turns gradients into steps; Adam suits most trainings."),
        lambda: ChoiceBox(choices={one: _OPTIMIZER_WORDS.get(one, one) for one in OPTIMIZERS}),
    ),
    Setting(
        "weight_decay", tr("Weight decay"),
        tr("Draws the weights towards zero at each step, against overfitting; AdamW does so by itself."),
        lambda: WeightDecayBox(word_for_none=tr("by the optimizer")),
    ),
    Setting(
        "schedule", tr("Schedule"),
        tr("How the learning rate goes on: the same, falling smoothly to nothing, or to a fifth when the loss stalls."),
        lambda: ChoiceBox(choices={one: _SCHEDULE_WORDS.get(one, one) for one in SCHEDULES}),
    ),
    Setting(
        "label_smoothing", tr("Label smoothing"),
        tr("Spreads this part of each label over all classes, so that the model is less sure of itself."),
        lambda: ShareBox(highest=0.95, word_for_lowest=tr("none")),
    ),
    Setting(
        "head_first", tr("Head first"),
        tr("So many epochs for the head alone, before the thawed layers join at a tenth of the learning rate."),
        lambda: WholeNumberBox(
            lowest=0, highest=1000, unit=tr("epochs"), unit_of_one=tr("epoch"), word_for_lowest=tr("off")
        ),
    ),
    Setting(
        "early_stopping", tr("Early stopping"), tr("Ends the training after so many epochs without improvement."),
        lambda: WholeNumberBox(
            lowest=0, highest=1000, unit=tr("epochs"), unit_of_one=tr("epoch"), word_for_lowest=tr("off")
        ),
    ),
    Setting(
        "class_weights", "",
        tr("Lets pictures of small classes count for more; use it when classes differ much in size."),
        lambda: QCheckBox(tr("Balance the classes")),
    ),
))  # fmt: skip

IMAGES = SettingGroup(tr("Images"), (
    Setting(
        "image_size", tr("Image size"),
        tr("The edge of the square that the network sees; ImageNet's weights were made for 224 pixels."),
        lambda: WholeNumberBox(lowest=32, highest=1024, step=32, unit=tr("pixels")),
    ),
    Setting(
        "views", tr("Views"),
        tr("Augmented views of each training picture that are computed once and taken in turn, for small data sets."),
        lambda: WholeNumberBox(lowest=1, highest=100, word_for_lowest=tr("1 (as it is)")),
    ),
    Setting(
        "fresh_views", "",
        tr("Changes every picture a little, anew in every epoch; for small data sets, where time does not matter."),
        lambda: QCheckBox(tr("Fresh in every epoch")),
    ),
))  # fmt: skip

SPEED = SettingGroup(tr("Speed"), (
    Setting(
        "engine", tr("Engine"),
        tr("What computes the frozen part: OpenVINO is faster on many processors, and in 16 bits a little less exact."),
        _engines,
    ),
    Setting(
        "feature_dtype", tr("Features as"), tr("How features are kept; float16 takes half the room on disk."),
        lambda: ChoiceBox(choices={one: _DTYPE_WORDS.get(one, one) for one in FEATURE_DTYPES}),
    ),
    Setting(
        "devices", tr("GPUs"),
        tr("How many graphics cards share the work, not with PyTorch; with more of them, take larger batches."),
        lambda: WholeNumberBox(lowest=0, highest=64, word_for_lowest=tr("all")),
    ),
    Setting(
        "mixed_precision", "",
        tr("Computes in 16 bits where that is safe: faster on a recent GPU, hardly on a processor."),
        lambda: QCheckBox(tr("Mixed precision")),
    ),
    Setting(
        "feature_store", "", tr("Keeps what the frozen layers compute on disk, so that the next run starts at once."),
        lambda: QCheckBox(tr("Keep features on disk")),
    ),
))  # fmt: skip

SEED = Setting(
    "seed", tr("Seed"), tr("The same seed gives the same split, order and first weights."),
    lambda: WholeNumberBox(lowest=0, highest=2**31 - 1),
)  # fmt: skip

#: What is folded away, in this order.
GROUPS = (HEAD, LEARNING, IMAGES, SPEED, SettingGroup(tr("Run"), (SEED,)))
