"""The tables of a report as CSV (UTF-8, comma, a line a row): one of images, one of classes.

Texts are written so that no spreadsheet takes them for a formula (`core.spreadsheet_cells`).
"""

from __future__ import annotations

import csv
from pathlib import Path

from core.evaluation.answered import Answered
from core.messages import Evaluation
from core.spreadsheet_cells import text_cell


def write_image_table(destination: Path, answered: Answered, *, with_probabilities: bool) -> None:
    """Write a line for each image: file, class, predicted, correct (1 or 0), confidence (0 to 1).

    with_probabilities: the probability of every class too, in columns named after them.
    """
    images = answered.images
    names = [text_cell(name) for name in answered.trained.class_names]
    header = ["file", "class", "predicted", "correct", "confidence"]
    if with_probabilities:
        header += [f"probability of {name}" for name in answered.trained.class_names]
    with destination.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(header)
        for file, label, called, row in zip(
            images.files, images.labels, answered.predicted, answered.probabilities, strict=True
        ):
            line = [text_cell(str(file)), names[label], names[called], int(label == called), float(row[called])]
            writer.writerow([*line, *map(float, row)] if with_probabilities else line)


def write_class_table(destination: Path, evaluation: Evaluation) -> None:
    """Write a line for each class and for each average: of, name, precision, recall, f1, images.

    of: `class` or `average`.
    """
    with destination.open("w", encoding="utf-8", newline="") as opened:
        writer = csv.writer(opened, lineterminator="\n")
        writer.writerow(["of", "name", "precision", "recall", "f1", "images"])
        for one in evaluation.classes:
            writer.writerow(["class", text_cell(one.class_name), one.precision, one.recall, one.f1, one.support])
        for average in evaluation.averages:
            numbers = (average.precision, average.recall, average.f1, average.support)
            writer.writerow(["average", average.average, *numbers])
