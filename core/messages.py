"""Everything that crosses the pipe between the window and the worker, and nothing else.

Requests go down, events come up; both are frozen dataclasses that pickle. The command line prints the
same events as JSON. The file holds no behaviour and imports neither Keras nor Qt, so that both processes
read it the same. What a request means is said in the room that answers it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import Any, ClassVar

from core.errors import Failure
from core.network.backbones import DEFAULT
from core.network.description import NetworkDescription
from core.network.plan_cost import Calibration
from core.training.specification import TrainingSpecification

# --------------------------------------------------------------------------- requests


class Lane(Enum):
    """Which of a worker's threads answers a request; jobs of one lane run one after another."""

    COMPUTE = "compute"
    FILES = "files"
    PICTURES = "pictures"


@dataclass(frozen=True, kw_only=True)
class Request:
    """What the window asks of a worker. Subclasses name their lane."""

    lane: ClassVar[Lane] = Lane.COMPUTE


@dataclass(frozen=True, kw_only=True)
class ScanFolder(Request):
    """List the classes of a folder and check its files. Answered by `FolderScan`; reports `ClassesListed` first.

    Then each `FileProblem` as it is found.

    pixel_limit: pictures with more pixels are refused; None: the usual limit (`core.data.pixel_limit`).
    inner_classes: folders inside class folders are classes themselves; None: as the folder's corrections say.
    """

    lane: ClassVar[Lane] = Lane.FILES
    folder: Path
    pixel_limit: int | None = None
    inner_classes: bool | None = None


@dataclass(frozen=True, kw_only=True)
class DrawSamplePictures(Request):
    """Draw the sample data set. Answered by `SamplePicturesDrawn`."""

    lane: ClassVar[Lane] = Lane.FILES
    folder: Path
    pictures_per_class: int = 50
    seed: int = 0


@dataclass(frozen=True, kw_only=True)
class MakeThumbnails(Request):
    """Make small pictures of some files. Reports a `ThumbnailMade` for each; answered by `Nothing`.

    pixel_limit: as of `ScanFolder`.
    """

    lane: ClassVar[Lane] = Lane.PICTURES
    files: tuple[Path, ...]
    edge: int = 128
    pixel_limit: int | None = None


@dataclass(frozen=True, kw_only=True)
class DescribeNetwork(Request):
    """Build a backbone without weights and describe its layers. Answered by `NetworkDescribed`."""

    image_size: int = 224
    backbone: str = DEFAULT.name


@dataclass(frozen=True, kw_only=True)
class PrepareWeights(Request):
    """Make sure that the weights are there: download the ImageNet ones, or check a file. Answered by `WeightsReady`."""

    lane: ClassVar[Lane] = Lane.FILES
    weights: str = "imagenet"
    backbone: str = DEFAULT.name


@dataclass(frozen=True, kw_only=True)
class Train(Request):
    """Train a run. Reports `RunStarted`, `Progress`, `BatchFinished`, `EpochFinished`; answered by `RunFinished`.

    Reports `PhaseStarted` as well when what learns changes on the way.
    resume: go on with the run in the specification's folder, with the settings of its own record if it has one.
    more_epochs: go on with the finished run in that folder for so many epochs, from its best one.
    """

    specification: TrainingSpecification
    resume: bool = False
    more_epochs: int = 0


@dataclass(frozen=True, kw_only=True)
class FindLearningRate(Request):
    """Try learning rates from small to large on a throw-away copy. Answered by `LearningRatesTried`; writes no run."""

    specification: TrainingSpecification


@dataclass(frozen=True, kw_only=True)
class ExtractToStore(Request):
    """Let a cluster compute the features at `cut` of a training's pictures into a store, but for those that it has.

    Reports `Progress` and `NodesAtWork`; answered by `FeaturesExtracted`. cluster: its address, or `auto`. Of the
    specification the pictures count, and how features are made: backbone, weights, seed, image size, engine, type.
    """

    specification: TrainingSpecification
    cut: str
    cluster: str
    store: Path


@dataclass(frozen=True, kw_only=True)
class Evaluate(Request):
    """Measure a run, or a model file, on a folder (None: the run's own validation split). Answered by `Evaluation`.

    pixel_limit: as of `ScanFolder`; None: that of the run. inner_classes: how folders inside the class folders of
    `folder` are read; None: as the run read its own or, of a model file, as the corrections of `folder` say.
    """

    model: Path
    folder: Path | None = None
    pixel_limit: int | None = None
    inner_classes: bool | None = None


@dataclass(frozen=True, kw_only=True)
class SaveReport(Request):
    """Write what an evaluation found: a page for people, tables for programs. Answered by `ReportSaved`.

    model and folder: as of the evaluation. html: the page, in one file. csv: a line for each image; the measures of
    each class go beside it. probabilities: let the lines have the probability of every class. pixel_limit and
    inner_classes: as of `Evaluate`.
    """

    model: Path
    folder: Path | None = None
    html: Path | None = None
    csv: Path | None = None
    probabilities: bool = False
    pixel_limit: int | None = None
    inner_classes: bool | None = None


@dataclass(frozen=True, kw_only=True)
class CompareRuns(Request):
    """Say which images `against`, an earlier run, had right and `model` has wrong. Answered by `RunsCompared`.

    Both are run folders or model files. folder None: the images that both runs held out for validation.
    inner_classes: as of `Evaluate`.
    """

    model: Path
    against: Path
    folder: Path | None = None
    pixel_limit: int | None = None
    inner_classes: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Predict(Request):
    """Classify pictures, each a file or an encoded one as bytes. Reports `ImagePredicted` and `ImageRefused`, in order.

    Reports an `ImageShown` as well for each that can be read, if `preview_edge` is not 0. Answered by `Nothing`.
    `model` is a run folder or a .keras file. pixel_limit: as of `Evaluate`.
    """

    model: Path
    images: tuple[Path | bytes, ...]
    top: int = 5
    #: Longest edge, in pixels, of the picture that comes back after each prediction (0: none).
    preview_edge: int = 640
    pixel_limit: int | None = None
    #: So many of the validation images, in per cent, are called alike; what is farther off than these is unlike.
    percentile: float = 95.0


@dataclass(frozen=True, kw_only=True)
class KeepReference(Request):
    """Keep with a stopped run what pictures are compared with, if it lacks that. Answered by `Nothing`."""

    run: Path


@dataclass(frozen=True, kw_only=True)
class Explain(Request):
    """Say why a model answers as it does of one picture, a file or an encoded one. Answered by `Explained`.

    Reports an `Explained` without neighbours first where reading the training images takes a while.
    model: a run folder, also of a run in training, or a .keras file. block: of the backbone, '' the last one.
    class_name: what is to be explained, '' the likeliest. percentile: so many of the validation images, in per cent,
    are called alike; what is farther from the training images than these is called unlike.
    """

    model: Path
    image: Path | bytes
    block: str = ""
    class_name: str = ""
    neighbours: int = 6
    percentile: float = 95.0


@dataclass(frozen=True, kw_only=True)
class Export(Request):
    """Write a run's model in another format. Answered by `ModelExported`.

    precision: `float32`, or what else `core.export.formats` says that the format can hold. resize_inside: whether the
    model itself makes a picture of any height and width square and small, where the format can hold that.
    """

    run: Path
    format: str
    destination: Path
    precision: str = "float32"
    resize_inside: bool = False


@dataclass(frozen=True, kw_only=True)
class InspectLayer(Request):
    """Look into a layer: its configuration, its weights, and what it makes of a picture. Answered by `LayerInspected`.

    layer: a name of Keras', or `head` for the layers of the new head (which only a run has).
    run: whose model to look into; None: the backbone with `weights` (`imagenet`, `random` from `seed`, or a file).
    image: a file or an encoded picture for the activations; None: none. channels: at most so many are shown.
    """

    layer: str
    run: Path | None = None
    backbone: str = DEFAULT.name
    weights: str = "imagenet"
    seed: int = 0
    image_size: int = 224
    image: Path | bytes | None = None
    channels: int = 16


@dataclass(frozen=True, kw_only=True)
class Calibrate(Request):
    """Measure how fast this machine computes. Answered by `Calibrated`."""

    image_size: int = 224
    backbone: str = DEFAULT.name


@dataclass(frozen=True, kw_only=True)
class DescribeMachine(Request):
    """Say what this machine and this installation can do. Answered by `MachineDescription`."""


@dataclass(frozen=True, kw_only=True)
class DescribeBackends(Request):
    """Ask each framework that Keras can compute with, in a process of its own, what it sees of this machine.

    Each is told in a `BackendDescribed` as it answers, not judged yet; answered by `BackendsDescribed`.
    """

    lane: ClassVar[Lane] = Lane.FILES


@dataclass(frozen=True, kw_only=True)
class WarmUp(Request):
    """Import Keras now, so that the next request that needs it need not wait. Answered by `Nothing`."""


@dataclass(frozen=True, kw_only=True)
class SeeToLeftovers(Request):
    """Remove or finish what processes that died left behind (`core.leftovers`). Answered by `Nothing`.

    runs: a folder of runs that is seen to beside the usual one.
    """

    lane: ClassVar[Lane] = Lane.FILES
    runs: Path | None = None


@dataclass(frozen=True, kw_only=True)
class SaveProjectAs(Request):
    """Make a project of work that is under way (`core.project.saving_as`). Answered by `ProjectSaved`.

    contents: what it is to remember, as JSON. The rest is as `save_as` takes it.
    """

    lane: ClassVar[Lane] = Lane.FILES
    destination: Path
    contents: dict[str, Any]
    runs_folder: Path
    all_runs: bool
    pictures: Path | None = None
    in_use: Path | None = None


@dataclass(frozen=True)
class Submit:
    """Window to worker: do this; speak of it by this number."""

    job: int
    request: Request


@dataclass(frozen=True)
class Stop:
    """Window to worker: end this job soon. A training keeps its best epoch; anything else is given up."""

    job: int


@dataclass(frozen=True)
class Pause:
    """Window to worker: wait at the next batch (`paused` True) or go on (False)."""

    job: int
    paused: bool


@dataclass(frozen=True)
class ChangePlan:
    """Window to worker: from the next epoch on, let other layers of the backbone learn in this training.

    learning_rate: None leaves it as it is.
    """

    job: int
    thaw: str
    thaw_batch_norm: bool = False
    learning_rate: float | None = None


@dataclass(frozen=True)
class UndoPlanChange:
    """Window to worker: take the last change of the plan back, and with it every epoch since."""

    job: int


@dataclass(frozen=True)
class Shutdown:
    """Window to worker: stop everything and exit."""


# --------------------------------------------------------------------------- events


@dataclass(frozen=True, kw_only=True)
class Event:
    """What a worker tells while a job runs; `name` is the word that `--json` prints."""

    name: ClassVar[str] = "event"


@dataclass(frozen=True, kw_only=True)
class Progress(Event):
    """`done` of `total` units of a stage are done (total 0: not known yet); seconds_left None: can't say yet.

    Stages: list, check, compare, draw, weights, build, extract, try, fit, verify, save, evaluate, predict, export,
    calibrate, report.
    """

    name: ClassVar[str] = "progress"
    stage: str
    done: int
    total: int
    seconds_left: float | None = None


@dataclass(frozen=True, kw_only=True)
class Notice(Event):
    """Something the user should know that stops nothing: a skipped file, a fall-back, a deviation."""

    name: ClassVar[str] = "notice"
    message: str


@dataclass(frozen=True, kw_only=True)
class ClassCount:
    """A class of a data folder: its name, its usable images, its files that can't be used, and those left out."""

    class_name: str
    images: int
    problems: int = 0
    excluded: int = 0


@dataclass(frozen=True, kw_only=True)
class ClassesListed(Event):
    """The classes of a folder, counted by file name alone; the check of each file follows."""

    name: ClassVar[str] = "classes"
    classes: tuple[ClassCount, ...]


@dataclass(frozen=True, kw_only=True)
class FileProblem(Event):
    """A file that can't be used, and why, in a sentence. A scan reports each as it finds it.

    kind: a stable word where a program can do something about it: `too_large` (of more pixels than are allowed).
    pixels: how many a picture has that is too large; 0 where it does not say.
    """

    name: ClassVar[str] = "problem"
    file: Path
    class_name: str
    reason: str
    kind: str = ""
    pixels: int = 0


@dataclass(frozen=True, kw_only=True)
class ThumbnailMade(Event):
    """A small picture: `pixels` is RGB, 8 bits, row by row, width * height * 3 bytes; empty when unreadable."""

    name: ClassVar[str] = "thumbnail"
    file: Path
    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class RunStarted(Event):
    """A training knows its folder, its classes and its frost line. `cut_layer` is the line; images are counts.

    devices: how many it computes on, where that pays; `device` says which.
    """

    name: ClassVar[str] = "started"
    run: Path
    class_names: tuple[str, ...]
    training_images: int
    validation_images: int
    cut_layer: str
    frozen_layers: int
    trainable_parameters: int
    backend: str
    device: str
    devices: int = 1


@dataclass(frozen=True, kw_only=True)
class PhaseStarted(Event):
    """From `first_epoch` on (counted from 1) other layers learn than before, or a finished run goes on.

    reason: `planned` (the thawed layers join the head), `changed` (by the user), `undone` (the user went back:
    epochs from `first_epoch` on that were reported before count no more), `extended`.
    """

    name: ClassVar[str] = "phase"
    first_epoch: int
    last_epoch: int
    thaw: str
    thaw_batch_norm: bool
    learning_rate: float
    cut_layer: str
    frozen_layers: int
    trainable_parameters: int
    reason: str


@dataclass(frozen=True, kw_only=True)
class BatchFinished(Event):
    """Loss and accuracy over the epoch so far, after batch `batch` of `batches`; at most 20 a second."""

    name: ClassVar[str] = "batch"
    epoch: int
    batch: int
    batches: int
    loss: float
    accuracy: float


@dataclass(frozen=True, kw_only=True)
class EpochFinished(Event):
    """An epoch (counted from 1) is over. `seconds` is its duration; validation values None without validation.

    `movement` has how far each layer that learns moved in this epoch: its name and |dw| / |w|.
    """

    name: ClassVar[str] = "epoch"
    epoch: int
    loss: float
    accuracy: float
    val_loss: float | None
    val_accuracy: float | None
    learning_rate: float
    seconds: float
    movement: tuple[tuple[str, float], ...] = field(default=(), repr=False)


@dataclass(frozen=True, kw_only=True)
class ImagePredicted(Event):
    """The classes of picture number `index` (of the request), the likeliest first, with probabilities 0 to 1.

    distance: to the k-th nearest training image, see `core.explanation.unlikeness`; threshold: beyond it the picture
    is unlike. farther_than: so many of the validation images, in per cent, lie nearer: 0 for a training image itself,
    above 100 beyond all of them. All three are None where the run holds nothing to compare with.
    """

    name: ClassVar[str] = "prediction"
    index: int
    source: str
    top: tuple[tuple[str, float], ...]
    seconds: float
    distance: float | None = None
    threshold: float | None = None
    farther_than: float | None = None
    is_unlike: bool = False


@dataclass(frozen=True, kw_only=True)
class ImageShown(Event):
    """Picture number `index` for looking at, where that was asked for: upright, RGB, 8 bits, row by row without gaps.

    It follows its `ImagePredicted`, since the classes don't wait for it.
    """

    name: ClassVar[str] = "picture"
    index: int
    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class ImageRefused(Event):
    """Picture number `index` can't be read, and why, in a sentence."""

    name: ClassVar[str] = "refused"
    index: int
    source: str
    reason: str


# --------------------------------------------------------------------------- results


@dataclass(frozen=True, kw_only=True)
class Nothing(Event):
    """The result of a job whose reports were all it had to say."""

    name: ClassVar[str] = "done"


@dataclass(frozen=True, kw_only=True)
class DuplicateGroup:
    """Images that show the same: byte for byte (`exact`), or to the eye. `class_names[i]` is the class of `files[i]`.

    Files come in the order of the classes and names. A group of equal files and a group that only looks alike may
    share members: where copies of a picture look like a third one, both are told.
    """

    #: Of thousands of copies the paths are made only when they are looked at.
    files: Sequence[Path]
    class_names: Sequence[str]
    exact: bool


@dataclass(frozen=True, kw_only=True)
class Caution:
    """Something about a data folder that forbids nothing, yet makes a worse model or a misleading measure likely.

    kind: a stable word for programs: `one_image` (a class has a single one), `imbalance`, `misnamed` (the content is
    of another format than the name says), `across_classes` (the same picture in several classes), `all_alike` (look-
    alikes can't be told), `many_duplicates` (not all are listed).
    hint: what to do about it, in a sentence. class_name: '' where it is about more than one. files: those it is about,
    the first of them where they are many. remarks: a few words on each of these files, where there is more to say.
    """

    kind: str
    message: str
    hint: str = ""
    class_name: str = ""
    files: tuple[Path, ...] = ()
    remarks: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class FolderScan(Event):
    """A folder's classes in alphabetical order with their usable images, and every file that can't be used."""

    name: ClassVar[str] = "scanned"
    folder: Path
    classes: tuple[ClassCount, ...]
    problems: tuple[FileProblem, ...]
    #: Usable files of each class, in the order of `classes`, as names relative to the data folder, with '/'.
    files: tuple[Sequence[str], ...] = field(repr=False)
    #: Sentences about the folder as a whole that make training impossible (one class only, no images, ...).
    obstacles: tuple[str, ...] = ()
    #: Usable images that are there more than once, exact copies first; at most 2,000 groups, to keep the window awake.
    duplicates: tuple[DuplicateGroup, ...] = ()
    cautions: tuple[Caution, ...] = ()
    #: Files of each class that a person left out, as `files` has them.
    excluded: tuple[Sequence[str], ...] = field(default=(), repr=False)
    #: Whether folders inside class folders were read as classes; how many of them hold pictures, and the first.
    inner_classes: bool = False
    inner_folders: int = 0
    inner_example: str = ""


@dataclass(frozen=True, kw_only=True)
class SamplePicturesDrawn(Event):
    """The sample data set is whole in this folder."""

    name: ClassVar[str] = "drawn"
    folder: Path


@dataclass(frozen=True, kw_only=True)
class ProjectSaved(Event):
    """A project is whole in this folder.

    runs: how many were copied. in_use: where the run is now that was in use. left_out: names of runs in training.
    """

    name: ClassVar[str] = "project_saved"
    project: Path
    runs: int
    in_use: Path | None = None
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class NetworkDescribed(Event):
    """The layers of the network, from the image to the head."""

    name: ClassVar[str] = "network"
    network: NetworkDescription


@dataclass(frozen=True, kw_only=True)
class WeightsReady(Event):
    """The weights are on this machine; `file` None for random ones."""

    name: ClassVar[str] = "weights"
    file: Path | None


@dataclass(frozen=True, kw_only=True)
class RunSeconds:
    """Where the time of a run went, in seconds by the clock. `total`: from the ready worker to the saved model.

    Decoding runs beside the computing; `decode` is what the computing had to wait for it.
    """

    decode: float
    extract: float
    fit: float
    total: float


@dataclass(frozen=True, kw_only=True)
class RunFinished(Event):
    """A training is over and its best epoch saved. `stopped` says that the user ended it early."""

    name: ClassVar[str] = "finished"
    run: Path
    best_epoch: int
    val_accuracy: float | None
    epochs: int
    stopped: bool
    frozen_layers_checked: int
    frozen_layers_changed: int
    seconds: RunSeconds
    images_extracted: int
    images_reused: int


@dataclass(frozen=True, kw_only=True)
class NodesAtWork(Event):
    """Who extracts on a cluster, and how fast: the nodes' addresses, and the images that they compute in a second."""

    name: ClassVar[str] = "nodes"
    nodes: tuple[str, ...]
    workers: int
    images_per_second: float


@dataclass(frozen=True, kw_only=True)
class FeaturesExtracted(Event):
    """The features of a folder are in a store. images: all that were listed, each in one of the four numbers below.

    images_reused: their features were there. copies: their content is another image's, which was computed. problems:
    they can't be used, which the store's table says why. nodes: of the cluster; none where this computer did it alone.
    """

    name: ClassVar[str] = "extracted"
    store: str
    images: int
    images_extracted: int
    images_reused: int
    copies: int
    problems: int
    nodes: tuple[str, ...]
    seconds: float


@dataclass(frozen=True, kw_only=True)
class LearningRatesTried(Event):
    """The smoothed loss at each learning rate that was tried, rising; `suggestion` is the rate to train with."""

    name: ClassVar[str] = "learning_rates"
    rates: tuple[float, ...]
    losses: tuple[float, ...]
    suggestion: float


@dataclass(frozen=True, kw_only=True)
class ClassMetrics:
    """Precision, recall and F1 of one class, 0 to 1, over its `support` images."""

    class_name: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, kw_only=True)
class Mistake:
    """An image that was put into the wrong class, with the probability of the wrong answer."""

    file: Path
    true_class: str
    predicted_class: str
    probability: float


@dataclass(frozen=True, kw_only=True)
class AverageMetrics:
    """Precision, recall and F1 over all classes that occur, 0 to 1. average: `macro` or `weighted`, as scikit-learn's.

    `macro` counts every class alike, `weighted` by its images.
    """

    average: str
    precision: float
    recall: float
    f1: float
    support: int


@dataclass(frozen=True, kw_only=True)
class ReliabilityBin:
    """The answers whose probability lies above `lower` and up to `upper`: how sure they were, and how often right.

    confidence: their mean probability. accuracy: the part that is right. Both 0 where there are no images.
    """

    lower: float
    upper: float
    images: int
    confidence: float
    accuracy: float


@dataclass(frozen=True, kw_only=True)
class SuspectedLabel:
    """An image whose class may be wrong: the model, which was not trained on it, is surer of another one.

    name: relative to the folder of the evaluation, with '/'. probability: of the suggested class; own_probability: of
    the given one; threshold: the mean probability of the suggested class over the images that have it.
    """

    file: Path
    name: str
    class_name: str
    suggested_class: str
    probability: float
    own_probability: float
    threshold: float


@dataclass(frozen=True, kw_only=True)
class ImageAnswers:
    """What was answered of each image, index by index; compact, since there may be a hundred thousand.

    names: relative to the folder of the evaluation, with '/'. labels, predicted: the true and the answered class by
    number. probabilities: of the answered class.
    """

    names: Sequence[str] = ()
    labels: Sequence[int] = ()
    predicted: Sequence[int] = ()
    probabilities: Sequence[float] = ()


@dataclass(frozen=True, kw_only=True)
class Evaluation(Event):
    """How a model does on some images. `confusion[i][j]` counts images of class i that were called class j.

    top_k: pairs of k and the part of the images whose class is among the k likeliest. calibration_error: the expected
    one, over the `reliability` bins. suspects: labels that may be wrong, the likeliest first; only of images that the
    model was not trained on, `judged_images` of them. suspects_remark: why there are none, or not of all images.
    """

    name: ClassVar[str] = "evaluation"
    model: Path
    folder: Path
    split: str
    images: int
    loss: float
    accuracy: float
    class_names: tuple[str, ...]
    confusion: tuple[tuple[int, ...], ...]
    classes: tuple[ClassMetrics, ...]
    mistakes: tuple[Mistake, ...]
    averages: tuple[AverageMetrics, ...] = ()
    top_k: tuple[tuple[int, float], ...] = ()
    calibration_error: float | None = None
    reliability: tuple[ReliabilityBin, ...] = ()
    suspects: tuple[SuspectedLabel, ...] = ()
    judged_images: int = 0
    suspects_remark: str = ""
    answers: ImageAnswers = field(default=ImageAnswers(), repr=False)


@dataclass(frozen=True, kw_only=True)
class ReportSaved(Event):
    """The report of an evaluation is on the disk, in these files."""

    name: ClassVar[str] = "report"
    files: tuple[Path, ...]


@dataclass(frozen=True, kw_only=True)
class Regression:
    """An image that an earlier run had right and a later one has wrong, with the probability that each gave."""

    file: Path
    true_class: str
    probability_before: float
    predicted_class: str
    probability: float


@dataclass(frozen=True, kw_only=True)
class RunsCompared(Event):
    """What became better and worse from the run `against` to the run `model`, on the same images."""

    name: ClassVar[str] = "comparison"
    model: Path
    against: Path
    folder: Path
    images: int
    accuracy: float
    accuracy_before: float
    #: How many images are right now that were wrong before.
    improved: int
    regressions: tuple[Regression, ...]


@dataclass(frozen=True, kw_only=True)
class ModelExported(Event):
    """A model was written and, unless it is a script, opened again by its loading snippet in a fresh process.

    images_compared: 0 for a script, which has nothing to compare. max_difference: the largest difference of a
    probability from the trained model's. latency_ms: median time that one picture took, from its file to its
    probabilities. accuracy_change: of the export from the trained model, where precision was given up and images of
    known class were there: -0.05 is five points lost. report: the file that keeps all of this. card: the model card.
    image_size: edge of the square that the network sees. labels: the class names, a name a line.
    """

    name: ClassVar[str] = "exported"
    format: str
    destination: Path
    labels: Path
    size_bytes: int
    images_compared: int
    max_difference: float
    precision: str = "float32"
    resize_inside: bool = False
    image_size: int = 224
    latency_ms: float = 0.0
    accuracy: float | None = None
    accuracy_change: float | None = None
    report: Path | None = None
    card: Path | None = None


@dataclass(frozen=True, kw_only=True)
class WeightHistogram:
    """How the values of one weight of a layer are spread: `counts[i]` lie between `edges[i]` and `edges[i + 1]`."""

    weight: str
    shape: tuple[int, ...]
    edges: tuple[float, ...]
    counts: tuple[int, ...]
    mean: float
    deviation: float


@dataclass(frozen=True, kw_only=True)
class SmallPicture:
    """A picture of one filter or one channel: RGB, 8 bits, row by row. `strength` orders them, the strongest first.

    number: which filter or channel, counted from 0. strength: the filter's norm, or the channel's mean activation.
    """

    number: int
    strength: float
    width: int
    height: int
    pixels: bytes = field(repr=False)


@dataclass(frozen=True, kw_only=True)
class LayerInspected(Event):
    """What was found in a layer. `filters` only for a convolution over an image; `activations` only with a picture.

    configuration: Keras' own, as (term, value) pairs. source: whose weights these are, in words.
    picture: what the network saw of the picture, RGB, 8 bits, a square of `picture_edge` pixels. picture_problem: why
    there are no activations although there was a picture, in a sentence.
    """

    name: ClassVar[str] = "layer"
    layer: str
    source: str
    configuration: tuple[tuple[str, str], ...]
    histograms: tuple[WeightHistogram, ...]
    filters: tuple[SmallPicture, ...] = ()
    activations: tuple[SmallPicture, ...] = ()
    #: How many channels the layer has, of which `activations` are the strongest.
    channels: int = 0
    picture_edge: int = 0
    picture: bytes = field(default=b"", repr=False)
    picture_problem: str = ""


@dataclass(frozen=True, kw_only=True)
class Neighbour:
    """A training image near a picture. distance: between their features of length 1, from 0 (the same) to 2."""

    file: Path
    class_name: str
    distance: float


@dataclass(frozen=True, kw_only=True)
class Explained(Event):
    """Why a model answers as it does of a picture; see `core.explanation`.

    picture: what the network saw, RGB, 8 bits, a square of `picture_edge` pixels. heat: what speaks for `class_name`
    at each place of that square, one byte each (255: the strongest), row by row. neighbours: of `compared_images`
    training images, the nearest first. distance: to the k-th nearest; threshold: beyond it a picture is unlike,
    None where no `validation_images` tell. remark: what can't be told, and why, in a sentence.
    """

    name: ClassVar[str] = "explanation"
    class_name: str
    class_names: tuple[str, ...]
    block: str
    blocks: tuple[str, ...]
    picture_edge: int
    picture: bytes = field(repr=False)
    heat_width: int
    heat_height: int
    heat: bytes = field(repr=False)
    neighbours: tuple[Neighbour, ...] = ()
    compared_images: int = 0
    distance: float | None = None
    threshold: float | None = None
    validation_images: int = 0
    is_unlike: bool = False
    remark: str = ""


@dataclass(frozen=True, kw_only=True)
class Calibrated(Event):
    """How fast this machine is."""

    name: ClassVar[str] = "calibration"
    calibration: Calibration


@dataclass(frozen=True, kw_only=True)
class MachineFact:
    """One line of the doctor's report: a topic, what was found, and what to do when it isn't well ('' if it is)."""

    topic: str
    finding: str
    ok: bool
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class MachineDescription(Event):
    """What this machine can do: versions, backend, devices, weights, feature store, libraries."""

    name: ClassVar[str] = "machine"
    backend: str
    device: str
    facts: tuple[MachineFact, ...]


@dataclass(frozen=True, kw_only=True)
class BackendDevice:
    """What a framework computes with. kind: CUDA, ROCm, Metal, XPU, TPU, GPU or CPU; memory_bytes: 0 if not known."""

    kind: str
    name: str
    memory_bytes: int = 0


@dataclass(frozen=True, kw_only=True)
class BackendDescription:
    """A framework that Keras can compute with: tensorflow, torch or jax.

    version: '' where it is not installed. devices: what it would compute with, the best first; empty where it is not
    installed or does not start. trouble: why it does not start. remedy: what to do about that, or to install it.
    reason: one sentence on what this platform means to it. recommended: it is the best of those that start here.
    """

    backend: str
    version: str = ""
    devices: tuple[BackendDevice, ...] = ()
    trouble: str = ""
    remedy: str = ""
    reason: str = ""
    recommended: bool = False


@dataclass(frozen=True, kw_only=True)
class BackendDescribed(Event):
    """One framework has answered; whether it is recommended is known when all have."""

    name: ClassVar[str] = "backend"
    backend: BackendDescription


@dataclass(frozen=True, kw_only=True)
class BackendsDescribed(Event):
    """All frameworks, the default one first."""

    name: ClassVar[str] = "backends"
    backends: tuple[BackendDescription, ...]


# --------------------------------------------------------------------------- envelopes, worker to window


@dataclass(frozen=True)
class WorkerReady:
    """The worker has imported Keras (`backend` and `device` as the status bar shows them).

    Both are '' in a light worker, which imports Keras at first need, and where Keras can't be imported:
    then `failure` says why, and every request that needs Keras fails with the same words.
    """

    process_id: int
    backend: str
    device: str
    failure: Failure | None = None


@dataclass(frozen=True)
class JobStarted:
    """A job left its queue: the worker is at it now. Not sent for a job that was stopped while it waited."""

    job: int


@dataclass(frozen=True)
class JobReport:
    """An event of a running job."""

    job: int
    event: Event


class Outcome(Enum):
    """How a job ended."""

    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"
    CRASHED = "crashed"


@dataclass(frozen=True)
class JobEnded:
    """The last word about a job; it comes exactly once, whatever happened, the death of the worker included.

    `result` is there when done; `failure` when failed or crashed. A training stopped by the user is done.
    """

    job: int
    outcome: Outcome
    result: Event | None = None
    failure: Failure | None = None


@dataclass(frozen=True)
class WorkerEnded:
    """The worker's process is gone. Made by the client; `expected` when it was asked to go."""

    exit_code: int | None
    expected: bool
