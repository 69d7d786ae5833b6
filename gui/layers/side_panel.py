"""The side of the Layers page: the freeze plan and the layer inspector, one at a time, behind two tabs."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QTabBar, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.window.theme import TIGHT


class SidePanel(QWidget):
    """Tabs over parts that bring their own ground."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs = QTabBar(documentMode=True)
        self._parts = QStackedWidget()
        self._tabs.setObjectName("layers_side_tabs")
        self._tabs.setAccessibleName(tr("Beside the network"))
        self._tabs.setDrawBase(False)
        self._tabs.setExpanding(True)
        self._tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._tabs.currentChanged.connect(self._parts.setCurrentIndex)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._tabs)
        column.addWidget(self._parts, 1)

    def add_part(self, part: QWidget, title: str, tip: str) -> None:
        """Add a part behind a tab of its own."""
        self._parts.addWidget(part)
        self._tabs.setTabToolTip(self._tabs.addTab(title), tip)

    def show_part(self, part: QWidget) -> None:
        """Bring a part to the front."""
        self._tabs.setCurrentIndex(self._parts.indexOf(part))
