"""Writing the report of an evaluation; each file is whole or not there. What is in them is `page`'s and `tables`'."""

from __future__ import annotations

from pathlib import Path

from core.data.pixel_limit import pixel_limit
from core.disk_errors import cannot_write
from core.errors import UnusableInput
from core.evaluation.answered import answers_given
from core.evaluation.evaluate import evaluation_of
from core.evaluation.report.page import report_page
from core.evaluation.report.tables import write_class_table, write_image_table
from core.evaluation.suspects import suspects_of
from core.job_control import JobControl
from core.messages import ReportSaved, SaveReport
from core.whole_files import file_beside, write_text


def save_report(request: SaveReport, control: JobControl) -> ReportSaved:
    """Write the files that are asked for, over those of before.

    The answers are those given last, if these were to the same images by the same model; else they are given anew.

    Raises:
        UnusableInput: the model or the images can't be used, or a folder lies where a file is to be written.
        FrostlineError: a file can't be written.
        Stopped: the user asked for it.

    """
    wanted = [file for file in (request.html, request.csv) if file is not None]
    _refuse_folders(wanted)
    answered = answers_given(
        request.model,
        request.folder,
        control,
        pixels=request.pixel_limit,
        inner_classes=request.inner_classes,
    )
    evaluation = evaluation_of(answered, suspects_of(answered, control))
    files: list[Path] = []
    try:
        if request.html is not None:
            with pixel_limit(answered.trained.allowed_pixels(request.pixel_limit)):
                write_text(request.html, report_page(evaluation, control))
            files.append(request.html)
        if request.csv is not None:
            with file_beside(request.csv) as unfinished:
                write_image_table(unfinished, answered, with_probabilities=request.probabilities)
            classes = classes_beside(request.csv)
            with file_beside(classes) as unfinished:
                write_class_table(unfinished, evaluation)
            files += [request.csv, classes]
    except OSError as error:
        place = next(file for file in wanted if file not in files)
        raise cannot_write("The report", place, error, then="save it again, or choose another place") from error
    return ReportSaved(files=tuple(files))


def classes_beside(csv: Path) -> Path:
    """Return where the table of classes goes beside the table of images: `spring.csv` -> `spring.classes.csv`."""
    return csv.with_name(f"{csv.stem}.classes{csv.suffix or '.csv'}")


def _refuse_folders(files: list[Path]) -> None:
    for file in files:
        if file.is_dir():
            raise UnusableInput(f"{file} is a folder: the report is a file.", hint="Give the file a name.")
