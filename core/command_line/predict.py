"""`frostline predict`: classify images."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_backend_option, add_pixel_limit_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, ImageRefused


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "predict",
        help="classify images",
        description="Classify images with a trained model. Exit status 2 when an image can't be read; the others are "
        "classified all the same.",
    )
    parser.add_argument("model", metavar="RUN|MODEL", type=Path, help="a run folder or a .keras file")
    parser.add_argument("images", metavar="IMAGE", type=Path, nargs="+", help="image files")
    parser.add_argument("--top", metavar="K", type=int, default=5, help="number of classes to tell for each image")
    add_pixel_limit_option(parser)
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Classify the images; each is reported as soon as its turn has come."""
    if arguments.top < 1:
        raise UnusableInput(f"--top is {arguments.top}: expected at least 1.", hint="Leave the option out.")
    start_keras(arguments.backend)
    from core.prediction.predict import predict

    refused = False

    def report(event: Event) -> None:
        nonlocal refused
        refused = refused or isinstance(event, ImageRefused)
        output.report(event)

    control.report = report
    predict(
        arguments.model,
        tuple(arguments.images),
        control,
        top=arguments.top,
        preview_edge=0,
        pixels=arguments.pixel_limit,
    )
    return ExitStatus.UNUSABLE_INPUT if refused else ExitStatus.DONE
