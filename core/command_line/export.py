"""`frostline export`: write a run's model in another format."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_backend_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.export.formats import FORMATS, PRECISIONS, require_format, require_options, require_packages
from core.job_control import JobControl


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    formats = "; ".join(f"{one.name}: {one.description}" for one in FORMATS)
    parser: argparse.ArgumentParser = commands.add_parser(
        "export",
        help="write a model in another format, with its class names",
        description="Write a run's model in another format, with its class names beside it. What was written is "
        f"opened again and compared with the run's model before it is put into place. Formats: {formats}.",
    )
    parser.add_argument("model", metavar="RUN", type=Path, help="a run folder or a .keras file")
    parser.add_argument(
        "--format", choices=[one.name for one in FORMATS], required=True, help="the format, as described above"
    )
    parser.add_argument("--out", metavar="PATH", type=Path, required=True, help="file or folder to write")
    parser.add_argument(
        "--precision",
        choices=PRECISIONS,
        default=PRECISIONS[0],
        help="of the weights; float16 and int8 are for litert, int8 is calibrated with the run's own pictures",
    )
    parser.add_argument(
        "--resize-inside",
        action="store_true",
        help="let the model itself cut and resize pictures of any height and width, where the format can hold that",
    )
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Export and report what was written."""
    chosen = require_format(arguments.format)
    require_options(chosen, arguments.precision, resize_inside=arguments.resize_inside)
    require_packages(chosen)
    start_keras(arguments.backend)
    from core.export.export import export_run

    exported = export_run(
        arguments.model,
        arguments.format,
        arguments.out,
        control,
        precision=arguments.precision,
        resize_inside=arguments.resize_inside,
    )
    output.report(exported)
    return ExitStatus.DONE
