"""`frostline train`: from options to a `TrainingSpecification`, and from there to a run.

What a training does is in `core.training.train`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import (
    Commands,
    add_backbone_option,
    add_backend_option,
    add_devices_option,
    add_nested_option,
    add_pixel_limit_option,
)
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.command_line.store_option import take_settings_of_store
from core.data.corrections import read_corrections
from core.data.layout import find_layout
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Notice, RunFinished
from core.training.specification import ENGINES, FEATURE_DTYPES, OPTIMIZERS, SCHEDULES, TrainingSpecification

_DEFAULTS = {name: field.default for name, field in TrainingSpecification.__dataclass_fields__.items()}


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "train",
        help="train a new head (and what is thawed) on a folder of images",
        description="Train ResNet50, or another backbone, with a new head on a folder whose sub-folders are the "
        "classes. Everything below the frost line is computed once and kept. Ctrl+C ends the training and keeps its "
        "best epoch.",
    )
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        type=Path,
        nargs="?",
        help="folder whose sub-folders are the classes; may be left out with --store",
    )
    parser.add_argument(
        "--store",
        metavar="STORE",
        help="train on the features that `frostline extract` has put there, with the settings that they were made "
        "with; what it lacks is computed from the pictures, where they are at hand",
    )
    parser.add_argument("--out", metavar="RUN", type=Path, required=True, help="folder to write the run to")
    _add_learning_options(parser)
    _add_ways_of_going_on(parser)
    _add_validation_options(parser)
    _add_network_options(parser)
    _add_feature_options(parser)
    add_pixel_limit_option(parser)
    add_nested_option(parser)
    add_backend_option(parser)
    add_devices_option(parser)
    parser.set_defaults(run=run)
    return parser


def _add_learning_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("learning")
    _add_number(group, "--epochs", int, "passes over the training images")
    _add_number(group, "--batch-size", int, "images for each step of the optimizer")
    _add_number(group, "--learning-rate", float, "learning rate of the optimizer")
    group.add_argument("--optimizer", choices=OPTIMIZERS, default=_DEFAULTS["optimizer"], help="the optimizer")
    group.add_argument("--class-weights", action="store_true", help="let rare classes count as much as frequent ones")
    _add_number(group, "--early-stopping", int, "end after that many epochs without improvement (0: never)")
    _add_number(group, "--seed", int, "seed of everything random: split, order, new weights")
    group.add_argument(
        "--schedule",
        choices=SCHEDULES,
        default=_DEFAULTS["schedule"],
        help="how the learning rate goes on: as it is, down along a cosine, or down when the loss gets no better",
    )
    _add_number(group, "--label-smoothing", float, "part of each label that is spread over all classes")
    _add_number(group, "--weight-decay", float, "weight decay (default: what the optimizer has by itself)")
    _add_number(group, "--head-first", int, "epochs for the head alone before the thawed layers join it")
    _add_number(group, "--time-limit", float, "seconds after which training ends (0: none)")
    group.add_argument("--mixed-precision", action="store_true", help="compute in 16 bits where that is safe")


def _add_ways_of_going_on(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("going on").add_mutually_exclusive_group()
    group.add_argument(
        "--more-epochs",
        metavar="N",
        type=int,
        default=0,
        help="go on with the finished run in RUN for N epochs, from its best one, with its own settings",
    )
    group.add_argument(
        "--find-learning-rate",
        action="store_true",
        help="write no run, but try learning rates from small to large and suggest one",
    )
    group.add_argument(
        "--resume",
        action="store_true",
        help="go on with the run in RUN that was broken off, with the settings that it was started with",
    )


def _add_validation_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("validation").add_mutually_exclusive_group()
    _add_number(group, "--validation-split", float, "part of each class that is held out")
    group.add_argument(
        "--validation-folder", metavar="DIR", type=Path, help="folder of class folders to validate with instead"
    )


def _add_network_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("network")
    add_backbone_option(group)
    group.add_argument(
        "--thaw",
        metavar="SPEC",
        default=_DEFAULTS["thaw"],
        help="what learns besides the new head: head (nothing), a stage (conv5), that stage and all above (conv4+), a "
        "block (conv5_block3), a layer (conv5_block3_2_conv), several with commas between them, or all",
    )
    group.add_argument(
        "--thaw-batch-norm", action="store_true", help="thaw BatchNorm layers too; risky with few images"
    )
    group.add_argument(
        "--weights", default=_DEFAULTS["weights"], metavar="imagenet|random|PATH", help="the weights to start from"
    )
    _add_number(group, "--image-size", int, "edge of the square that the network sees, in pixels")
    _add_number(group, "--hidden", int, "units of a hidden Dense layer in the head (0: none)")
    _add_number(group, "--dropout", float, "dropout rate before the last layer (0: none)")


def _add_feature_options(parser: argparse.ArgumentParser) -> None:
    group = parser.add_argument_group("features")
    group.add_argument(
        "--no-feature-store",
        action="store_true",
        help="compute the frozen layers again at every epoch instead of keeping what they give",
    )
    group.add_argument(
        "--views",
        metavar="N|fresh",
        default="1",
        help="augmented views of each training image that are kept and cycled through (1: none), or fresh: new ones at "
        "every epoch, for which the frozen layers are computed again and again",
    )
    group.add_argument(
        "--engine",
        choices=ENGINES,
        default=_DEFAULTS["engine"],
        help="what computes the features: Keras, or OpenVINO in 32 or 16 bits (faster on CPUs; extra 'fast')",
    )
    group.add_argument(
        "--feature-dtype", choices=FEATURE_DTYPES, default=_DEFAULTS["feature_dtype"], help="how features are stored"
    )


def _add_number(group: argparse._ActionsContainer, option: str, kind: type[int] | type[float], text: str) -> None:
    """Add a number whose default is the specification's."""
    name = option.removeprefix("--").replace("-", "_")
    group.add_argument(option, type=kind, default=_DEFAULTS[name], metavar="N" if kind is int else "X", help=text)


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Train and report the finished run."""
    notice = take_settings_of_store(arguments)
    specification = specification_of(arguments)
    if notice is not None:
        output.report(notice)
    if specification.folder not in (arguments.folder, arguments.store):
        output.report(Notice(message=find_layout(arguments.folder).in_words()))
    start_keras(arguments.backend)
    if arguments.find_learning_rate:
        from core.training.learning_rate_finder import find_learning_rate

        output.report(find_learning_rate(specification, control))
        return ExitStatus.DONE
    finished = _train(specification, arguments, control)
    output.report(finished)
    return ExitStatus.INTERRUPTED if finished.stopped else ExitStatus.DONE


def _train(specification: TrainingSpecification, arguments: argparse.Namespace, control: JobControl) -> RunFinished:
    from core.training.train import extend, resume, train

    if arguments.resume:
        return resume(arguments.out, control, arguments.devices)
    if arguments.more_epochs:
        return extend(arguments.out, arguments.more_epochs, control, arguments.devices)
    return train(specification, control)


def specification_of(arguments: argparse.Namespace) -> TrainingSpecification:
    """Return what the arguments ask for.

    Raises:
        UnusableInput: a value is out of its range, or the run would lie among the classes.

    """
    _refuse_run_inside_data(arguments.out, arguments.folder)
    if arguments.store is not None:
        _refuse_run_inside_data(arguments.out, arguments.store)
    layout = find_layout(arguments.folder)
    given = {name: getattr(arguments, name) for name in _DEFAULTS if hasattr(arguments, name)}
    given |= {"run": arguments.out, "feature_store": not arguments.no_feature_store}
    given |= {"devices": _DEFAULTS["devices"] if arguments.devices is None else arguments.devices}
    given |= {"folder": layout.folder, "inner_classes": _reads_inner_classes(layout.folder, arguments.inner_classes)}
    if arguments.validation_folder is None and arguments.validation_split == _DEFAULTS["validation_split"]:
        given["validation_folder"] = layout.validation_folder
    return TrainingSpecification(**given | _views(arguments.views))


def _reads_inner_classes(folder: Path, chosen: bool | None) -> bool:
    """Return how folders inside class folders are read: as the option says, else as was chosen in the window."""
    return bool(read_corrections(folder).inner_classes) if chosen is None else chosen


def _views(views: str) -> dict[str, object]:
    if views == "fresh":
        return {"views": 1, "fresh_views": True}
    if not views.isdecimal() or int(views) < 1:
        raise UnusableInput(f"--views is '{views}': expected a number from 1, or fresh.", hint="Leave the option out.")
    return {"views": int(views)}


def _refuse_run_inside_data(run: Path, folder: Path) -> None:
    if run.absolute().is_relative_to(folder.absolute()):
        raise UnusableInput(
            f"The run {run} would lie inside the data folder {folder}, where it would be taken for a class.",
            hint="Choose another place with --out.",
        )
