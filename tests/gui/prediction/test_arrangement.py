from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import pytest

from core.prediction.prediction_table import PredictionRow, predictions_as_csv
from gui.prediction.arrangement import Arrangement, Order, arranged
from gui.prediction.predicted_picture import PredictedPicture


def picture(number: int, name: str, class_name: str, sure: float, farther_than: float | None) -> PredictedPicture:
    return PredictedPicture(
        number=number,
        source=Path("/pictures") / name,
        name=name,
        top=((class_name, sure), ("other", 1.0 - sure)),
        seconds=0.01,
        distance=None if farther_than is None else farther_than / 100.0,
        farther_than=farther_than,
    )


PICTURES = (
    picture(0, "b.png", "bees", 0.9, 99.0),
    picture(1, "C.png", "ants", 0.6, 30.0),
    picture(2, "a.png", "ants", 0.8, None),
)


@pytest.mark.parametrize(
    ("order", "expected"),
    [
        (Order.DROPPED, [0, 1, 2]),
        (Order.NAME, [2, 0, 1]),
        (Order.CLASS, [2, 1, 0]),
        (Order.LEAST_SURE, [1, 2, 0]),
        (Order.SUREST, [0, 2, 1]),
        (Order.FARTHEST, [0, 1, 2]),
    ],
)
def test_pictures_stand_in_every_order(order: Order, expected: list[int]) -> None:
    assert [one.number for one in arranged(PICTURES, Arrangement(order=order))] == expected


@pytest.mark.parametrize(
    ("arrangement", "expected"),
    [
        (Arrangement(class_name="ants"), [1, 2]),
        (Arrangement(below=0.85), [1, 2]),
        (Arrangement(only_unlike=True), [0]),
        (Arrangement(only_unlike=True, percentile=20.0), [0, 1]),
        (Arrangement(class_name="bees", below=0.5), []),
    ],
)
def test_pictures_are_left_out_by_class_by_sureness_and_by_likeness(
    arrangement: Arrangement, expected: list[int]
) -> None:
    assert [one.number for one in arranged(PICTURES, arrangement)] == expected


def test_a_corrected_picture_is_found_under_both_classes() -> None:
    corrected = replace(PICTURES[0], right_class="wasps")

    assert Arrangement(class_name="bees").shows(corrected)
    assert Arrangement(class_name="wasps").shows(corrected)
    assert corrected.in_words(95.0) == ("b.png: bees 90 %, unlike anything it was trained on, corrected: it is wasps")


def test_the_table_has_what_the_cards_show() -> None:
    rows = [replace(PICTURES[0], right_class="wasps").as_row(95.0, 0.75), PICTURES[2].as_row(95.0, 0.75)]

    [first, second] = csv.DictReader(io.StringIO(predictions_as_csv(rows)))

    assert first["file"] == "/pictures/b.png"
    assert (first["class_1"], float(first["probability_1"]), first["class_2"]) == ("bees", 0.9, "other")
    assert (first["unlike"], first["right_class"], float(first["distance"])) == ("yes", "wasps", 0.99)
    assert (first["threshold"], second["threshold"]) == ("0.75", "")
    assert (second["unlike"], second["right_class"], second["distance"]) == ("", "", "")


def test_no_name_is_run_by_a_spreadsheet() -> None:
    row = PredictionRow(source="=1+1.png", top=(("@bees", 0.9), ("a=b", 0.1)), right_class="-wasps", problem="+1")

    [read] = csv.DictReader(io.StringIO(predictions_as_csv([row])))

    assert (read["file"], read["right_class"], read["problem"]) == ("'=1+1.png", "'-wasps", "'+1")
    assert (read["class_1"], read["class_2"], read["probability_1"]) == ("'@bees", "a=b", "0.9")
