"""Predictions as a table in a CSV file: a line for each picture, in the order in which they were given. No Keras here.

The window and the command line write the same columns, so that what reads one reads the other.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from core.disk_errors import cannot_write
from core.spreadsheet_cells import text_cell
from core.whole_files import write_text


@dataclass(frozen=True, kw_only=True)
class PredictionRow:
    """A picture: its classes, the likeliest first, with probabilities from 0 to 1; or why it was refused.

    is_unlike: None where the run does not tell. right_class: what a person said that it is, '' if nobody did.
    """

    source: str
    top: tuple[tuple[str, float], ...] = ()
    distance: float | None = None
    threshold: float | None = None
    is_unlike: bool | None = None
    right_class: str = ""
    problem: str = ""


def predictions_as_csv(rows: Sequence[PredictionRow]) -> str:
    """Return the table with a heading; as many classes have columns as the longest row tells; what is absent is empty.

    Probabilities and distances are written so that reading them gives the same float, texts so that no spreadsheet
    takes them for a formula (`core.spreadsheet_cells`).
    """
    classes = max((len(row.top) for row in rows), default=0)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    ranked = [name for number in range(1, classes + 1) for name in (f"class_{number}", f"probability_{number}")]
    writer.writerow(["file", *ranked, "distance", "threshold", "unlike", "right_class", "problem"])
    for row in rows:
        cells = [cell for name, probability in row.top for cell in (text_cell(name), repr(probability))]
        cells += [""] * (2 * classes - len(cells))
        unlike = "" if row.is_unlike is None else "yes" if row.is_unlike else "no"
        measured = [_number(row.distance), _number(row.threshold), unlike]
        writer.writerow([text_cell(row.source), *cells, *measured, text_cell(row.right_class), text_cell(row.problem)])
    return text.getvalue()


def write_predictions(rows: Sequence[PredictionRow], file: Path) -> None:
    """Write the table, whole or not at all.

    Raises:
        FrostlineError: the file can't be written.

    """
    try:
        write_text(file, predictions_as_csv(rows))
    except OSError as error:
        raise cannot_write("The predictions", file, error, then="save them again, or choose another place") from error


def _number(value: float | None) -> str:
    return "" if value is None else repr(value)
