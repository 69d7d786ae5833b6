"""What is in an open folder: the classes, the pictures of the selected class, and what the check found.

It shows a `FolderScan`; getting one is the page's concern.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelection, Qt
from PySide6.QtWidgets import QHeaderView, QLabel, QSplitter, QTableView, QVBoxLayout, QWidget

from core.messages import ClassCount, FileProblem, FolderScan
from gui.data.check_panel import CheckPanel
from gui.data.class_table_model import CLASS_ROLE, ClassTableModel, Column
from gui.data.correction_history import CorrectionHistory
from gui.data.panes import go_round_with_f6
from gui.data.share_delegate import ShareDelegate
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.data.thumbnail_memory import ThumbnailMemory
from gui.data.thumbnail_model import ThumbnailModel
from gui.data.thumbnail_strip import ThumbnailStrip
from gui.language.translate import tr
from gui.window.calm_table import calm_table
from gui.window.theme import HEADING_SCALE, LARGE, SMALL, scaled_font


class FolderView(QWidget):
    """Classes on the left, the pictures of the selected one beside them, what the check found below.

    make_loader: gives a loader of thumbnails, one for each view that asks for them. corrections: see `DataPage`.
    """

    def __init__(
        self,
        *,
        make_loader: Callable[[], ThumbnailLoader],
        corrections: CorrectionHistory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scan: FolderScan | None = None
        self._classes = ClassTableModel(parent=self)
        self._memory = ThumbnailMemory(parent=self)
        self._loaders: list[ThumbnailLoader] = []
        self._make_loader = make_loader
        self._pictures = ThumbnailModel(memory=self._memory, parent=self)
        self._class_table = QTableView()
        self._strip = ThumbnailStrip(model=self._pictures)
        self.check_panel = CheckPanel(memory=self._memory, make_loader=self._loader, corrections=corrections)
        self._picture_heading = QLabel()
        self._strip.setObjectName("thumbnail_strip")
        self._strip.setAccessibleName(tr("Pictures of the selected class"))
        self._build()
        self._lay_out()
        self._connect()

    def show_classes(self, classes: Sequence[ClassCount]) -> None:
        """Show classes whose files are still being checked."""
        self._classes.show_classes(classes)
        self._select_a_class()

    def add_problems(self, folder: Path, problems: Sequence[FileProblem]) -> None:
        """Show files that can't be used, found while the check goes on."""
        self._classes.count_problems([problem.class_name for problem in problems])
        self.check_panel.add_problems(folder, problems)

    def show_scan(self, scan: FolderScan, notices: Sequence[str] = ()) -> None:
        """Show what a scan found, with the remarks on its way."""
        is_changed = self._scan is not None and self._scan.folder == scan.folder
        row = self._strip.currentIndex().row() if is_changed else -1
        self._scan = scan
        chosen = self._selected_class()
        self._classes.show_classes(scan.classes)
        if chosen is not None:
            self._select_class(chosen.class_name)
        self.check_panel.show_scan(scan, notices)
        self._select_a_class()
        self._show_pictures()
        self._strip.stay_at(row)

    def clear(self) -> None:
        """Show nothing: another folder was opened."""
        self._scan = None
        for loader in self._loaders:
            loader.give_up()
        self._memory.clear()
        self._classes.show_classes(())
        self.check_panel.clear()
        self._show_pictures()

    @property
    def classes(self) -> tuple[ClassCount, ...]:
        """The classes on show."""
        return self._classes.classes

    @property
    def strip(self) -> ThumbnailStrip:
        """The pictures of the selected class."""
        return self._strip

    def allow_pixels(self, limit: int | None) -> None:
        """Make thumbnails of pictures of at most so many pixels; None: as many as usual."""
        for loader in self._loaders:
            loader.pixel_limit = limit

    # ------------------------------------------------------------------ building

    def _loader(self) -> ThumbnailLoader:
        loader = self._make_loader()
        loader.thumbnail_made.connect(self._memory.take_thumbnail)
        self._loaders.append(loader)
        return loader

    def _build(self) -> None:
        _build_class_table(self._class_table, self._classes)
        self._picture_heading.setTextFormat(Qt.TextFormat.PlainText)
        self._picture_heading.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))

    def _lay_out(self) -> None:
        classes = QLabel(tr("Classes"))
        classes.setFont(self._picture_heading.font())
        upper = QSplitter(Qt.Orientation.Horizontal)
        upper.setObjectName("classes_and_pictures")
        upper.addWidget(_under(classes, self._class_table))
        upper.addWidget(_under(self._picture_heading, self._strip))
        upper.setSizes([440, 620])
        upper.setStretchFactor(1, 1)
        whole = QSplitter(Qt.Orientation.Vertical)
        whole.setObjectName("pictures_and_findings")
        whole.addWidget(upper)
        whole.addWidget(self.check_panel)
        whole.setSizes([330, 270])
        whole.setStretchFactor(0, 1)
        for splitter in (upper, whole):
            splitter.setChildrenCollapsible(False)
            splitter.setHandleWidth(LARGE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(whole)

    def _connect(self) -> None:
        self._class_table.selectionModel().selectionChanged.connect(self._on_class_table_selection_changed)
        self._strip.files_in_sight.connect(self._loader().load)
        go_round_with_f6(self, lambda: (self._class_table, self._strip, self.check_panel.pane))

    # ------------------------------------------------------------------ answers

    def _select_class(self, class_name: str) -> None:
        """Select a class again whose row may be another one now."""
        row = self._classes.row_of(class_name)
        if row >= 0:
            self._class_table.selectRow(row)

    def _select_a_class(self) -> None:
        if self._classes.rowCount() and not self._class_table.selectionModel().hasSelection():
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
        self._picture_heading.setText(tr("Pictures of {class_name}", class_name=chosen.class_name))
        names = [one.class_name for one in scan.classes] if scan is not None else []
        if scan is None or chosen.class_name not in names:
            self._pictures.show_files(Path(), ())
            return
        row = names.index(chosen.class_name)
        self._pictures.show_files(scan.folder, scan.files[row], scan.excluded[row] if scan.excluded else ())


def _under(heading: QLabel, content: QWidget) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SMALL)
    column.addWidget(heading)
    column.addWidget(content, 1)
    return box


def _build_class_table(table: QTableView, model: ClassTableModel) -> None:
    table.setObjectName("class_table")
    table.setAccessibleName(tr("Classes"))
    table.setModel(model)
    table.setItemDelegateForColumn(Column.SHARE, ShareDelegate(table))
    calm_table(table)
    table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    table.setSortingEnabled(True)
    table.sortByColumn(Column.NAME, Qt.SortOrder.AscendingOrder)
    header = table.horizontalHeader()
    header.setSectionResizeMode(Column.NAME, QHeaderView.ResizeMode.Stretch)
    header.setResizeContentsPrecision(0)  # By the rows in sight: all of a thousand take a fifth of a second.
    for column in (Column.IMAGES, Column.PROBLEMS, Column.SHARE):
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
