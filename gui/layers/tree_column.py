"""The layer tree with the field that filters it above."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QToolButton, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.layers.layer_tree import LayerTree
from gui.window.icons import themed_icon
from gui.window.theme import TIGHT


class TreeColumn(QWidget):
    """Puts a filter over a tree; both stay what they are."""

    def __init__(self, *, tree: LayerTree, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._filter = QLineEdit(clearButtonEnabled=True)
        self._filter.setObjectName("layer_filter")
        self._filter.setAccessibleName(tr("Filter the layers"))
        self._filter.setPlaceholderText(tr("Filter by name or type"))
        self._filter.setToolTip(tr("Shows the rows whose name or type contains these words: bn, Conv2D, conv4_block3"))
        search = QAction(themed_icon("search"), tr("Filter"), self)
        self._filter.addAction(search, QLineEdit.ActionPosition.LeadingPosition)
        for button in self._filter.findChildren(QToolButton):
            button.setAccessibleName(tr("Filter") if button.defaultAction() is search else tr("Clear the filter"))
        self._filter.textChanged.connect(tree.show_matching)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._filter)
        column.addWidget(tree, 1)

    def find_layer(self) -> None:
        """Let the user type what to look for."""
        self._filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._filter.selectAll()
