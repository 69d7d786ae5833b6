"""The view of a gallery: small pictures with captions, asked for only while they are in sight."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.data.picture_actions import add_picture_actions
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.data.thumbnail_model import FILE_ROLE
from gui.evaluation.gallery_model import THUMBNAIL_EDGE, GalleryModel
from gui.evaluation.rows_in_sight import rows_in_sight
from gui.prediction.cell_delegate import CellDelegate
from gui.window.theme import LARGE, MEDIUM, SMALL, TIGHT
from gui.worker.workers import Workers

#: The view settles for this long before its pictures are asked for.
_REST_MILLISECONDS = 60


class PictureGallery(QListView):
    """Shows a `GalleryModel`; Enter or a double click on a picture asks why it is called what it is, or opens it."""

    explanation_wanted = Signal(object)  # Path

    def __init__(
        self,
        *,
        pictures: GalleryModel,
        workers: Workers,
        opens_pictures: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._opens_pictures = opens_pictures
        self._pictures = pictures
        self.setModel(pictures)
        self._loader = ThumbnailLoader(workers=workers, edge=THUMBNAIL_EDGE, parent=self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._set_up()
        self._connect()

    def selected_rows(self) -> tuple[int, ...]:
        """Return the selected rows, from the first to the last."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedIndexes()))

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
        self._loader.thumbnail_made.connect(self._pictures.take_thumbnail)
        self._rest.timeout.connect(self._load_what_is_in_sight)
        self.verticalScrollBar().valueChanged.connect(self._rest.start)
        for changed in (self._pictures.modelReset, self._pictures.rowsRemoved):
            changed.connect(self._rest.start)
        add_picture_actions(self, opens=self._opens_pictures)
        if not self._opens_pictures:
            self.activated.connect(self._on_picture_activated)

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
            count=self._pictures.rowCount(),
        )
        self._loader.load(self._pictures.files_without_thumbnail(rows))

    def _on_picture_activated(self, index: QModelIndex) -> None:
        file = index.data(FILE_ROLE)
        if isinstance(file, Path):
            self.explanation_wanted.emit(file)
