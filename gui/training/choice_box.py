"""A box to choose one of a few settings by its words; it gives and takes the values that stand behind them."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget


class ChoiceBox(QComboBox):
    """Choices in words. Those in `impossible` (a value and why) are shown, but can't be chosen by hand."""

    def __init__(
        self, *, choices: Mapping[str, str], impossible: Mapping[str, str] | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for value, words in choices.items():
            self.addItem(words, value)
        for value, reason in (impossible or {}).items():
            self._forbid(value, reason)

    def _forbid(self, value: str, reason: str) -> None:
        index, model = self.findData(value), self.model()
        self.setItemData(index, reason, Qt.ItemDataRole.ToolTipRole)
        if isinstance(model, QStandardItemModel):
            model.item(index).setEnabled(False)

    @property
    def choice(self) -> str:
        """The value that is chosen."""
        return str(self.currentData())

    def choose(self, value: str) -> None:
        """Choose a value."""
        self.setCurrentIndex(self.findData(value))
