"""`frostline evaluate`: measure a model on a folder of images."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_backend_option, add_pixel_limit_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.job_control import JobControl


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "evaluate",
        help="measure a model: accuracy, precision and recall of each class, confusion matrix, mistakes",
        description="Measure a model on a folder whose sub-folders are named after the model's classes.",
    )
    parser.add_argument("model", metavar="RUN|MODEL", type=Path, help="a run folder or a .keras file")
    parser.add_argument(
        "folder",
        metavar="FOLDER",
        type=Path,
        nargs="?",
        help="folder of class folders (left out: the images that the run held out for validation)",
    )
    add_pixel_limit_option(parser)
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Evaluate and report the result."""
    start_keras(arguments.backend)
    from core.evaluation.evaluate import evaluate

    output.report(evaluate(arguments.model, arguments.folder, control, pixels=arguments.pixel_limit))
    return ExitStatus.DONE
