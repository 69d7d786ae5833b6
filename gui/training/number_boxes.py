"""Boxes for the kinds of numbers that the settings have: whole numbers, shares of one as percentages, learning rates.

Each shows its value as a person writes it and gives it as a number; which numbers make sense is the caller's concern.
"""

from __future__ import annotations

import math
import re

from PySide6.QtGui import QValidator
from PySide6.QtWidgets import QDoubleSpinBox, QSpinBox, QWidget

from gui.language.translate import local_number

#: Stands for "leave it to the optimizer" in the box of the weight decay.
_NO_DECAY = -1.0
_LOWEST_DECAY = 1e-5


class WholeNumberBox(QSpinBox):
    """A whole number of `unit` (of `unit_of_one`, when there is but one).

    `word_for_lowest`, when given, is shown for the lowest value ("off", "none").
    """

    def __init__(
        self,
        *,
        lowest: int,
        highest: int,
        step: int = 1,
        unit: str = "",
        unit_of_one: str = "",
        word_for_lowest: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setRange(lowest, highest)
        self.setSingleStep(step)
        self._unit, self._unit_of_one = unit, unit_of_one or unit
        self.setSpecialValueText(word_for_lowest)
        self.valueChanged.connect(self._show_unit)
        self._show_unit(self.value())

    def _show_unit(self, value: int) -> None:
        unit = self._unit_of_one if value == 1 else self._unit
        self.setSuffix(f" {unit}" if unit else "")


class ShareBox(QDoubleSpinBox):
    """A share of one, shown in per cent: 0.2 is "20 %"."""

    def __init__(self, *, highest: float, word_for_lowest: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(4)
        self.setRange(0.0, highest)
        self.setSingleStep(0.05)
        self.setSpecialValueText(word_for_lowest)

    def textFromValue(self, value: float) -> str:
        return local_number(f"{round(value * 100.0, 2):g} %")

    def valueFromText(self, text: str) -> float:
        number = _number_in(text.rstrip("% "))
        return 0.0 if number is None else number / 100.0

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return _judged(_number_in(text.rstrip("% ")), 0.0, self.maximum() * 100.0, text, position)


class LearningRateBox(QDoubleSpinBox):
    """A learning rate, shown short ("0.001", "3e-05"); its arrows go through 1, 2 and 5 times the powers of ten."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(9)
        self.setRange(1e-7, 10.0)

    def textFromValue(self, value: float) -> str:
        return rate_in_words(value)

    def valueFromText(self, text: str) -> float:
        return _number_in(text) or self.minimum()

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        return _judged(_number_in(text), self.minimum(), self.maximum(), text, position)

    def stepBy(self, steps: int) -> None:
        value = self.value()
        for _ in range(abs(steps)):
            value = next_learning_rate(value, up=steps > 0)
        self.setValue(value)


class WeightDecayBox(QDoubleSpinBox):
    """A weight decay, or None, which is shown as `word_for_none` and lies below 0 on the way of the arrows."""

    def __init__(self, *, word_for_none: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setDecimals(9)
        self.setRange(_NO_DECAY, 0.99)
        self.setSpecialValueText(word_for_none)
        self.setValue(_NO_DECAY)

    @property
    def decay(self) -> float | None:
        """The weight decay; None leaves it to the optimizer."""
        return None if self.value() < 0.0 else self.value()

    def set_decay(self, decay: float | None) -> None:
        """Show a weight decay."""
        self.setValue(_NO_DECAY if decay is None else decay)

    def textFromValue(self, value: float) -> str:
        return rate_in_words(value)

    def valueFromText(self, text: str) -> float:
        number = _number_in(text)
        return _NO_DECAY if number is None or number < 0.0 else number

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        if text == self.specialValueText():
            return QValidator.State.Acceptable, text, position
        return _judged(_number_in(text), 0.0, self.maximum(), text, position)

    def stepBy(self, steps: int) -> None:
        decay = self.decay
        for _ in range(abs(steps)):
            decay = next_weight_decay(decay, up=steps > 0)
        self.set_decay(decay)


def rate_in_words(value: float) -> str:
    """Return a learning rate, or a weight decay, as it is written everywhere: "0.001", "3e-05"."""
    return local_number(f"{value:.4g}")


def next_weight_decay(decay: float | None, *, up: bool) -> float | None:
    """Return the decay above or below: None, nothing, then 1, 2 and 5 times the powers of ten from 0.00001 on."""
    if decay is None:
        return 0.0 if up else None
    if decay == 0.0:
        return _LOWEST_DECAY if up else None
    following = next_learning_rate(decay, up=up)
    return following if following > _LOWEST_DECAY * (1.0 - 1e-6) else 0.0


def next_learning_rate(value: float, *, up: bool) -> float:
    """Return the nearest of 1, 2, 5, 10, 20, 50, ... times a power of ten above or below `value`."""
    magnitude = math.floor(math.log10(value))
    rungs = [factor * 10.0**power for power in range(magnitude - 1, magnitude + 2) for factor in (1.0, 2.0, 5.0)]
    if up:
        return min(rung for rung in rungs if rung > value * (1.0 + 1e-6))
    return max(rung for rung in rungs if rung < value * (1.0 - 1e-6))


def _number_in(text: str) -> float | None:
    try:
        return float(text.strip().replace(",", "."))
    except ValueError:
        return None


def _judged(
    number: float | None, lowest: float, highest: float, text: str, position: int
) -> tuple[QValidator.State, str, int]:
    if number is not None and lowest <= number <= highest:
        return QValidator.State.Acceptable, text, position
    could_become_one = re.fullmatch(r"[-+.,eE0-9% ]*", text) is not None
    return (QValidator.State.Intermediate if could_become_one else QValidator.State.Invalid), text, position
