from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from core.messages import BatchFinished, EpochFinished
from core.training.specification import TrainingSpecification
from gui.training.curve_style import ALL_CURVES, curve_style
from gui.training.curves import TrainingCurves, accuracy_curves, loss_curves
from gui.training.training_state import TrainingState
from gui.window.theme import contrast_ratio


def trained(*, validated: bool = True) -> TrainingState:
    state = TrainingState.begun(TrainingSpecification(folder=Path("ants"), run=Path("run"), epochs=5))
    for number, accuracy in enumerate((0.5, 0.8, 0.7), start=1):
        state.take(
            EpochFinished(
                epoch=number,
                loss=1.0 - accuracy,
                accuracy=accuracy,
                val_loss=1.1 - accuracy if validated else None,
                val_accuracy=accuracy - 0.1 if validated else None,
                learning_rate=1e-3,
                seconds=0.1,
            )
        )
    state.take(BatchFinished(epoch=4, batch=1, batches=2, loss=0.25, accuracy=0.75))
    return state


@pytest.fixture
def curves(qtbot: QtBot) -> TrainingCurves:
    made = TrainingCurves()
    qtbot.addWidget(made)
    made.resize(800, 400)
    made.show()
    return made


def plot_of(curves: TrainingCurves, name: str) -> Any:
    plot = curves.findChild(QWidget, name)
    assert plot is not None
    return plot


def drawn(curves: TrainingCurves, plot: str) -> list[list[tuple[float, float]]]:
    """Return the points of every curve of a plot that has some."""
    items: list[Any] = plot_of(curves, plot).getPlotItem().listDataItems()
    points = [list(zip(*item.getData(), strict=True)) for item in items if item.getData()[0] is not None]
    return [[(float(x), float(y)) for x, y in one] for one in points if one]


def test_training_validation_batches_and_best_epoch_become_curves() -> None:
    shown = accuracy_curves(trained())

    assert shown.training == ([1, 2, 3], [0.5, 0.8, 0.7])
    assert shown.validation[1] == pytest.approx([0.4, 0.7, 0.6])
    assert shown.batches == ([3.5], [0.75])
    assert shown.best is not None
    assert shown.best == pytest.approx((2, 0.7))


def test_without_validation_the_best_epoch_is_marked_on_the_training_curve() -> None:
    shown = loss_curves(trained(validated=False))

    assert shown.validation == ([], [])
    assert shown.best is not None
    assert shown.best == pytest.approx((2, 0.2))


def test_the_plots_draw_what_they_are_given(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    assert [(1.0, 0.5), (2.0, 0.8), (3.0, 0.7)] in drawn(curves, "accuracy_plot")
    assert len(drawn(curves, "loss_plot")) == 4


def test_nothing_is_left_of_a_training_when_the_next_begins(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    curves.show_state(TrainingState())

    assert drawn(curves, "loss_plot") == []


def test_epochs_are_labelled_in_whole_numbers(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    axis = plot_of(curves, "loss_plot").getAxis("bottom")
    assert [label for _, label in axis._tickLevels[0]] == ["1", "2", "3", "4", "5"]


def dark() -> QPalette:
    palette = QPalette(QColor("#353535"), QColor("#2b2b2b"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    return palette


@pytest.mark.parametrize("palette", [QGuiApplication.palette, dark])
@pytest.mark.parametrize("curve", ALL_CURVES)
def test_every_curve_stands_out_from_a_light_and_a_dark_ground(qapp: object, curve: str, palette: Any) -> None:
    style = curve_style(curve, palette())

    ink = style.pen.color() if style.pen is not None else style.mark_fill
    assert ink is not None
    assert contrast_ratio(ink, palette().color(QPalette.ColorRole.Base)) >= 2.5


def test_training_and_validation_are_told_by_more_than_colour(qapp: object) -> None:
    training, validation = (curve_style(curve, QGuiApplication.palette()) for curve in ALL_CURVES[:2])

    assert training.pen is not None
    assert validation.pen is not None
    assert training.pen.style() != validation.pen.style()


def test_the_plots_follow_the_desktop_from_light_to_dark(curves: TrainingCurves) -> None:
    curves.show_state(trained())
    plot = plot_of(curves, "loss_plot")

    curves.setPalette(dark())

    assert plot.backgroundBrush().color() == QColor("#1e1e1e")
