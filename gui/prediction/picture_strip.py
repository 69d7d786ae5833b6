"""The strip of classified pictures: small ones in a row, each with its likeliest class; one of them is current."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from gui.prediction.cell_delegate import CellDelegate
from gui.prediction.pictures_model import PICTURE_ROLE, THUMBNAIL_EDGE, PicturesModel, PredictedPicture
from gui.window.theme import MEDIUM, SMALL, TIGHT


class PictureStrip(QListView):
    """One row of pictures that scrolls sideways."""

    picture_chosen = Signal(object)  # PredictedPicture

    def __init__(self, *, pictures: PicturesModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predicted_pictures")
        self.setAccessibleName("Classified pictures")
        self.setModel(pictures)
        self._set_up()
        self.selectionModel().currentChanged.connect(self._on_current_changed)

    def _set_up(self) -> None:
        cell = QSize(THUMBNAIL_EDGE + 2 * MEDIUM, THUMBNAIL_EDGE + self.fontMetrics().height() + MEDIUM)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE))
        self.setGridSize(cell)
        self.setItemDelegate(CellDelegate(size=cell - QSize(SMALL, TIGHT), parent=self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedHeight(cell.height() + SMALL + self.horizontalScrollBar().sizeHint().height())

    @property
    def current_picture(self) -> PredictedPicture | None:
        """The picture that is looked at."""
        picture: PredictedPicture | None = self.currentIndex().data(PICTURE_ROLE)
        return picture

    def choose_row(self, row: int) -> None:
        """Look at the picture in this row."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.picture_chosen.emit(current.data(PICTURE_ROLE))
