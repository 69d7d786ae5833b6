"""`frostline evaluate`: measure a model on a folder of images, and write down what was found."""

from __future__ import annotations

import argparse
from pathlib import Path

from core.command_line.arguments import Commands, add_backend_option, add_nested_option, add_pixel_limit_option
from core.command_line.backend_choice import start_keras
from core.command_line.exit_status import ExitStatus
from core.command_line.output import Output
from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import SaveReport


def add_parser(commands: Commands) -> argparse.ArgumentParser:
    """Add the command to the parser."""
    parser: argparse.ArgumentParser = commands.add_parser(
        "evaluate",
        help="measure a model: accuracy, precision and recall of each class, calibration, mistakes, suspected labels",
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
    parser.add_argument("--report", metavar="FILE.html", type=Path, help="write what was found as a page, in one file")
    parser.add_argument(
        "--csv",
        metavar="FILE.csv",
        type=Path,
        help="write a line for each image; the measures of each class go into FILE.classes.csv; "
        "' stands before what a spreadsheet would run",
    )
    parser.add_argument("--probabilities", action="store_true", help="with --csv: the probability of every class too")
    add_nested_option(parser, otherwise="left out: as the run read its own, else as was chosen in the window")
    add_pixel_limit_option(parser)
    parser.add_argument(
        "--against",
        metavar="EARLIER_RUN",
        type=Path,
        help="say as well which images this earlier run had right and the model has wrong (without FOLDER: of those "
        "that both held out)",
    )
    add_backend_option(parser)
    parser.set_defaults(run=run)
    return parser


def run(arguments: argparse.Namespace, output: Output, control: JobControl) -> ExitStatus:
    """Evaluate, report the result, and write it down where that is wanted."""
    if arguments.probabilities and arguments.csv is None:
        raise UnusableInput("--probabilities says what --csv writes, and there is no --csv.", hint="Add --csv FILE.")
    if arguments.inner_classes is not None and arguments.folder is None:
        raise UnusableInput(
            "--nested says how FOLDER is read, and there is no FOLDER.",
            hint="Name a folder; what a run held out is read as the run read it.",
        )
    start_keras(arguments.backend)
    from core.evaluation.evaluate import evaluate
    from core.evaluation.report.save import save_report

    how = {"pixels": arguments.pixel_limit, "inner_classes": arguments.inner_classes}
    output.report(evaluate(arguments.model, arguments.folder, control, **how))
    if arguments.report is not None or arguments.csv is not None:
        request = SaveReport(
            model=arguments.model,
            folder=arguments.folder,
            html=arguments.report,
            csv=arguments.csv,
            probabilities=arguments.probabilities,
            pixel_limit=arguments.pixel_limit,
            inner_classes=arguments.inner_classes,
        )
        output.report(save_report(request, control))
    if arguments.against is not None:
        from core.evaluation.compare_runs import compare_runs

        output.report(compare_runs(arguments.model, arguments.against, arguments.folder, control, **how))
    return ExitStatus.DONE
