"""What is in an open folder: the classes, the files that can't be used, and the pictures of the selected class.

It shows a `FolderScan`; getting one is the page's concern.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, QModelIndex, QSortFilterProxyModel, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QHeaderView, QLabel, QSplitter, QTableView, QVBoxLayout, QWidget

from core.messages import ClassCount, FolderScan
from gui.data.class_table_model import CLASS_ROLE, SORT_ROLE, ClassTableModel, Column
from gui.data.problem_table_model import PROBLEM_ROLE, ProblemTableModel
from gui.data.share_delegate import ShareDelegate
from gui.data.thumbnail_memory import ThumbnailMemory
from gui.data.thumbnail_model import ThumbnailModel
from gui.data.thumbnail_strip import ThumbnailStrip
from gui.window.calm_table import calm_table
from gui.window.theme import HEADING_SCALE, LARGE, SMALL, scaled_font


class FolderView(QWidget):
    """Classes on the left, the pictures of the selected one beside them, the problems below where there are any."""

    thumbnails_wanted = Signal(object)  # tuple[Path, ...]

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scan: FolderScan | None = None
        self._classes = ClassTableModel(parent=self)
        self._sorted_classes = QSortFilterProxyModel(self)
        self._problems = ProblemTableModel(parent=self)
        self.thumbnails = ThumbnailMemory(parent=self)
        self._pictures = ThumbnailModel(memory=self.thumbnails, parent=self)
        self._class_table = QTableView()
        self._problem_table = QTableView()
        self._strip = ThumbnailStrip(model=self._pictures)
        self._problem_heading = QLabel()
        self._picture_heading = QLabel()
        self._strip.setObjectName("thumbnail_strip")
        self._strip.setAccessibleName("Pictures of the selected class")
        self._build()
        self._lay_out()
        self._connect()

    def show_classes(self, classes: Sequence[ClassCount]) -> None:
        """Show classes whose files are still being checked."""
        self._classes.show_classes(classes)
        self._select_a_class()

    def show_scan(self, scan: FolderScan) -> None:
        """Show what a scan found."""
        self._scan = scan
        self._classes.show_classes(scan.classes)
        self._problems.show_problems(scan.folder, scan.problems)
        self._problem_heading.setText(f"Files that can't be used ({len(scan.problems):,})")
        self._problem_box.setVisible(bool(scan.problems))
        self._select_a_class()
        self._show_pictures()

    def clear(self) -> None:
        """Show nothing: another folder was opened."""
        self._scan = None
        self.thumbnails.clear()
        self._classes.show_classes(())
        self._problems.show_problems(Path(), ())
        self._problem_box.hide()
        self._show_pictures()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._sorted_classes.setSourceModel(self._classes)
        self._sorted_classes.setSortRole(SORT_ROLE)
        _build_class_table(self._class_table, self._sorted_classes)
        _build_problem_table(self._problem_table, self._problems)
        for heading in (self._problem_heading, self._picture_heading):
            heading.setTextFormat(Qt.TextFormat.PlainText)
            heading.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))

    def _lay_out(self) -> None:
        classes = QLabel("Classes")
        classes.setFont(self._problem_heading.font())
        self._problem_box = _under(self._problem_heading, self._problem_table)
        self._problem_box.hide()
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.addWidget(_under(classes, self._class_table))
        upper.addWidget(_under(self._picture_heading, self._strip))
        upper.setSizes([440, 620])
        upper.setStretchFactor(1, 1)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.addWidget(upper)
        whole.addWidget(self._problem_box)
        whole.setSizes([420, 180])
        whole.setStretchFactor(0, 1)
        for splitter in (upper, whole):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(LARGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)

    def _connect(self) -> None:
        self._class_table.selectionModel().selectionChanged.connect(self._on_class_table_selection_changed)
        self._problem_table.activated.connect(self._on_problem_table_activated)
        self._strip.files_in_sight.connect(self.thumbnails_wanted)

    # ------------------------------------------------------------------ answers

    def _select_a_class(self) -> None:
        if self._sorted_classes.rowCount() and not self._class_table.selectionModel().hasSelection():
            self._class_table.selectRow(0)

    def _on_class_table_selection_changed(self, _selected: QItemSelection, _deselected: QItemSelection) -> None:
        self._show_pictures()

    def _selected_class(self) -> ClassCount | None:
        rows = self._class_table.selectionModel().selectedRows()
        chosen = rows[0].data(CLASS_ROLE) if rows else None
        return chosen if isinstance(chosen, ClassCount) else None

    def _show_pictures(self) -> None:
        chosen, scan = self._selected_class(), self._scan
        if chosen is None:
            self._picture_heading.setText("")
            self._pictures.show_files(Path(), ())
            return
        self._picture_heading.setText(f"Pictures of {chosen.class_name}")
        names = [one.class_name for one in scan.classes] if scan is not None else []
        if scan is None or chosen.class_name not in names:
            self._pictures.show_files(Path(), ())
            return
        self._pictures.show_files(scan.folder, scan.files[names.index(chosen.class_name)])

    def _on_problem_table_activated(self, index: QModelIndex) -> None:
        problem = index.data(PROBLEM_ROLE)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(problem.file.parent)))


def _under(heading: QLabel, content: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    column.addWidget(heading)
    column.addWidget(content, 1)
    return box


def _build_class_table(table: QTableView, model: QSortFilterProxyModel) -> None:
    table.setObjectName("class_table")
    table.setAccessibleName("Classes")
    table.setModel(model)
    table.setItemDelegateForColumn(Column.SHARE, ShareDelegate(table))
    calm_table(table)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setSortingEnabled(True)
    table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    header = table.horizontalHeader()
    header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
    for column in (Column.IMAGES, Column.PROBLEMS, Column.SHARE):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)


def _build_problem_table(table: QTableView, model: ProblemTableModel) -> None:
    table.setObjectName("problem_table")
    table.setAccessibleName("Files that can't be used")
    table.setToolTip("Double-click or press Enter to open the file's folder")
    table.setModel(model)
    calm_table(table)
    table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
    table.horizontalHeader().setStretchLastSection(True)
    table.setColumnWidth(0, 220)
