"""Help > Keyboard shortcuts: what every key does, by menu, to be filtered by what it is called or by the key."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSortFilterProxyModel, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QTreeView, QVBoxLayout, QWidget

from gui.commands.command import Command
from gui.commands.widget_keys import WIDGET_KEYS
from gui.language.translate import tr
from gui.window.search_field import search_field
from gui.window.theme import LARGE, MEDIUM

_SIZE = (620, 640)
_WIDTH_OF_WORDS = 0.66


class ShortcutList(QDialog):
    """A tree of menus and their actions with keys. It does not stop the window."""

    def __init__(self, *, commands: Iterable[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("shortcut_list")
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._filter = search_field(
            "shortcut_filter",
            read_as=tr("Filter the shortcuts"),
            hint=tr("Filter by words or by keys: train, Ctrl+Shift"),
        )
        self._shown = _Filtered(_model_of(commands, parent=self))
        self._tree = QTreeView()
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self._build()
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for part in (self._filter, self._tree, self._buttons):
            column.addWidget(part)
        self._filter.textChanged.connect(self._on_filter_changed)
        self._buttons.rejected.connect(self.reject)
        self.resize(*_SIZE)

    def _build(self) -> None:
        tree = self._tree
        tree.setObjectName("shortcut_tree")
        tree.setAccessibleName(tr("Shortcuts"))
        tree.setModel(self._shown)
        tree.setEditTriggers(QTreeView.EditTrigger.NoEditTriggers)
        tree.setRootIsDecorated(False)
        tree.header().resizeSection(0, round(_SIZE[0] * _WIDTH_OF_WORDS))
        tree.expandAll()
        close = self._buttons.button(QDialogButtonBox.StandardButton.Close)
        close.setObjectName("close_shortcuts")
        close.setAccessibleName(tr("Close"))

    def _on_filter_changed(self, words: str) -> None:
        self._shown.show_matching(words)
        self._tree.expandAll()


class _Filtered(QSortFilterProxyModel):
    """Leaves the rows that have all typed words in one of their columns, and the menus that they are in."""

    def __init__(self, source: QStandardItemModel) -> None:
        super().__init__(source)
        self._words: tuple[str, ...] = ()
        self.setSourceModel(source)
        self.setRecursiveFilteringEnabled(True)
        self.setAutoAcceptChildRows(True)

    def show_matching(self, words: str) -> None:
        """Show only what has all of these words."""
        self._words = tuple(words.casefold().split())
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        model = self.sourceModel()
        text = " ".join(str(model.index(source_row, column, source_parent).data() or "") for column in range(2))
        return all(word in text.casefold() for word in self._words)


def _model_of(commands: Iterable[Command], *, parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(0, 2, parent)
    model.setHorizontalHeaderLabels([tr("What"), tr("Keys")])
    rows = [(command.where, command.keys, command.title) for command in commands if command.keys]
    groups: dict[str, QStandardItem] = {}
    for where, keys, what in (*rows, *WIDGET_KEYS):
        if where not in groups:
            groups[where] = _heading(where)
            model.appendRow([groups[where], QStandardItem()])
        groups[where].appendRow([QStandardItem(what), QStandardItem(keys)])
    return model


def _heading(words: str) -> QStandardItem:
    item = QStandardItem(words)
    font = item.font()
    font.setBold(True)
    item.setFont(font)
    return item
