"""The classified pictures: small ones in a row, or, unfolded, a grid of cards; one of them is current.

The view asks for the small pictures of the files that are in sight, and only for these.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QSizePolicy, QWidget

from gui.data.thumbnail_loader import ThumbnailLoader
from gui.evaluation.rows_in_sight import rows_in_sight
from gui.language.translate import tr
from gui.prediction.cell_delegate import CellDelegate
from gui.prediction.pictures_model import PICTURE_ROLE, THUMBNAIL_EDGE, PicturesModel
from gui.prediction.predicted_picture import PredictedPicture
from gui.prediction.result_card import ResultCard, card_size
from gui.window.theme import MEDIUM, SMALL, TIGHT
from gui.worker.workers import Workers

#: The view settles for this long before its pictures are asked for.
_REST_MILLISECONDS = 60
_TALLEST = 16_777_215  # Qt's own QWIDGETSIZE_MAX


class PictureStrip(QListView):
    """One row of pictures that scrolls sideways; unfolded, cards that fill its room from left to right."""

    picture_chosen = Signal(object)  # PredictedPicture

    def __init__(self, *, pictures: PicturesModel, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("predicted_pictures")
        self.setAccessibleName(tr("Classified pictures"))
        self._pictures = pictures
        self._unfolded = False
        self._current = -1
        cell = QSize(THUMBNAIL_EDGE + 2 * MEDIUM, THUMBNAIL_EDGE + self.fontMetrics().height() + MEDIUM)
        self._cell = cell
        self._in_a_row = CellDelegate(size=cell - QSize(SMALL, TIGHT), parent=self)
        self._card = ResultCard(parent=self)
        self._loader = ThumbnailLoader(workers=workers, edge=THUMBNAIL_EDGE, parent=self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self.setModel(pictures)
        self._set_up()
        self._connect()

    def _set_up(self) -> None:
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setFlow(QListView.Flow.LeftToRight)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self._take_shape()

    def _connect(self) -> None:
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self._loader.thumbnail_made.connect(self._pictures.take_thumbnail)
        self._rest.timeout.connect(self._load_what_is_in_sight)
        self._pictures.modelAboutToBeReset.connect(self._remember_current)
        self._pictures.modelReset.connect(self._find_current_again)
        for moved in (self.verticalScrollBar().valueChanged, self.horizontalScrollBar().valueChanged):
            moved.connect(self._rest.start)
        for changed in (self._pictures.modelReset, self._pictures.rowsInserted):
            changed.connect(self._rest.start)

    # ------------------------------------------------------------------ row or grid

    @property
    def unfolded(self) -> bool:
        """Whether the pictures are cards in a grid."""
        return self._unfolded

    def unfold(self, unfolded: bool) -> None:
        """Show the pictures as cards in a grid, or as one row."""
        if unfolded != self._unfolded:
            self._unfolded = unfolded
            self._take_shape()
            self.scrollTo(self.currentIndex())
            self._rest.start()

    def _take_shape(self) -> None:
        off, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setWrapping(self._unfolded)
        self.setItemDelegate(self._card if self._unfolded else self._in_a_row)
        self._fill_width()
        self.setVerticalScrollBarPolicy(as_needed if self._unfolded else off)
        self.setHorizontalScrollBarPolicy(off if self._unfolded else as_needed)
        height = self._cell.height() + SMALL + self.horizontalScrollBar().sizeHint().height()
        self.setMinimumHeight(0 if self._unfolded else height)
        self.setMaximumHeight(_TALLEST if self._unfolded else height)
        vertical = QSizePolicy.Policy.Expanding if self._unfolded else QSizePolicy.Policy.Fixed
        self.setSizePolicy(QSizePolicy.Policy.Expanding, vertical)

    def _fill_width(self) -> None:
        """Give each card of a row the same share of the width, so that none is wasted."""
        card = card_size(self.fontMetrics())
        room = self.width() - 2 * self.frameWidth() - self.verticalScrollBar().sizeHint().width() - 1
        width = max(card.width(), room // max(1, room // card.width()))
        self._card.size = QSize(width, card.height())
        self.setGridSize(self._card.size if self._unfolded else self._cell)

    # ------------------------------------------------------------------ current and selected

    @property
    def current_picture(self) -> PredictedPicture | None:
        """The picture that is looked at."""
        picture: PredictedPicture | None = self.currentIndex().data(PICTURE_ROLE)
        return picture

    @property
    def selected_pictures(self) -> tuple[PredictedPicture, ...]:
        """The pictures that are selected, in the order in which they stand."""
        rows = sorted(index.row() for index in self.selectionModel().selectedIndexes())
        return tuple(self._pictures.index(row).data(PICTURE_ROLE) for row in rows)

    def choose_row(self, row: int) -> None:
        """Look at the picture in this row."""
        index = self.model().index(row, 0)
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def _on_current_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.picture_chosen.emit(current.data(PICTURE_ROLE))

    def _remember_current(self) -> None:
        current = self.current_picture
        self._current = -1 if current is None else current.number

    def _find_current_again(self) -> None:
        """Stay with the picture that was looked at when the others are put into another order."""
        row = self._pictures.row_of(self._current)
        if row < 0 and self._pictures.rowCount():
            row = 0
        if row >= 0:
            self.choose_row(row)

    # ------------------------------------------------------------------ small pictures

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._unfolded:
            self._fill_width()
        self._rest.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._rest.start()

    def _load_what_is_in_sight(self) -> None:
        if self.isVisible():
            self._loader.load(self._pictures.files_without_thumbnail(self._rows_in_sight()))

    def _rows_in_sight(self) -> range:
        width, height, count = self.viewport().width(), self.viewport().height(), self._pictures.rowCount()
        if self._unfolded:
            return rows_in_sight(
                offset=self.verticalScrollBar().value(),
                width=width,
                height=height,
                cell_width=self.gridSize().width(),
                cell_height=self.gridSize().height(),
                count=count,
            )
        cell = max(1, self.gridSize().width())
        first = self.horizontalScrollBar().value() // cell
        return range(min(count, max(0, first - 2)), min(count, first + width // cell + 3))
