"""A column of settings, a label beside each field: how the rows of the settings form are made and aligned."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QFormLayout, QLabel, QWidget

from gui.training.setting_field import CalmWheel
from gui.training.settings_catalogue import Setting
from gui.training.weights_choice import WeightsChoice
from gui.window.theme import SMALL, TIGHT, scaled_font


class SettingRows(QWidget):
    """Rows of settings; `fields` has their fields by name."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: dict[str, QWidget] = {}
        self._wheel = CalmWheel(self)
        self._form = form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setFormAlignment(Qt.AlignmentFlag.AlignTop)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)

    def add_setting(self, setting: Setting, *, shown_as: QWidget | None = None) -> QWidget:
        """Add a row for a setting, and return its field. shown_as: what stands in the row and holds the field."""
        field = setting.make_field()
        self.fields[setting.name] = field
        field.setObjectName(setting.name)
        if not isinstance(field, WeightsChoice):  # It names the fields in it itself.
            field.setAccessibleName(setting.label or (field.text() if isinstance(field, QCheckBox) else ""))
            field.setAccessibleDescription(setting.explanation)
            field.setToolTip(setting.explanation)
        self._wheel.watch(field)
        holder = shown_as or field
        if shown_as is not None and (layout := shown_as.layout()) is not None:
            layout.addWidget(field)
        self.add_row(setting.label, holder, setting.explanation)
        return field

    def add_row(self, words: str, field: QWidget, explanation: str = "") -> None:
        """Add a row for any widget."""
        label = QLabel(words)
        label.setToolTip(explanation)
        label.setBuddy(field)
        self._form.addRow(label, field)

    def add_title(self, words: str) -> None:
        """Add the title of the rows that follow."""
        title = QLabel(words)
        title.setFont(scaled_font(self.font(), 1.0, strong=True))
        title.setContentsMargins(0, SMALL if self._form.rowCount() else TIGHT, 0, 0)
        self._form.addRow(title)

    def add_wide(self, widget: QWidget) -> None:
        """Add a widget over the whole width."""
        self._form.addRow(widget)

    @property
    def indent(self) -> int:
        """How far from the left the fields begin, once they are aligned."""
        return max(label.minimumWidth() for label in self.labels) + self._form.horizontalSpacing()

    @property
    def labels(self) -> list[QLabel]:
        """The labels beside the fields."""
        rows = range(self._form.rowCount())
        items = [self._form.itemAt(row, QFormLayout.ItemRole.LabelRole) for row in rows]
        return [label for item in items if item is not None and isinstance(label := item.widget(), QLabel)]


def align_fields(columns: Iterable[SettingRows]) -> None:
    """Let the fields of several columns begin at the same place, whichever has the longest label."""
    labels = [label for column in columns for label in column.labels]
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(widest)
