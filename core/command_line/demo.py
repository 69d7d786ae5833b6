"""`frostline demo` without a window: the whole job once, on sample pictures that the program draws itself.

With a window, `gui.demo` drives the real pages instead.
"""

from __future__ import annotations

import argparse
import dataclasses
from pathlib import Path

from core.command_line.arguments import Commands, add_backend_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.errors import UnusableInput, WeightsUnavailable
from core.job_control import JobControl
from core.messages import Notice, SamplePicturesDrawn
from core.training.specification import TrainingSpecification

_PICTURES, _RUN, _EXPORT = "sample pictures", "run", "exported.keras"
#: Random weights gain nothing from the pictures' full size, and a demo should be short.
_SIZE_WITHOUT_TRANSFER = 64


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "demo",
        help="do the whole job once on sample pictures",
        description="Draw sample pictures, train on them, evaluate, predict and export. Nothing is needed for it; the "
        "ImageNet weights are fetched if they can be had, and random ones used otherwise.",
    )
    parser.add_argument(
        "--out",
        metavar="DIR",
        type=Path,
        default=Path("frostline-demo"),
        help="new folder for everything that it makes",
    )
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Draw, train, evaluate, predict, export."""
    place: Path = arguments.out
    if place.exists() and (not place.is_dir() or any(place.iterdir())):
        raise UnusableInput(f"{place} exists already.", hint="Choose a new folder with --out, or remove that one.")
    start_keras(arguments.backend)
    from core.data.sample_pictures import draw_sample_pictures
    from core.evaluation.evaluate import evaluate
    from core.export.export import export_run
    from core.prediction.predict import predict
    from core.training.train import train

    pictures, trained = place / _PICTURES, place / _RUN
    draw_sample_pictures(pictures, control)
    output.report(SamplePicturesDrawn(folder=pictures))
    finished = train(_specification(pictures, trained, control), control)
    output.report(finished)
    if finished.stopped:
        return ExitStatus.INTERRUPTED
    output.report(evaluate(trained, None, control))
    predict(trained, _one_of_each_class(pictures), control, top=2, preview_edge=0)
    output.report(export_run(trained, "keras", place / _EXPORT, control))
    return ExitStatus.DONE


def _specification(pictures: Path, run: Path, control: JobControl) -> TrainingSpecification:
    """Return a training with the ImageNet weights, or with random ones where those can't be had."""
    from core.network.weights import RANDOM, prepare_weights

    specification = TrainingSpecification(folder=pictures, run=run)
    try:
        prepare_weights(specification.weights, control)
    except WeightsUnavailable as error:
        words = "The demo goes on with random weights: no transfer, worse results."
        control.report(Notice(message=f"{error.message} {words}"))
        return dataclasses.replace(specification, weights=RANDOM, image_size=_SIZE_WITHOUT_TRANSFER)
    return specification


def _one_of_each_class(folder: Path) -> tuple[Path, ...]:
    classes = sorted(one for one in folder.iterdir() if one.is_dir())
    return tuple(min(one.iterdir()) for one in classes)
