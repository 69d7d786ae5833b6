"""`frostline layers`: the layers of the network or of a trained model, with state and parameter counts."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_backbone_option, add_backend_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.job_control import JobControl


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "layers",
        help="show the layers as a tree, frozen or trainable, with parameter counts",
        description="Show the layers of ResNet50 or another backbone, or of a trained model, as a tree: frozen or "
        "trainable, with parameter counts.",
    )
    add_backbone_option(parser)
    parser.add_argument("model", metavar="MODEL", type=Path, nargs="?", help="a run folder or a .keras file")
    parser.add_argument(
        "--thaw", metavar="SPEC", help="show what would learn with this SPEC (see `frostline train --help`)"
    )
    parser.add_argument("--thaw-batch-norm", action="store_true", help="with --thaw: thaw BatchNorm layers too")
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, _control: JobControl) -> ExitStatus:
    """List the layers, shallowest first, then their sums."""
    start_keras(arguments.backend)
    from core.command_line.layer_listing import list_layers

    listing = list_layers(
        arguments.model,
        thaw=arguments.thaw,
        thaw_batch_norm=arguments.thaw_batch_norm,
        backbone=arguments.backbone,
    )
    for layer in listing.listed:
        output.report(layer)
    output.report(listing)
    return ExitStatus.DONE
