"""`frostline extract`: the features of a folder's pictures into a store, on this computer or on a Ray cluster.

What an extraction does is in `core.cluster.extraction`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import (
    Commands,
    add_backbone_option,
    add_backend_option,
    add_nested_option,
    add_pixel_limit_option,
)
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.data.corrections import read_corrections
from core.errors import UnusableInput
from core.job_control import JobControl
from core.network.description import FEATURES_LAYER
from core.training.specification import ENGINES, FEATURE_DTYPES

#: The cluster's address that means none.
_LOCAL = "local"


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "extract",
        help="compute the features of a folder into a store, on this computer or on a Ray cluster",
        description="Compute what the frozen part of the network makes of each picture, and write it as Parquet files "
        "into a store, from which `frostline train --store` trains. What the store has is not computed again, so the "
        "same command goes on after a stop, and adds what is new in the folder. Ctrl+C keeps what is done.",
    )
    parser.add_argument(
        "folder", metavar="FOLDER|URI", help="folder whose sub-folders are the classes; s3://, gs://, …"
    )
    parser.add_argument("--out", metavar="STORE", required=True, help="folder or URI of the store to write")
    parser.add_argument(
        "--cut", metavar="LAYER", default=FEATURES_LAYER, help="the layer whose output is kept: the frost line"
    )
    parser.add_argument(
        "--cluster",
        metavar="ADDRESS",
        help="HOST:PORT of a Ray cluster, or auto: that of which this computer is a node (extra 'cluster'); left out: "
        "this computer alone",
    )
    parser.add_argument("--workers", metavar="N", type=int, default=0, help="workers at most (0: as many as fit)")
    add_backbone_option(parser)
    parser.add_argument(
        "--weights", default="imagenet", metavar="imagenet|random|PATH", help="the weights of the network"
    )
    parser.add_argument("--seed", type=int, default=0, metavar="N", help="seed of random weights")
    parser.add_argument(
        "--image-size", type=int, default=224, metavar="N", help="edge of the square that the network sees, in pixels"
    )
    parser.add_argument("--engine", choices=ENGINES, default=ENGINES[0], help="what computes the features")
    parser.add_argument(
        "--feature-dtype", choices=FEATURE_DTYPES, default=FEATURE_DTYPES[0], help="how features are stored"
    )
    add_pixel_limit_option(parser)
    add_nested_option(parser)
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Extract and report what is in the store."""
    _refuse_bad_numbers(arguments)
    from core.cluster.place import open_place

    source = open_place(arguments.folder)
    inner = arguments.inner_classes
    if inner is None:
        inner = source.local is not None and bool(read_corrections(source.local).inner_classes)
    elif inner and source.local is None:
        raise UnusableInput("--nested inner needs a folder, not a URI.", hint="Mount it, or leave the option out.")
    start_keras(arguments.backend)
    from core.cluster.extraction import ExtractionOrder, extract_to_store

    order = ExtractionOrder(
        source=source.where,
        store=arguments.out,
        cut=arguments.cut,
        cluster=None if arguments.cluster == _LOCAL else arguments.cluster,
        backbone=arguments.backbone,
        weights=_weights(arguments.weights),
        image_size=arguments.image_size,
        seed=arguments.seed,
        engine=arguments.engine,
        feature_dtype=arguments.feature_dtype,
        inner_classes=inner,
        pixel_limit=arguments.pixel_limit,
        workers=arguments.workers,
    )
    output.report(extract_to_store(order, control))
    return ExitStatus.DONE


def _weights(text: str) -> str:
    """Return a file of weights by its whole path, which the store notes."""
    return str(Path(text).absolute()) if Path(text).is_file() else text


def _refuse_bad_numbers(arguments: argparse.Namespace) -> None:
    for name, lowest, highest in (("image_size", 32, 1024), ("seed", 0, 2**32 - 1), ("workers", 0, 100_000)):
        value = getattr(arguments, name)
        if not lowest <= value <= highest:
            option = f"--{name.replace('_', '-')}"
            raise UnusableInput(
                f"{option} is {value}: expected {lowest} to {highest}.", hint="Choose another.", kind="bad_arguments"
            )
