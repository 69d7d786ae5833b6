from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from core.messages import EpochFinished
from gui.training.curve_style import TRAINING, VALIDATION, Look
from gui.training.measures import ACCURACY, LEARNING_RATE, LOSS
from gui.training.plot_contents import (
    Axis,
    PlotContents,
    contents_of_comparison,
    contents_of_training,
    drawn_part,
    points_of,
)
from gui.training.plot_reading import nearest_place, place_after, places, read
from gui.training.run_curves import Mark, RunCurves, clock


def run(
    name: str = "run",
    *,
    losses: tuple[float, ...] = (1.0, 0.5, 0.4),
    validated: bool = True,
    before: float = 2.0,
    best: int = 2,
    marks: tuple[Mark, ...] = (),
) -> RunCurves:
    epochs = [
        EpochFinished(
            epoch=number,
            loss=loss,
            accuracy=1.0 - loss,
            val_loss=loss + 0.1 if validated else None,
            val_accuracy=0.9 - loss if validated else None,
            learning_rate=1e-3,
            seconds=0.5,
        )
        for number, loss in enumerate(losses, start=1)
    ]
    return RunCurves(folder=Path(name), epochs=epochs, before=before, best_epoch=best, marks=marks)


def training(one: RunCurves, *, axis: Axis = Axis.EPOCHS, smoothing: float = 0.0, planned: int = 5) -> PlotContents:
    batches = points_of([3.5], [0.3])
    return contents_of_training(one, LOSS, axis=axis, smoothing=smoothing, planned=planned, batches=batches)


def test_a_training_is_two_lines_and_the_running_epoch() -> None:
    shown = training(run())

    assert [(line.label, line.look) for line in shown.lines] == [
        (TRAINING, Look(TRAINING)),
        (VALIDATION, Look(VALIDATION)),
    ]
    assert [list(part) for part in shown.lines[0].points] == [[1, 2, 3], [1.0, 0.5, 0.4]]
    assert shown.batches[0].tolist() == [3.5]
    assert shown.best == pytest.approx((2, 0.6))
    assert shown.x_range == pytest.approx((0.0, 5.15))


def test_without_validation_the_best_epoch_is_marked_on_the_training_curve() -> None:
    shown = training(run(validated=False))

    assert len(shown.lines[1].points[0]) == 0
    assert shown.best == (2, 0.5)


def test_a_loss_that_is_no_number_leaves_the_others() -> None:
    shown = training(run(losses=(1.0, float("nan"), 0.4)))

    assert shown.lines[0].points[0].tolist() == [1, 3]


def test_the_clock_begins_with_decoding_and_features() -> None:
    one = run(marks=((1, "from the begin"), (3, "conv5 learns")))

    shown = training(one, axis=Axis.SECONDS)

    assert clock(one) == [2.5, 3.0, 3.5]
    assert shown.lines[0].points[0].tolist() == [2.5, 3.0, 3.5]
    assert shown.marks == ((2.0, "from the begin"), (3.0, "conv5 learns"))
    assert len(shown.batches[0]) == 0
    assert shown.best == pytest.approx((3.0, 0.6))


def test_marks_stand_between_two_epochs() -> None:
    assert training(run(marks=((3, "conv5 learns"),))).marks == ((2.5, "conv5 learns"),)


def test_smoothing_keeps_what_was_measured() -> None:
    line = training(run(), smoothing=0.5).lines[0]

    assert line.points[1].tolist() == [1.0, 0.5, 0.4]
    assert line.smooth[1][1] > 0.5


def test_of_several_runs_each_line_says_whose_it_is() -> None:
    shown = contents_of_comparison([run("a"), run("b", validated=False)], ACCURACY, axis=Axis.EPOCHS, smoothing=0.0)

    assert [(line.label, line.look) for line in shown.lines] == [
        ("a, training", Look(TRAINING, 0)),
        ("a", Look(VALIDATION, 0)),
        ("b, training", Look(VALIDATION, 1)),
    ]
    assert shown.best is None


def test_learning_rates_of_several_runs_have_a_line_each() -> None:
    shown = contents_of_comparison([run("a"), run("b")], LEARNING_RATE, axis=Axis.EPOCHS, smoothing=0.0)

    assert [line.label for line in shown.lines] == ["a", "b"]


def test_an_empty_comparison_is_empty() -> None:
    shown = contents_of_comparison([], LOSS, axis=Axis.SECONDS, smoothing=0.0)

    assert shown.is_empty
    assert shown.x_range[1] > 0.0


def test_only_the_part_in_sight_is_drawn_and_one_point_beyond() -> None:
    points = points_of(list(range(100)), list(range(100)))

    assert drawn_part(points, 9.5, 12.5)[0].tolist() == [9, 10, 11, 12, 13]
    assert drawn_part(points, 200.0, 300.0)[0].tolist() == [99]
    assert drawn_part(points_of([], []), 0.0, 1.0)[0].tolist() == []
    few = drawn_part(points, -1.0, 200.0, at_most=10)[0]
    assert len(few) <= 11
    assert (few[0], few[-1]) == (0, 99)


def test_values_are_read_at_an_epoch_or_by_the_clock() -> None:
    by_epoch = training(run())
    by_clock = contents_of_comparison([run("a"), run("b", before=5.0)], LOSS, axis=Axis.SECONDS, smoothing=0.0)

    assert [(label, value) for label, _, value in read(by_epoch, 2.0).values] == [
        ("Training", 0.5),
        ("Validation", 0.6),
    ]
    assert [(label, value) for label, _, value in read(by_clock, 3.2).values] == [("a", 0.6)]
    assert [(label, value) for label, _, value in read(by_clock, 5.6).values] == [("a", 0.5), ("b", 1.1)]


def test_places_are_stepped_through_to_both_ends() -> None:
    known = places(training(run()))

    assert known.tolist() == [1, 2, 3]
    assert nearest_place(known, 2.4) == 2
    assert nearest_place(np.zeros(0), 2.4) is None
    assert (place_after(known, None, -1), place_after(known, 2.0, 1), place_after(known, 3.0, 1)) == (3, 3, 3)
    assert place_after(known, 1.0, -1) == 1
