"""Where the cluster is that features may be computed on: one address for the whole program, remembered."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.window.quiet_label import QuietLabel
from gui.window.settings import WindowSettings
from gui.window.theme import SMALL

_WHAT = tr(
    "A Ray cluster computes the features of many pictures faster than this computer. Its nodes must see the folder of "
    "the pictures under the same path. Leave it empty to compute here."
)


class ClusterAddress(QObject):
    """HOST:PORT, or `auto` for the cluster of which this computer is a node; '' for none."""

    changed = Signal()

    def __init__(self, *, settings: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    @property
    def text(self) -> str:
        """The address as it was typed."""
        return self._settings.cluster_address

    def set_text(self, text: str) -> None:
        """Take another address."""
        if text.strip() != self.text:
            self._settings.keep_cluster_address(text.strip())
            self.changed.emit()


class ClusterField(QWidget):
    """Where the address is typed, with what it is for."""

    def __init__(self, *, address: ClusterAddress, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._address = address
        self._field = QLineEdit(address.text)
        self._field.setObjectName("cluster_address")
        self._field.setAccessibleName(tr("Address of the cluster"))
        self._field.setAccessibleDescription(_WHAT)
        self._field.setPlaceholderText(tr("HOST:PORT, or auto"))
        self._field.setClearButtonEnabled(True)
        self._field.editingFinished.connect(lambda: self._address.set_text(self._field.text()))
        label = QLabel(tr("C&luster address"))
        label.setBuddy(self._field)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (label, self._field, QuietLabel(_WHAT)):
            column.addWidget(widget)
