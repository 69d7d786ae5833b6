"""How curves look: readable on every ground, and told from each other by more than colour."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtGui import QColor, QGuiApplication, QPalette

from gui.training.curve_style import ALL_CURVES, TRAINING, VALIDATION, Look, curve_style, look_style
from gui.window.theme import contrast_ratio


def dark() -> QPalette:
    palette = QPalette(QColor("#353535"), QColor("#2b2b2b"))
    palette.setColor(QPalette.ColorRole.Base, QColor("#1e1e1e"))
    palette.setColor(QPalette.ColorRole.Text, QColor("#f0f0f0"))
    palette.setColor(QPalette.ColorRole.WindowText, QColor("#f0f0f0"))
    return palette


@pytest.mark.parametrize("palette", [QGuiApplication.palette, dark])
@pytest.mark.parametrize("look", [*map(Look, ALL_CURVES), *(Look(VALIDATION, number) for number in range(6))])
def test_every_curve_stands_out_from_a_light_and_a_dark_ground(qapp: object, look: Look, palette: Any) -> None:
    style = look_style(look, palette())

    ink = style.pen.color() if style.pen is not None else style.mark_fill
    assert ink is not None
    assert contrast_ratio(ink, palette().color(QPalette.ColorRole.Base)) >= 2.5


def test_training_and_validation_are_told_by_more_than_colour(qapp: object) -> None:
    training, validation = (curve_style(curve, QGuiApplication.palette()) for curve in (TRAINING, VALIDATION))

    assert training.pen is not None
    assert validation.pen is not None
    assert training.pen.style() != validation.pen.style()


def test_no_two_of_many_runs_look_the_same(qapp: object) -> None:
    pens = [look_style(Look(VALIDATION, number), QGuiApplication.palette()).pen for number in range(30)]

    assert len({(pen.color().name(), tuple(pen.dashPattern())) for pen in pens if pen}) == 30
