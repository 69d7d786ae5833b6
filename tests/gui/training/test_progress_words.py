from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.messages import Progress
from gui.training.progress_words import duration_in_words, percentage, progress_in_words, time_left_in_words


def test_a_stage_is_said_with_its_counts_and_the_time_left() -> None:
    progress = Progress(stage="extract", done=120, total=244, seconds_left=2.1)

    assert progress_in_words(progress) == "Computing features 120 of 244, 59 images/s, 3 s left"


def test_the_pace_is_left_out_where_it_is_told_elsewhere() -> None:
    progress = Progress(stage="extract", done=120, total=244, seconds_left=2.1)

    assert progress_in_words(progress, with_pace=False) == "Computing features 120 of 244, 3 s left"


def test_a_slow_pace_is_said_with_a_decimal() -> None:
    progress = Progress(stage="evaluate", done=2, total=4, seconds_left=0.8)

    assert progress_in_words(progress) == "Evaluating 2 of 4, 2.5 images/s, 1 s left"


def test_nothing_is_said_of_counts_and_time_that_are_not_known() -> None:
    assert progress_in_words(Progress(stage="build", done=0, total=0)) == "Building the network"


def test_no_time_is_left_at_the_end_of_a_stage() -> None:
    assert progress_in_words(Progress(stage="fit", done=8, total=8, seconds_left=0.0)) == "Training 8 of 8"


def test_a_download_is_counted_in_megabytes() -> None:
    progress = Progress(stage="weights", done=12_300_000, total=94_765_736, seconds_left=None)

    assert progress_in_words(progress) == "Getting the weights 12 of 94 MB"


def test_a_page_may_say_the_stage_in_its_own_words() -> None:
    progress = Progress(stage="fit", done=1, total=4, seconds_left=61.0)

    assert progress_in_words(progress, words="Training epoch 1 of 4") == "Training epoch 1 of 4, 2 min left"


def test_a_stage_of_a_later_version_is_shown_by_its_name() -> None:
    assert progress_in_words(Progress(stage="quantise", done=0, total=0)) == "Quantise"


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "1 s left"),
        (2.01, "3 s left"),
        (59.0, "59 s left"),
        (59.5, "1 min left"),
        (61.0, "2 min left"),
        (3600.0, "1 h left"),
        (3601.0, "1 h 1 min left"),
        (7300.0, "2 h 2 min left"),
    ],
)
def test_time_left_is_rounded_up(seconds: float, words: str) -> None:
    assert time_left_in_words(seconds) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0.0 s"),
        (0.44, "0.4 s"),
        (9.96, "10 s"),
        (59.4, "59 s"),
        (59.7, "1 min"),
        (60.0, "1 min"),
        (125.0, "2 min 5 s"),
        (3840.0, "1 h 4 min"),
    ],
)
def test_durations_are_said_shortly(seconds: float, words: str) -> None:
    assert duration_in_words(seconds) == words


@given(st.floats(min_value=0.0, max_value=0.99999999))
def test_only_a_whole_one_is_shown_as_a_hundred_per_cent(share: float) -> None:
    assert not percentage(share).startswith("100")
    assert percentage(1.0) == "100.0 %"
