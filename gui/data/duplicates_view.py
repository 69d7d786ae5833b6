"""Pictures that are there more than once: the groups as a table, and the pictures of the selected group beside it.

Only the rows in sight have their thumbnails made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QHeaderView, QSplitter, QTableView, QVBoxLayout, QWidget

from core.data.file_names import name_in_class
from core.messages import DuplicateGroup
from gui.data.correction_history import CorrectionHistory
from gui.data.duplicate_actions import DuplicateActions
from gui.data.duplicate_table_model import (
    GROUP_ROLE,
    Column,
    DuplicateFilter,
    DuplicateTableModel,
    Shown,
)
from gui.data.duplicate_words import why_it_matters
from gui.data.pictures_delegate import CELL, PicturesDelegate
from gui.data.remaining_duplicates import names_of_group
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.data.thumbnail_memory import ThumbnailMemory
from gui.data.thumbnail_model import ThumbnailModel
from gui.data.thumbnail_strip import ThumbnailStrip
from gui.language.translate import tr
from gui.window.calm_table import calm_table
from gui.window.quiet_label import QuietLabel
from gui.window.theme import LARGE, SMALL

#: How long the table must rest before its thumbnails are asked for.
_REST_MILLISECONDS = 60


class _GroupTable(QTableView):
    resized = Signal()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def rows_in_sight(self) -> range:
        """Return the rows in sight."""
        count = self.model().rowCount()
        first, last = self.rowAt(0), self.rowAt(self.viewport().height() - 1)
        return range(max(first, 0), (count if last < 0 else last + 1) if count else 0)


class DuplicatesView(QWidget):
    """Shows groups; `pictures` is the view of the selected group's pictures.

    make_loader: gives a loader of its own. corrections: through which groups are put right; None: they are only shown.
    """

    def __init__(
        self,
        *,
        memory: ThumbnailMemory,
        make_loader: Callable[[], ThumbnailLoader],
        corrections: CorrectionHistory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._actions = None if corrections is None else DuplicateActions(corrections=corrections)
        self._row_loader, self._picture_loader = make_loader(), make_loader()
        self._groups = DuplicateTableModel(memory=memory, parent=self)
        self._filter = DuplicateFilter(parent=self)
        self._filter.setSourceModel(self._groups)
        self._shown = QComboBox()
        self._table = _GroupTable()
        self._sentence = QuietLabel()
        self._files = ThumbnailModel(memory=memory, parent=self)
        self.pictures = ThumbnailStrip(model=self._files, whole=True)
        self._folder = Path()
        self._on_show: DuplicateGroup | None = None
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._build()
        self._lay_out()
        self._connect()

    def show_groups(self, folder: Path, groups: Sequence[DuplicateGroup]) -> None:
        """Show the groups of `folder` in place of those before; of the same folder, stay where a person was."""
        row = self._table.currentIndex().row() if folder == self._folder else 0
        self._folder, self._on_show = folder, None
        self._groups.show_groups(groups)
        if self._filter.rowCount():
            self._table.selectRow(min(max(row, 0), self._filter.rowCount() - 1))
        self._show_pictures()

    def show_only(self, shown: Shown) -> None:
        """Show the groups of a kind, and let the keyboard walk through them."""
        self._shown.setCurrentIndex(self._shown.findText(shown.value))
        self._table.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def selected_group(self) -> DuplicateGroup | None:
        """The group whose pictures are on show."""
        rows = self._table.selectionModel().selectedRows()
        group = rows[0].data(GROUP_ROLE) if rows else None
        return group if isinstance(group, DuplicateGroup) else None

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._shown.setObjectName("duplicates_shown")
        self._shown.setAccessibleName(tr("Which duplicates are shown"))
        for shown in Shown:
            self._shown.addItem(shown.value, shown)
        table = self._table
        table.setObjectName("duplicate_table")
        table.setAccessibleName(tr("Pictures that are there more than once"))
        table.setModel(self._filter)
        calm_table(table)
        table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        table.setItemDelegateForColumn(Column.PICTURES, PicturesDelegate(table))
        table.verticalHeader().setDefaultSectionSize(CELL.height())
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setStretchLastSection(True)
        for column, width in ((Column.PICTURES, CELL.width()), (Column.KIND, 110), (Column.COUNT, 76)):
            table.setColumnWidth(column, width)
        table.setSortingEnabled(True)
        table.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
        self.pictures.setObjectName("duplicate_pictures")
        self.pictures.setAccessibleName(tr("Pictures of the selected group"))
        self._sentence.setObjectName("duplicate_sentence")

    def _lay_out(self) -> None:
        left, right = QWidget(), QWidget()
        actions = [] if self._actions is None else [self._actions]
        for box, parts in ((left, [self._shown, self._table]), (right, [self._sentence, *actions, self.pictures])):
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(SMALL)
            for part in parts:
                column.addWidget(part, int(part in (self._table, self.pictures)))
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setObjectName("duplicates_and_pictures")
        splitter.addWidget(left)
        splitter.addWidget(right)
        splitter.setSizes([460, 600])
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(LARGE)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(splitter)

    def _connect(self) -> None:
        self._shown.currentIndexChanged.connect(self._on_shown_current_index_changed)
        self._table.selectionModel().selectionChanged.connect(self._on_table_selection_changed)
        self._table.verticalScrollBar().valueChanged.connect(self._rest.start)
        self._table.resized.connect(self._rest.start)
        for changed in (self._filter.modelReset, self._filter.rowsInserted, self._filter.layoutChanged):
            changed.connect(self._rest.start)
        self._rest.timeout.connect(self._load_rows_in_sight)
        self.pictures.files_in_sight.connect(self._picture_loader.load)
        self.pictures.selectionModel().selectionChanged.connect(self._on_pictures_selection_changed)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._show_pictures()
        self._rest.start()

    # ------------------------------------------------------------------ answers

    def _on_shown_current_index_changed(self, _index: int) -> None:
        self._filter.show_only(Shown(self._shown.currentText()))
        if self._filter.rowCount() and not self._table.selectionModel().hasSelection():
            self._table.selectRow(0)
        self._show_pictures()

    def _on_table_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._show_pictures()

    def _on_pictures_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        if self._actions is not None:
            self._actions.show_selected(self.pictures.selected_files())

    def _show_pictures(self) -> None:
        """Show the pictures of the selected group; while the view is hidden that waits, since a group may be large."""
        group = self.selected_group if self.isVisible() else None
        if group is not None and group is self._on_show:
            return
        self._on_show = group
        if self._actions is not None:
            self._actions.show_group(group)
        self._sentence.setText("" if group is None else why_it_matters(group))
        if group is None:
            self._files.show_files(self._folder, ())
            return
        names = names_of_group(self._folder, group)
        pairs = zip(group.class_names, names, strict=True)
        captions = [f"{class_name}/{name_in_class(name)}" for class_name, name in pairs]
        self._files.show_files(self._folder, names, captions=captions)

    def _load_rows_in_sight(self) -> None:
        if not self.isVisible():
            return
        shown = [self._filter.mapToSource(self._filter.index(row, 0)).row() for row in self._table.rows_in_sight()]
        self._row_loader.load(self._groups.files_without_thumbnail(shown))
