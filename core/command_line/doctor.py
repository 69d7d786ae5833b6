"""`frostline doctor`: what this machine and this installation can do, and what to do about the rest."""

from __future__ import annotations

import argparse
import os

from core.command_line.arguments import Commands, add_backend_option
from core.command_line.backend_choice import wished_backend
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.job_control import JobControl


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "doctor",
        help="say what this machine can do: versions, backend, GPU, weights, feature store, Qt libraries",
        description="Say what this machine and this installation can do, and what to do about the rest.",
    )
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Look and report."""
    # Not checked first, as other commands do: telling what is wrong with it is the doctor's work.
    os.environ["KERAS_BACKEND"] = wished_backend(arguments.backend)
    from core.diagnosis.machine import describe_machine

    output.report(describe_machine(control))
    return ExitStatus.DONE
