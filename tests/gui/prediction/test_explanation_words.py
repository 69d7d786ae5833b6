from __future__ import annotations

from dataclasses import replace

import pytest

from core.messages import Explained, Progress
from gui.prediction.explanation_words import (
    heat_in_words,
    progress_of_explaining,
    strongest_place,
    verdict_in_words,
)

FOUND = Explained(
    class_name="ants",
    class_names=("ants", "bees"),
    block="conv5_block3",
    blocks=("conv5_block3",),
    picture_edge=1,
    picture=b"\0\0\0",
    heat_width=2,
    heat_height=2,
    heat=bytes((0, 0, 255, 0)),
    distance=0.412,
    threshold=0.5,
    validation_images=48,
)


def test_a_picture_within_the_threshold_is_called_alike() -> None:
    assert verdict_in_words(FOUND, 95.0) == (
        "Like what it was trained on: its distance is 0.41; 95 % of the validation images lie within 0.50."
    )


def test_a_picture_beyond_it_is_called_unlike_and_the_bars_are_doubted() -> None:
    words = verdict_in_words(replace(FOUND, distance=0.9, is_unlike=True), 99.0)

    assert words.startswith("Unlike anything it was trained on: its distance is 0.90; 99 % of")
    assert words.endswith("The bars may mean nothing.")


def test_a_threshold_of_few_images_is_called_a_guess() -> None:
    assert verdict_in_words(replace(FOUND, validation_images=4), 95.0).endswith(
        "With so few of them (4) this is a rough guess."
    )


@pytest.mark.parametrize("field", ["distance", "threshold"])
def test_where_nothing_can_be_told_the_worker_says_why(field: str) -> None:
    unknown = replace(FOUND, remark="It can't be told.")
    unknown = replace(unknown, distance=None) if field == "distance" else replace(unknown, threshold=None)

    assert verdict_in_words(unknown, 95.0) == "It can't be told."


def test_the_map_is_told_in_words() -> None:
    assert heat_in_words(FOUND) == "What speaks for ants in conv5_block3: most at the bottom left."
    assert heat_in_words(replace(FOUND, heat=bytes(4))) == "Nothing in conv5_block3 speaks for ants."


@pytest.mark.parametrize(
    ("heat", "place"),
    [
        (bytes((9, 0, 0, 0, 0, 0, 0, 0, 0)), "top left"),
        (bytes((0, 9, 0, 0, 0, 0, 0, 0, 0)), "top"),
        (bytes((0, 0, 0, 0, 9, 0, 0, 0, 0)), "centre"),
        (bytes((0, 0, 0, 0, 0, 9, 0, 0, 0)), "right"),
        (bytes((0, 0, 0, 0, 0, 0, 0, 0, 9)), "bottom right"),
        (bytes((7, 7, 7, 7, 7, 7, 7, 7, 7)), "centre"),
    ],
)
def test_the_strongest_place_is_named(heat: bytes, place: str) -> None:
    assert strongest_place(heat, 3, 3) == place


def test_progress_says_what_takes_so_long() -> None:
    assert progress_of_explaining(Progress(stage="extract", done=40, total=244)) == (
        "Reading the training images: 40 of 244…"
    )
    assert progress_of_explaining(Progress(stage="extract", done=0, total=0)) == "Looking…"
