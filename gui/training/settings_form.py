"""The form of a training's settings. It knows no defaults of its own: they are those of `TrainingSpecification`.

Which settings there are is said in `gui.training.settings_catalogue`; what they lead to is not its concern.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from core.network.backbones import DEFAULT
from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.training.more_settings import MoreSettings
from gui.training.named_button import named_button
from gui.training.setting_field import change_of, show_value, value_of
from gui.training.setting_rows import SettingRows, align_fields
from gui.training.settings_catalogue import DEFAULTS, USUAL, Setting
from gui.training.weights_choice import WeightsChoice
from gui.window.theme import SMALL, TIGHT


class SettingsForm(QWidget):
    """All settings of a training but the folder and the freeze plan; the rarer ones are folded away under "More"."""

    changed = Signal()
    learning_rate_search_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._usual = SettingRows()
        self._more = MoreSettings()
        self.more = QToolButton()
        self._find = named_button("find_learning_rate", tr("Find…"), read_as=tr("Find a learning rate"))
        self._build()
        self._lay_out()
        self.restore_defaults()
        self._connect()
        self.unfold(False)

    def _build(self) -> None:
        for setting in USUAL:
            if setting.name == "learning_rate":
                self._add_learning_rate(setting)
            else:
                self._usual.add_setting(setting)
        self.more.setAutoRaise(True)
        self.more.setObjectName("more_settings")
        self.more.setAccessibleName(tr("More settings"))
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.allow_search("")

    def _add_learning_rate(self, setting: Setting) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        self._usual.add_setting(setting, shown_as=holder)
        row.setStretch(0, 1)
        row.addWidget(self._find)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._usual)
        column.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._more)
        align_fields((self._usual, self._more))

    def _connect(self) -> None:
        self.more.clicked.connect(lambda: self.unfold(not self.unfolded))
        self._find.clicked.connect(self.learning_rate_search_wanted)
        self._more.restore_wanted.connect(self.restore_defaults)
        self._more.run_name.textChanged.connect(self.changed)
        for field in self.fields.values():
            change_of(field).connect(self._on_field_changed)

    # ------------------------------------------------------------------ fields

    @property
    def fields(self) -> dict[str, QWidget]:
        """The field of every setting, by the name that `TrainingSpecification` has for it."""
        return {**self._usual.fields, **self._more.fields}

    @property
    def indent(self) -> int:
        """How far from the left the fields begin."""
        return self._usual.indent

    @property
    def weights(self) -> WeightsChoice:
        """The choice of weights."""
        field = self.fields["weights"]
        assert isinstance(field, WeightsChoice)
        return field

    @property
    def run_name(self) -> str:
        """The name that the next run is to have; '' for the usual one."""
        return self._more.run_name.text().strip()

    def name_run(self, name: str) -> None:
        """Put in the name that the next run is to have."""
        self._more.run_name.setText(name)

    def values(self) -> dict[str, Any]:
        """Return the value of every setting, by name."""
        return {name: value_of(field) for name, field in self.fields.items()}

    def show_values(self, **values: Any) -> None:
        """Show these values, by the names that `TrainingSpecification` has for them."""
        for name, value in values.items():
            show_value(self.fields[name], value)

    def restore_defaults(self) -> None:
        """Put every setting back to its default; the name of the run stays."""
        # Fresh views go first, since they hold the store down.
        self.show_values(fresh_views=DEFAULTS["fresh_views"])
        self.show_values(**{name: DEFAULTS[name] for name in self.fields})
        self._show_differences()

    def _on_field_changed(self) -> None:
        self._show_differences()
        self.changed.emit()

    def _show_differences(self) -> None:
        values = self.values()
        differing = [name for name, value in values.items() if value != DEFAULTS[name]]
        folded = sum(name in self._more.fields for name in differing)
        self.more.setText(tr("More ({folded} changed)", folded=folded) if folded else tr("More"))
        self._more.offer_defaults(bool(differing))

    # ------------------------------------------------------------------ what is offered

    @property
    def unfolded(self) -> bool:
        """Whether the rarer settings are on show."""
        return not self._more.isHidden()

    def unfold(self, shown: bool) -> None:
        """Show or fold away the rarer settings."""
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.more.setAccessibleDescription(tr("unfolded") if shown else tr("folded"))
        self._more.setVisible(shown)

    def allow_search(self, why_not: str) -> None:
        """Offer to search for a learning rate, or say why that is not possible."""
        self._find.setEnabled(not why_not)
        self._find.setToolTip(
            why_not or tr("Tries learning rates from small to large on a copy, and suggests one for these settings.")
        )

    def show_whether_thawed(self, thawed: bool) -> None:
        """Offer what makes sense only when layers of the backbone learn."""
        self._more.show_whether_thawed(thawed)

    def specification(
        self, *, folder: Path, run: Path, thaw: str, thaw_batch_norm: bool, backbone: str = DEFAULT.name
    ) -> TrainingSpecification:
        """Return what the form says as a specification.

        Raises:
            UnusableInput: a value is out of its range.

        """
        return TrainingSpecification(
            folder=folder, run=run, thaw=thaw, thaw_batch_norm=thaw_batch_norm, backbone=backbone, **self.values()
        )
