"""The rarer settings, in titled groups, and what they say of each other: which of them rule others out, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.number_boxes import WholeNumberBox
from gui.training.setting_rows import SettingRows
from gui.training.settings_catalogue import GROUPS, Setting
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL_SCALE

_NOTHING_THAWED = tr("Nothing is thawed: only the head learns anyway. Thaw layers on the Layers page first.")
_STORE_IS_OFF = tr("Off while pictures are augmented anew in every epoch: there is nothing to keep.")
_VIEWS_ARE_FRESH = tr("Every epoch makes views of its own.")
_COST_OF_FRESH = tr(
    "Nothing is computed ahead: every picture goes through the whole network in every epoch. "
    "On a processor an epoch takes minutes rather than moments."
)


class MoreSettings(SettingRows):
    """Head, learning, images, speed, run; at the end a button that brings all defaults back."""

    restore_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.run_name = QLineEdit(placeholderText=tr("folder, date and time"))
        self._explanations: dict[str, str] = {}
        self._note = QuietLabel(scale=SMALL_SCALE)
        self._restore = named_button("restore_defaults", tr("Restore defaults"), "undo")
        self._keeps_features = True
        self._build()
        self._connect()
        self._on_views_changed()
        self.show_whether_thawed(False)

    def _build(self) -> None:
        for group in GROUPS:
            self.add_title(group.title)
            for setting in group.settings:
                self._add(setting)
            if "views" in {setting.name for setting in group.settings}:
                self._note.setObjectName("augmentation_note")
                self.add_wide(self._note)
        self._add_run_name()
        self._restore.setToolTip(tr("Puts every setting back to its default; the name of the run stays."))
        self._restore.setVisible(False)
        self.add_wide(self._restore)

    def _add(self, setting: Setting) -> None:
        self.add_setting(setting)
        self._explanations[setting.name] = setting.explanation

    def _add_run_name(self) -> None:
        explanation = tr("The name of the run's folder.")
        self.run_name.setObjectName("run_name")
        self.run_name.setAccessibleName(tr("Name of run"))
        self.run_name.setAccessibleDescription(explanation)
        self.run_name.setToolTip(explanation)
        self.add_row(tr("Name of run"), self.run_name, explanation)

    def _connect(self) -> None:
        self._restore.clicked.connect(self.restore_wanted)
        self._fresh.toggled.connect(self._on_fresh_toggled)
        self._views.valueChanged.connect(self._on_views_changed)

    @property
    def _fresh(self) -> QCheckBox:
        field = self.fields["fresh_views"]
        assert isinstance(field, QCheckBox)
        return field

    @property
    def _store(self) -> QCheckBox:
        field = self.fields["feature_store"]
        assert isinstance(field, QCheckBox)
        return field

    @property
    def _views(self) -> WholeNumberBox:
        field = self.fields["views"]
        assert isinstance(field, WholeNumberBox)
        return field

    def offer_defaults(self, offered: bool) -> None:
        """Show or hide the button that brings the defaults back."""
        self._restore.setVisible(offered)

    def show_whether_thawed(self, thawed: bool) -> None:
        """Offer what makes sense only when layers of the backbone learn."""
        self._allow("head_first", "" if thawed else _NOTHING_THAWED)

    def _allow(self, name: str, why_not: str) -> None:
        field = self.fields[name]
        field.setEnabled(not why_not)
        field.setToolTip(why_not or self._explanations[name])
        field.setAccessibleDescription(field.toolTip())

    def _on_fresh_toggled(self, fresh: bool) -> None:
        if fresh:
            self._keeps_features = self._store.isChecked()
        self._store.setChecked(self._keeps_features and not fresh)
        self._allow("feature_store", _STORE_IS_OFF if fresh else "")
        self._allow("views", _VIEWS_ARE_FRESH if fresh else "")
        self._on_views_changed()

    def _on_views_changed(self) -> None:
        views = self._views.value()
        words = (
            tr("The frozen part is computed {views} times for each training picture, once.", views=views)
            if views > 1
            else ""
        )
        self._note.setText(_COST_OF_FRESH if self._fresh.isChecked() else words)
        self._note.setVisible(bool(self._note.text()))
