"""The gallery of mistakes: pictures that were put into the wrong class, the surest first."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.data.thumbnail_loader import ThumbnailLoader
from gui.evaluation.mistake_model import MISTAKE_ROLE, THUMBNAIL_EDGE, MistakeFilter, MistakeModel
from gui.evaluation.rows_in_sight import rows_in_sight
from gui.prediction.cell_delegate import CellDelegate
from gui.window.theme import LARGE, MEDIUM, SMALL, TIGHT
from gui.worker.workers import Workers

#: The view settles for this long before its pictures are asked for.
_REST_MILLISECONDS = 60


class MistakeGallery(QListView):
    """Mistakes with small pictures; activating one opens its file with the program that the desktop has for it."""

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("mistake_gallery")
        self.setAccessibleName("Mistakes, the surest first")
        self.mistakes = MistakeModel(parent=self)
        self.filter = MistakeFilter(parent=self)
        self.filter.setSourceModel(self.mistakes)
        self.setModel(self.filter)
        self._loader = ThumbnailLoader(workers=workers, edge=THUMBNAIL_EDGE, parent=self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE))
        cell = QSize(THUMBNAIL_EDGE + 4 * LARGE, THUMBNAIL_EDGE + self.fontMetrics().height() + MEDIUM)
        self.setGridSize(cell)
        self.setItemDelegate(CellDelegate(size=cell - QSize(SMALL, TIGHT), parent=self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def _connect(self) -> None:
        self._loader.thumbnail_made.connect(self.mistakes.take_thumbnail)
        self._rest.timeout.connect(self._load_what_is_in_sight)
        self.verticalScrollBar().valueChanged.connect(self._rest.start)
        for changed in (self.filter.modelReset, self.filter.rowsInserted, self.filter.rowsRemoved):
            changed.connect(self._rest.start)
        self.activated.connect(self._on_mistake_activated)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def _load_what_is_in_sight(self) -> None:
        if not self.isVisible():
            return
        rows = rows_in_sight(
            offset=self.verticalScrollBar().value(),
            width=self.viewport().width(),
            height=self.viewport().height(),
            cell_width=self.gridSize().width(),
            cell_height=self.gridSize().height(),
            count=self.filter.rowCount(),
        )
        files = [self.filter.index(row, 0).data(MISTAKE_ROLE).file for row in rows]
        self._loader.load([file for file in files if not self.mistakes.has_thumbnail(file)])

    def _on_mistake_activated(self, index: QModelIndex) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(index.data(MISTAKE_ROLE).file)))
