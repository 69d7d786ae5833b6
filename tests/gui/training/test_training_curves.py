from __future__ import annotations

import math
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QMouseEvent, QPalette, QWheelEvent
from PySide6.QtWidgets import QApplication, QComboBox, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.messages import BatchFinished, EpochFinished
from core.training.specification import TrainingSpecification
from gui.training.curve_legend import CurveLegend
from gui.training.curve_style import ALL_CURVES, look_style
from gui.training.curves import TrainingCurves
from gui.training.phase_history import PhaseMark
from gui.training.plot_read_out import ReadOut
from gui.training.run_curves import RunCurves
from gui.training.training_state import TrainingState


def epoch(number: int, accuracy: float, *, validated: bool = True, seconds: float = 0.5) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=1.0 - accuracy,
        accuracy=accuracy,
        val_loss=1.1 - accuracy if validated else None,
        val_accuracy=accuracy - 0.1 if validated else None,
        learning_rate=1e-3 / number,
        seconds=seconds,
    )


def trained(*, epochs: int = 3) -> TrainingState:
    state = TrainingState.begun(TrainingSpecification(folder=Path("ants"), run=Path("run"), epochs=max(5, epochs)))
    for number in range(1, epochs + 1):
        state.take(epoch(number, (0.5, 0.8, 0.7)[number - 1] if number <= 3 else 0.75))
    state.take(BatchFinished(epoch=epochs + 1, batch=1, batches=2, loss=0.25, accuracy=0.75))
    return state


def other(name: str, *, epochs: int = 4, validated: bool = True) -> RunCurves:
    return RunCurves(
        folder=Path("runs") / name,
        epochs=tuple(epoch(number, 0.6 + number / 100, validated=validated) for number in range(1, epochs + 1)),
        before=2.0,
    )


@pytest.fixture
def curves(qtbot: QtBot) -> TrainingCurves:
    made = TrainingCurves()
    qtbot.addWidget(made)
    made.resize(900, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def plot_of(curves: TrainingCurves, name: str = "loss_plot") -> Any:
    plot = curves.findChild(QWidget, name)
    assert plot is not None
    return plot


def find(curves: TrainingCurves, kind: type[Any], name: str) -> Any:
    found = curves.findChild(kind, name)
    assert found is not None, name
    return found


def drawn(curves: TrainingCurves, plot: str = "loss_plot") -> list[list[tuple[float, float]]]:
    """Return the points of every curve of a plot that has some."""
    items: list[Any] = plot_of(curves, plot).getPlotItem().listDataItems()
    points = [list(zip(*item.getData(), strict=True)) for item in items if item.getData()[0] is not None]
    return [[(float(x), float(y)) for x, y in one] for one in points if one]


def labels(curves: TrainingCurves, plot: str = "loss_plot") -> list[str]:
    axis = plot_of(curves, plot).getAxis("bottom")
    low, high = axis.range
    return list(axis.tickStrings(axis.tickValues(low, high, axis.width())[0][1], 1.0, 1.0))


# ---------------------------------------------------------------------- drawing


def test_the_plots_draw_training_validation_the_running_epoch_and_the_best_one(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    shown = drawn(curves, "accuracy_plot")
    assert [(1.0, 0.5), (2.0, 0.8), (3.0, 0.7)] in shown
    assert [(3.5, 0.75)] in shown
    assert any(len(one) == 1 and one[0] == pytest.approx((2.0, 0.7)) for one in shown)
    assert len(shown) == len(drawn(curves, "loss_plot")) == 4


def test_nothing_is_left_of_a_training_when_the_next_begins(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    curves.show_state(TrainingState())

    assert drawn(curves) == []


def test_curves_follow_a_training_that_was_taken_back(curves: TrainingCurves) -> None:
    state = trained()
    curves.show_state(state)

    state.epochs.pop()
    state.batches.clear()
    curves.show_state(state)

    assert max(x for one in drawn(curves) for x, _ in one) == 2.0


def test_epochs_are_labelled_in_whole_numbers(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    assert labels(curves) == ["1", "2", "3", "4", "5"]


def test_the_learning_rate_is_a_third_plot_for_those_who_want_it(qtbot: QtBot, curves: TrainingCurves) -> None:
    curves.show_state(trained())
    assert not plot_of(curves, "learning_rate_plot").isVisible()

    qtbot.mouseClick(find(curves, QToolButton, "show_learning_rate"), Qt.MouseButton.LeftButton)

    assert plot_of(curves, "learning_rate_plot").isVisible()
    assert drawn(curves, "learning_rate_plot") == [[(1.0, 1e-3), (2.0, 5e-4), (3.0, pytest.approx(1e-3 / 3))]]


def test_a_phase_is_marked_in_every_plot_where_it_begins(curves: TrainingCurves) -> None:
    state = trained()
    state.phases = [PhaseMark(3, "conv5 learns")]

    curves.show_state(state)

    for name in ("loss_plot", "accuracy_plot"):
        marks = [item for item in plot_of(curves, name).getPlotItem().items if getattr(item, "label", None)]
        assert [(mark.value(), mark.label.format) for mark in marks] == [(2.5, "conv5 learns")]

    state.phases = []
    curves.show_state(state)
    assert not [item for item in plot_of(curves).getPlotItem().items if getattr(item, "label", None)]


# ---------------------------------------------------------------------- smoothing


def test_smoothing_leaves_what_was_measured_faintly_visible(curves: TrainingCurves) -> None:
    curves.show_state(trained())
    measured = [(1.0, 0.5), (2.0, 0.8), (3.0, 0.7)]

    find(curves, QSlider, "curve_smoothing").setValue(80)

    shown = drawn(curves, "accuracy_plot")
    assert measured in shown
    smooth = next(one for one in shown if one[0] == (1.0, 0.5) and one != measured)
    assert 0.5 < smooth[1][1] < 0.8

    find(curves, QSlider, "curve_smoothing").setValue(0)
    assert len(drawn(curves, "accuracy_plot")) == 4


# ---------------------------------------------------------------------- zoom


def turn_wheel(plot: Any) -> None:
    centre = QPointF(plot.viewport().rect().center())
    event = QWheelEvent(
        centre,
        plot.viewport().mapToGlobal(centre),
        QPoint(),
        QPoint(0, 240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(plot.viewport(), event)


def test_a_zoom_outlives_what_the_training_draws_until_it_is_reset(qtbot: QtBot, curves: TrainingCurves) -> None:
    curves.show_state(trained())
    plot, reset = plot_of(curves), find(curves, QToolButton, "reset_zoom")
    whole = plot.viewRange()
    assert not reset.isEnabled()

    turn_wheel(plot)
    chosen = plot.viewRange()
    assert chosen[0][1] - chosen[0][0] < whole[0][1] - whole[0][0]
    curves.show_state(trained(epochs=8))
    assert plot.viewRange() == chosen
    assert plot_of(curves, "accuracy_plot").viewRange()[0] == pytest.approx(chosen[0])

    qtbot.mouseClick(reset, Qt.MouseButton.LeftButton)
    assert plot.viewRange()[0] == pytest.approx([0.0, 8.24])
    assert plot_of(curves, "accuracy_plot").viewRange()[0] == pytest.approx([0.0, 8.24])
    assert not reset.isEnabled()


def test_a_double_click_resets_the_zoom(qtbot: QtBot, curves: TrainingCurves) -> None:
    curves.show_state(trained())
    plot = plot_of(curves)
    whole = plot.viewRange()
    turn_wheel(plot)

    qtbot.mouseDClick(plot.viewport(), Qt.MouseButton.LeftButton, pos=plot.viewport().rect().center())

    assert plot.viewRange() == [pytest.approx(ends) for ends in whole]


def test_keys_zoom_as_well(qtbot: QtBot, curves: TrainingCurves) -> None:
    curves.show_state(trained())
    plot = plot_of(curves)
    plot.setFocus()

    qtbot.keyClick(plot, Qt.Key.Key_Plus)

    low, high = plot.viewRange()[0]
    assert high - low < 5.0
    assert find(curves, QToolButton, "reset_zoom").isEnabled()


# ---------------------------------------------------------------------- the cursor


def move_mouse_to(plot: Any, x: float) -> None:
    view = plot.getViewBox()
    at = plot.mapFromScene(view.mapViewToScene(QPointF(x, sum(plot.viewRange()[1]) / 2.0)))
    none = Qt.MouseButton.NoButton
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(at),
        plot.viewport().mapToGlobal(QPointF(at)),
        none,
        none,
        Qt.KeyboardModifier.NoModifier,
    )
    QApplication.sendEvent(plot.viewport(), event)


def test_the_values_under_the_mouse_are_shown_in_all_plots(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    move_mouse_to(plot_of(curves), 2.2)

    assert plot_of(curves).accessibleDescription() == "Epoch 2: Training 0.2, Validation 0.3"
    assert plot_of(curves, "accuracy_plot").accessibleDescription() == "Epoch 2: Training 80.0 %, Validation 70.0 %"
    panel = plot_of(curves).findChild(ReadOut)
    assert panel.isVisible()
    assert "Epoch 2" in panel.text()


def test_keys_step_through_the_epochs_and_say_the_values(qtbot: QtBot, curves: TrainingCurves) -> None:
    curves.show_state(trained())
    plot = plot_of(curves)
    plot.setFocus()

    qtbot.keyClick(plot, Qt.Key.Key_Right)
    assert plot.accessibleDescription().startswith("Epoch 3:")
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.accessibleDescription().startswith("Epoch 2:")
    qtbot.keyClick(plot, Qt.Key.Key_Home)
    qtbot.keyClick(plot, Qt.Key.Key_Left)
    assert plot.accessibleDescription().startswith("Epoch 1:")
    qtbot.keyClick(plot, Qt.Key.Key_Escape)
    assert plot.accessibleDescription() == ""
    assert not plot.findChild(ReadOut).isVisible()


def test_without_a_curve_there_is_nothing_to_read(qtbot: QtBot, curves: TrainingCurves) -> None:
    plot = plot_of(curves)

    qtbot.keyClick(plot, Qt.Key.Key_Right)

    assert plot.accessibleDescription() == ""


# ---------------------------------------------------------------------- several runs


def test_runs_are_laid_over_the_training_each_with_its_own_look(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    curves.compare_with([other("b"), other("c")])

    legend = next(one for one in curves.findChildren(CurveLegend) if one.entries)
    assert [name for name, _ in legend.entries] == ["run", "b", "c"]
    assert len(drawn(curves)) == 6
    pens = [look_style(look, curves.palette()).pen for _, look in legend.entries]
    assert len({pen.color().name() for pen in pens if pen}) == 3
    assert len({tuple(pen.dashPattern()) for pen in pens if pen}) == 3

    curves.compare_with([])
    assert [name for name, _ in next(one for one in curves.findChildren(CurveLegend) if one.entries).entries] == list(
        ALL_CURVES
    )


def test_a_run_is_not_compared_with_itself(curves: TrainingCurves) -> None:
    curves.show_state(trained())

    curves.compare_with([RunCurves(folder=Path("run"), epochs=trained().epochs), other("b")])

    assert [run.name for run in curves.runs] == ["run", "b"]


def test_the_clock_counts_what_came_before_the_first_epoch(curves: TrainingCurves) -> None:
    curves.compare_with([other("b", epochs=2)])

    find(curves, QComboBox, "curve_axis").setCurrentIndex(1)

    assert [x for x, _ in drawn(curves)[0]] == [2.5, 3.0]
    move_mouse_to(plot_of(curves), 2.9)
    assert plot_of(curves).accessibleDescription().startswith("After 3.0 s: b ")


def test_a_run_without_validation_is_drawn_as_strongly_as_the_others(curves: TrainingCurves) -> None:
    curves.compare_with([other("b", validated=False)])

    move_mouse_to(plot_of(curves), 1.0)

    assert plot_of(curves).accessibleDescription() == "Epoch 1: b, training 0.39"


# ---------------------------------------------------------------------- many epochs


def cpu_seconds_of(action: Callable[[], None]) -> float:
    """Return what an action costs this process, however busy the machine is."""
    before = time.process_time()
    action()
    return time.process_time() - before


def test_ten_thousand_epochs_are_drawn_with_a_few_hundred_points(curves: TrainingCurves) -> None:
    state = trained()
    state.epochs[:] = [epoch(number, 0.5 + 0.4 * math.tanh(number / 1000)) for number in range(1, 10_001)]

    curves.show_state(state)

    assert all(len(one) <= 301 for one in drawn(curves))
    assert drawn(curves)[0][-1][0] == 10_000.0

    plot_of(curves).show_x_range((500.0, 600.0))
    near = [x for x, _ in drawn(curves)[0]]
    assert [x for x in near if 500 <= x <= 600] == list(range(500, 601))


def test_drawing_ten_thousand_epochs_anew_costs_little(curves: TrainingCurves, qapp: object) -> None:
    state = trained()
    state.epochs[:] = [epoch(number, 0.5 + 0.4 * math.tanh(number / 1000)) for number in range(1, 10_001)]
    find(curves, QSlider, "curve_smoothing").setValue(0)
    curves.show_state(state)

    assert min(cpu_seconds_of(lambda: curves.show_state(state)) for _ in range(5)) < 0.05


# ---------------------------------------------------------------------- looks


def test_the_plots_follow_the_desktop_from_light_to_dark(curves: TrainingCurves) -> None:
    curves.show_state(trained())
    plot = plot_of(curves)
    dark = QPalette(curves.palette())
    dark.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))

    curves.setPalette(dark)

    assert plot.backgroundBrush().color() == QColor("#1e1e1e")


def test_everything_over_the_plots_has_a_name_and_is_reached_by_keyboard(curves: TrainingCurves) -> None:
    for kind in (QSlider, QComboBox, QToolButton):
        for widget in curves.findChildren(kind):
            if widget.isVisible():
                assert widget.accessibleName() or widget.text(), widget.objectName()  # type: ignore[attr-defined]
                assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus, widget.objectName()
