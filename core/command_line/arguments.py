"""What the parsers of all commands share: one way to refuse, and the options that many commands have.

What a command alone has is in the command's own file. No Keras here: parsing stays fast.
"""

from __future__ import annotations

import argparse
from typing import Any, NoReturn

from core.command_line.backend_choice import BACKENDS
from core.data.pixel_limit import LARGEST_PIXEL_LIMIT, USUAL_PIXEL_LIMIT, is_pixel_limit
from core.errors import UnusableInput
from core.network.backbones import DEFAULT, NAMES, backbone_called

#: What `add_subparsers` returns; argparse has no public name for it.
Commands = Any


class CommandLineParser(argparse.ArgumentParser):
    """An argument parser that raises `UnusableInput` for bad arguments, so that `--json` can tell of them too."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(allow_abbrev=False, formatter_class=_HelpFormatter, **settings)

    def error(self, message: str) -> NoReturn:
        """Refuse the arguments.

        Raises:
            UnusableInput: always, of kind `bad_arguments`.

        """
        raise UnusableInput(
            message[:1].upper() + message[1:] + ".", hint=f"See `{self.prog} --help`.", kind="bad_arguments"
        )


class _HelpFormatter(argparse.ArgumentDefaultsHelpFormatter):
    """Shows the default of an option unless that would say nothing (False, None)."""

    def _get_help_string(self, action: argparse.Action) -> str | None:
        if action.default in (None, False, 0, argparse.SUPPRESS):
            return action.help
        return super()._get_help_string(action)


def add_common_options(parser: argparse.ArgumentParser) -> None:
    """Add the options that every command has."""
    parser.add_argument("--json", action="store_true", help="print one JSON object a line, and nothing else")
    parser.add_argument("--debug", action="store_true", help="show tracebacks and what the libraries print")


def add_backend_option(parser: argparse.ArgumentParser) -> None:
    """Add the choice of the framework that Keras computes with."""
    parser.add_argument(
        "--backend",
        choices=BACKENDS,
        help="the framework that Keras computes with (otherwise $KERAS_BACKEND, otherwise tensorflow)",
    )


def add_devices_option(parser: argparse.ArgumentParser) -> None:
    """Add the number of GPUs to compute on, as `devices`: a number, 0 for all, or None where it is left out."""
    parser.add_argument(
        "--devices",
        metavar="N|all",
        type=_devices,
        help="GPUs to compute on together, not with torch: they share the extraction, and the epochs where layers are "
        "thawed (otherwise one; a run that goes on: as many as before)",
    )


def _devices(word: str) -> int:
    if word == "all":
        return 0
    if not word.isdecimal() or int(word) < 1:
        raise argparse.ArgumentTypeError(f"'{word}' is neither a number from 1 nor all")
    return int(word)


def add_nested_option(
    parser: argparse.ArgumentParser, *, otherwise: str = "left out: as was chosen in the window"
) -> None:
    """Add how folders inside class folders are read, as `inner_classes`: True, False, or None where it is left out."""
    parser.add_argument(
        "--nested",
        dest="inner_classes",
        metavar="inner|flatten",
        type=_nested,
        help="folders inside class folders: classes themselves (inner), or parts of the class around them (flatten, as "
        f"Keras does); {otherwise}",
    )


def _nested(word: str) -> bool:
    if word not in {"inner", "flatten"}:
        raise argparse.ArgumentTypeError(f"'{word}' is neither inner nor flatten")
    return word == "inner"


def add_pixel_limit_option(parser: argparse.ArgumentParser) -> None:
    """Add the limit of pixels, in millions, as a number of pixels or None."""
    usual = USUAL_PIXEL_LIMIT // 1_000_000
    parser.add_argument(
        "--pixel-limit",
        metavar="MEGAPIXELS",
        type=_pixels,
        help=f"refuse pictures with more million pixels than that (otherwise {usual}); more of them take more memory",
    )


def _pixels(megapixels: str) -> int:
    try:
        pixels = round(float(megapixels) * 1e6)
    except (ValueError, OverflowError):
        pixels = 0
    if pixels < 1 or not is_pixel_limit(pixels):
        most = LARGEST_PIXEL_LIMIT // 1_000_000
        raise argparse.ArgumentTypeError(f"'{megapixels}' is no number of million pixels from above 0 to {most:,}")
    return pixels


def add_backbone_option(parser: argparse._ActionsContainer) -> None:
    """Add the choice of the network whose layers are frozen and thawed."""
    parser.add_argument("--backbone", metavar="NAME", type=_backbone_name, default=DEFAULT.name, help=_backbones())


def _backbone_name(text: str) -> str:
    return backbone_called(text).name


def _backbones() -> str:
    return f"the network to start from: {', '.join(NAMES)}"
