"""What a training is to do: one frozen, picklable, self-validating specification.

The command line and the window both end in one of these; `run.json` stores it. Nothing here trains.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.data.pixel_limit import is_pixel_limit
from core.errors import UnusableInput
from core.network.backbones import DEFAULT, NAMES

OPTIMIZERS = ("adam", "sgd", "adamw")
SCHEDULES = ("constant", "cosine", "plateau")
#: What computes the features: Keras itself, or OpenVINO in 32 or 16 bits (extra `fast`).
ENGINES = ("keras", "openvino", "openvino-16bit")
FEATURE_DTYPES = ("float32", "float16")


@dataclass(frozen=True, kw_only=True)
class TrainingSpecification:
    """Everything that decides the outcome of a run.

    folder: folder of class sub-folders. run: folder to write. thaw: a SPEC (see `core.network.freeze_plan`).
    backbone: a name of `core.network.backbones`.
    weights: `imagenet`, `random`, or the path of a weights file of that backbone.
    validation_split: part of each class that is held out, 0 <= x < 1; unused when validation_folder is given.
    image_size: edge of the square that the network sees, in pixels.
    hidden: units of a hidden Dense layer of the head (0: none). dropout: rate before the last layer (0: none).
    early_stopping: epochs without improvement after which training ends (0: never).
    feature_store: keep what the frozen part computes on disk and reuse it.
    schedule: how the learning rate goes on: `constant`, `cosine` (falls to 0 over the epochs of a phase), `plateau`
    (falls to a fifth whenever the loss has not improved for some epochs).
    label_smoothing: part of each label's weight that is spread over all classes, 0 <= x < 1.
    weight_decay: None leaves it to the optimizer (0.004 for adamw, none for the others).
    head_first: epochs in which only the head learns, before the thawed layers join at a tenth of the learning rate;
    they come before `epochs`. Without thawed layers there is nothing to wait for, and they are left out.
    views: augmented views of each training image that are stored and cycled through (1: the image as it is).
    fresh_views: augment anew at every epoch, which turns the feature store off.
    mixed_precision: compute in 16 bits where that is safe; weights stay in 32.
    engine: what computes the features. feature_dtype: how they are stored.
    held_out: the images that are the validation images again, as an earlier run has them: names relative to `folder`,
    with '/'. They come before validation_split, which then holds out nothing; None leaves the choice to it.
    time_limit: seconds after which training ends, in the middle of an epoch too (0: none).
    pixel_limit: pictures with more pixels are left out (None: the usual limit, see `core.data.pixel_limit`).
    inner_classes: folders inside class folders are classes themselves, rather than parts of the class around them.
    devices: on how many GPUs it computes (0: on all that there are), see `core.training.devices`.
    store: a store of features (`frostline extract`) that says which images there are and has what is computed of them;
    `folder` is then where its pictures are, or the store itself where they are out of reach.

    Raises:
        UnusableInput: a value is out of its range.

    """

    folder: Path
    run: Path
    epochs: int = 20
    batch_size: int = 32
    learning_rate: float = 1e-3
    optimizer: str = "adam"
    validation_split: float = 0.2
    validation_folder: Path | None = None
    seed: int = 0
    thaw: str = "head"
    thaw_batch_norm: bool = False
    backbone: str = DEFAULT.name
    weights: str = "imagenet"
    image_size: int = 224
    hidden: int = 0
    dropout: float = 0.0
    class_weights: bool = False
    early_stopping: int = 0
    feature_store: bool = True
    schedule: str = "constant"
    label_smoothing: float = 0.0
    weight_decay: float | None = None
    head_first: int = 0
    views: int = 1
    fresh_views: bool = False
    mixed_precision: bool = False
    engine: str = "keras"
    feature_dtype: str = "float32"
    time_limit: float = 0.0
    pixel_limit: int | None = None
    held_out: tuple[str, ...] | None = None
    inner_classes: bool = False
    devices: int = 1
    store: Path | None = None

    def __post_init__(self) -> None:
        """Refuse what can't work, in a sentence with the value, what was expected, and the remedy."""
        _require(self.epochs >= 1, "epochs", self.epochs, "at least 1")
        _require(self.batch_size >= 1, "batch size", self.batch_size, "at least 1")
        _require(0.0 < self.learning_rate <= 10.0, "learning rate", self.learning_rate, "above 0, at most 10")
        _require(self.optimizer in OPTIMIZERS, "optimizer", self.optimizer, "one of " + ", ".join(OPTIMIZERS))
        _require(0.0 <= self.validation_split < 1.0, "validation split", self.validation_split, "from 0 to below 1")
        _require(0 <= self.seed < 2**32, "seed", self.seed, "from 0 to 4294967295")
        _require(32 <= self.image_size <= 1024, "image size", self.image_size, "from 32 to 1024 pixels")
        _require(self.hidden >= 0, "hidden units", self.hidden, "0 (none) or more")
        _require(0.0 <= self.dropout < 1.0, "dropout", self.dropout, "from 0 to below 1")
        _require(self.early_stopping >= 0, "early stopping", self.early_stopping, "0 (off) or more epochs")
        self._check_the_rest()

    def _check_the_rest(self) -> None:
        decay = self.weight_decay
        _require(self.backbone in NAMES, "backbone", self.backbone, "one of " + ", ".join(NAMES))
        _require(self.schedule in SCHEDULES, "schedule", self.schedule, "one of " + ", ".join(SCHEDULES))
        _require(0.0 <= self.label_smoothing < 1.0, "label smoothing", self.label_smoothing, "from 0 to below 1")
        _require(decay is None or 0.0 <= decay < 1.0, "weight decay", decay, "from 0 to below 1")
        _require(self.head_first >= 0, "number of epochs for the head alone", self.head_first, "0 (none) or more")
        _require(1 <= self.views <= 100, "number of views", self.views, "from 1 (no augmentation) to 100")
        _require(self.engine in ENGINES, "engine", self.engine, "one of " + ", ".join(ENGINES))
        _require(self.feature_dtype in FEATURE_DTYPES, "feature type", self.feature_dtype, " or ".join(FEATURE_DTYPES))
        _require(self.time_limit >= 0.0, "time limit", self.time_limit, "0 (none) or more seconds")
        _require(self.devices >= 0, "number of devices", self.devices, "0 (all) or more")
        _require(self.store is None or not self.fresh_views, "store", self.store, "none with fresh views")
        _require(self.store is None or self.feature_store, "store", self.store, "none without the feature store")
        _require(is_pixel_limit(self.pixel_limit), "pixel limit", self.pixel_limit, "from 1 to 10,000,000,000 pixels")


def _require(holds: bool, what: str, value: object, expected: str) -> None:
    if not holds:
        raise UnusableInput(f"The {what} is {value}: expected {expected}.", hint=f"Choose another {what}.")
