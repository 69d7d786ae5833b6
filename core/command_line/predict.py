"""`frostline predict`: classify images, and folders of them."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_backend_option, add_pixel_limit_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, ImagePredicted, ImageRefused, Notice
from core.prediction.prediction_table import PredictionRow, write_predictions
from core.prediction.sources import without_folders


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "predict",
        help="classify images",
        description="Classify images with a trained model, and say which are unlike all that it was trained on. Exit "
        "status 2 when an image can't be read; the others are classified all the same.",
    )
    parser.add_argument("model", metavar="RUN|MODEL", type=Path, help="a run folder or a .keras file")
    parser.add_argument("images", metavar="IMAGE|FOLDER", type=Path, nargs="+", help="image files, and folders of them")
    parser.add_argument("--top", metavar="K", type=int, default=5, help="number of classes to tell for each image")
    add_pixel_limit_option(parser)
    parser.add_argument(
        "--csv",
        metavar="FILE",
        type=Path,
        help="write a table with a line for each image as well; ' stands before what a spreadsheet would run",
    )
    parser.add_argument(
        "--unlike-beyond",
        metavar="PERCENTILE",
        type=float,
        default=95.0,
        help="an image is called unlike when it lies farther from the training images than so many of the validation "
        "images, in per cent",
    )
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Classify the images; each is reported as soon as its turn has come."""
    images = _images(arguments, output)
    start_keras(arguments.backend)
    from core.explanation.keep_reference import keep_reference
    from core.prediction.predict import predict

    keep_reference(arguments.model, control)
    rows: list[PredictionRow] = []

    def report(event: Event) -> None:
        row = _row(event)
        if row is not None:
            rows.append(row)
        output.report(event)

    control.report = report
    predict(
        arguments.model,
        images,
        control,
        top=arguments.top,
        preview_edge=0,
        percentile=arguments.unlike_beyond,
        pixels=arguments.pixel_limit,
    )
    if arguments.csv is not None:
        write_predictions(rows, arguments.csv)
    return ExitStatus.UNUSABLE_INPUT if any(row.problem for row in rows) else ExitStatus.DONE


def _images(arguments: argparse.Namespace, output: Output) -> tuple[Path, ...]:
    """Return the images that are meant; what can't work is refused before Keras is waited for."""
    if arguments.top < 1:
        raise UnusableInput(f"--top is {arguments.top}: expected at least 1.", hint="Leave the option out.")
    if not 0.0 <= arguments.unlike_beyond <= 100.0:
        raise UnusableInput(
            f"--unlike-beyond is {arguments.unlike_beyond:g}: expected a percentage from 0 to 100.",
            hint="Leave the option out.",
        )
    images, empty = without_folders(arguments.images)
    for folder in empty:
        output.report(Notice(message=f"There is no picture in {folder}."))
    if not images:
        raise UnusableInput("There is no picture to classify.", hint="Name image files, or folders of them.")
    return images


def _row(event: Event) -> PredictionRow | None:
    if isinstance(event, ImagePredicted):
        return PredictionRow(
            source=event.source,
            top=event.top,
            distance=event.distance,
            threshold=event.threshold,
            is_unlike=None if event.threshold is None else event.is_unlike,
        )
    if isinstance(event, ImageRefused):
        return PredictionRow(source=event.source, problem=event.reason)
    return None
