"""The command line: read the arguments, run one command, turn its end into an exit status.

Each command is a file of its own with `add_parser` and `run`. Nothing here imports Keras; a command that needs it
imports it when it runs. The window's own start (`frostline [FOLDER]`) is `gui.launch`.
"""

from __future__ import annotations

import argparse
import logging
import sys
from collections.abc import Sequence
from contextlib import closing, suppress
from typing import TextIO

from core import __version__
from core.command_line import check, demo, doctor, evaluate, export, extract, layers, predict, train
from core.command_line.arguments import CommandLineParser, add_common_options
from core.command_line.exit_status import ExitStatus
from core.command_line.interruption import stop_on_signal
from core.command_line.log_file import log_file, logging_to_file
from core.command_line.output import JsonOutput, Output, TextOutput
from core.command_line.streams import results_stream
from core.disk_errors import why_not_written
from core.errors import Failure, FrostlineError, Stopped, UnusableInput
from core.job_control import JobControl
from core.messages import Evaluate, Export, Request, ScanFolder, Train
from core.worker.failures import failure_of_exception

_COMMAND_FILES = {
    "demo": demo,
    "check": check,
    "layers": layers,
    "extract": extract,
    "train": train,
    "evaluate": evaluate,
    "predict": predict,
    "export": export,
    "doctor": doctor,
}

#: The words that come first on the command line; anything else there is a folder to open in the window.
COMMANDS: tuple[str, ...] = tuple(_COMMAND_FILES)

#: The window's word for what a command does, by which it is told how to do with less memory.
_REQUESTS: dict[str, type[Request]] = {
    "demo": Train,
    "check": ScanFolder,
    "extract": Train,
    "train": Train,
    "evaluate": Evaluate,
    "export": Export,
}

_log = logging.getLogger(__name__)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status; `argv` leaves out the program's name (None: sys.argv's)."""
    words = list(sys.argv[1:] if argv is None else argv)
    try:
        arguments = build_parser().parse_args(words)
    except UnusableInput as error:
        return _refuse_arguments(error, words)
    except SystemExit as ended:  # --help and --version
        return int(ended.code or 0)
    chatter = None if arguments.debug else log_file()
    with results_stream(chatter=chatter) as results, logging_to_file(to_the_person_too=arguments.debug):
        return _run(arguments, results)


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    parser = CommandLineParser(
        prog="frostline",
        description="Transfer learning with ResNet50: choose which layers stay frozen, train, evaluate, export.",
        epilog="`frostline [FOLDER]` without a command opens the window. Exit status: 0 done, 2 bad arguments or "
        "unusable input, 3 failed, 130 interrupted.",
    )
    parser.add_argument("--version", action="version", version=f"frostline {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    for command in _COMMAND_FILES.values():
        add_common_options(command.add_parser(commands))
    return parser


def _refuse_arguments(error: UnusableInput, words: Sequence[str]) -> int:
    with results_stream(chatter=None) as results:
        _output(results, as_json="--json" in words, control=JobControl()).failed(error.as_failure())
    return ExitStatus.UNUSABLE_INPUT


def _run(arguments: argparse.Namespace, results: TextIO) -> int:
    control = JobControl()
    with closing(_output(results, as_json=arguments.json, control=control)) as output:
        control.report = output.report
        with stop_on_signal(control.stop_requested, announce=_announce_stop):
            status = _status_of(arguments, output, control)
        if output.unwritten is not None:
            _say(f"Not all results could be written to standard output: {why_not_written(output.unwritten)}.")
            status = status or ExitStatus.FAILED
        return ExitStatus.INTERRUPTED if output.reader_gone else status


def _output(results: TextIO, *, as_json: bool, control: JobControl) -> Output:
    kind = JsonOutput if as_json else TextOutput
    return kind(results, when_reader_is_gone=control.stop_requested.set)


def _announce_stop() -> None:
    _say("Stopping; press Ctrl+C again to end at once.")


def _say(sentence: str) -> None:
    with suppress(OSError):  # Standard error can't be written to either.
        print(sentence, file=sys.stderr, flush=True)


def _status_of(arguments: argparse.Namespace, output: Output, control: JobControl) -> int:
    """Run the command; whatever goes wrong ends here as a sentence and a status, never as a traceback."""
    try:
        status: ExitStatus = arguments.run(arguments, output, control)
        return status
    except Stopped:
        output.failed(Failure("interrupted", "Stopped before it was done.", ""))
        return ExitStatus.INTERRUPTED
    except FrostlineError as error:
        _log.info("%s: %s", arguments.command, error, exc_info=True)
        output.failed(error.as_failure())
        return ExitStatus.UNUSABLE_INPUT if isinstance(error, UnusableInput) else ExitStatus.FAILED
    except Exception as error:
        _log.exception("%s failed", arguments.command)
        output.failed(failure_of_exception(error, log_file(), _REQUESTS.get(arguments.command)))
        return ExitStatus.FAILED
