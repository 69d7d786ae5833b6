"""Reading, writing and watching the fields of the settings form, whatever kind of widget each is.

Which settings there are is said in `gui.training.settings_catalogue`.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, SignalInstance
from PySide6.QtWidgets import QAbstractSpinBox, QCheckBox, QComboBox, QDoubleSpinBox, QSpinBox, QWidget

from gui.training.choice_box import ChoiceBox
from gui.training.number_boxes import WeightDecayBox
from gui.training.weights_choice import WeightsChoice


def value_of(field: QWidget) -> Any:
    """Return the value that a field shows, as `TrainingSpecification` takes it."""
    if isinstance(field, WeightDecayBox):
        return field.decay
    if isinstance(field, QSpinBox | QDoubleSpinBox):
        return field.value()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, ChoiceBox):
        return field.choice
    assert isinstance(field, WeightsChoice), type(field)
    return field.weights


def show_value(field: QWidget, value: Any) -> None:
    """Let a field show a value of the kind that `value_of` returns."""
    if isinstance(field, WeightDecayBox):
        field.set_decay(value)
    elif isinstance(field, QSpinBox | QDoubleSpinBox):
        field.setValue(value)
    elif isinstance(field, QCheckBox):
        field.setChecked(value)
    elif isinstance(field, ChoiceBox):
        field.choose(value)
    else:
        assert isinstance(field, WeightsChoice), type(field)
        field.set_weights(value)


def change_of(field: QWidget) -> SignalInstance:
    """Return the signal by which a field tells that its value changed."""
    if isinstance(field, QSpinBox | QDoubleSpinBox):
        return field.valueChanged
    if isinstance(field, QCheckBox):
        return field.toggled
    if isinstance(field, ChoiceBox):
        return field.currentIndexChanged
    assert isinstance(field, WeightsChoice), type(field)
    return field.changed


class CalmWheel(QObject):
    """Lets the wheel scroll the form rather than change the field that happens to lie under the mouse."""

    def watch(self, field: QWidget) -> None:
        """Keep the wheel from `field`, and from the fields inside it, unless it has the keyboard."""
        for one in (field, *field.findChildren(QComboBox)):
            if isinstance(one, QAbstractSpinBox | QComboBox):
                one.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
                one.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return super().eventFilter(watched, event)
