"""`frostline check`: what is in a data folder, every file that can't be used, and what is there more than once."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_nested_option, add_pixel_limit_option
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.job_control import JobControl


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "check",
        help="say what is in a folder of images, and which files can't be used",
        description="List the classes of a folder with their numbers of images, and every file that can't be used, "
        "with why; pictures that are there more than once or look alike; and what else is worth knowing. What was "
        "checked before and has not changed is not checked again. Exit status 2 when the folder can't be trained on.",
    )
    parser.add_argument("folder", metavar="FOLDER", type=Path, help="folder whose sub-folders are the classes")
    add_pixel_limit_option(parser)
    add_nested_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Scan the folder and report what is in it."""
    from core.data.layout import find_layout
    from core.data.scan import scan_folder
    from core.messages import Notice

    layout = find_layout(arguments.folder)
    if layout.folder != arguments.folder:
        output.report(Notice(message=layout.in_words()))
    scan = scan_folder(layout.folder, control, pixels=arguments.pixel_limit, inner_classes=arguments.inner_classes)
    output.report(scan)
    return ExitStatus.UNUSABLE_INPUT if scan.obstacles else ExitStatus.DONE
