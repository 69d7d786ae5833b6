"""The nearest training images as small pictures, three in a row, as high as its rows need."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QSize, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QSizePolicy, QWidget

from core.messages import Neighbour
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.language.translate import tr
from gui.prediction.cell_delegate import CellDelegate
from gui.prediction.neighbours_model import NEIGHBOUR_ROLE, THUMBNAIL_EDGE, NeighboursModel
from gui.window.theme import MEDIUM, SMALL, SMALL_SCALE, TIGHT, scaled_font
from gui.worker.workers import Workers

IN_A_ROW = 3


class NeighboursView(QListView):
    """Activating an image opens its file with the program that the desktop has for it."""

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("nearest_images")
        self.setAccessibleName(tr("Nearest training images, the nearest first"))
        self.neighbours = NeighboursModel(parent=self)
        self.setModel(self.neighbours)
        self._loader = ThumbnailLoader(workers=workers, edge=2 * THUMBNAIL_EDGE, parent=self)
        self._set_up()
        self._loader.thumbnail_made.connect(self.neighbours.take_thumbnail)
        self.activated.connect(self._on_image_activated)

    def _set_up(self) -> None:
        self.setFont(scaled_font(self.font(), SMALL_SCALE))
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setIconSize(QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE))
        cell = QSize(THUMBNAIL_EDGE + 2 * MEDIUM, THUMBNAIL_EDGE + self.fontMetrics().height() + SMALL)
        self.setGridSize(cell)
        self.setItemDelegate(CellDelegate(size=cell - QSize(TIGHT, TIGHT), parent=self))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setTabKeyNavigation(False)
        self.viewport().setAutoFillBackground(False)

    def show_neighbours(self, neighbours: Sequence[Neighbour]) -> None:
        """Show these images and ask for their small pictures; none hides the view."""
        self.neighbours.show_neighbours(neighbours)
        self._loader.load(self.neighbours.files)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        rows = -(-self.neighbours.rowCount() // IN_A_ROW)
        return QSize(IN_A_ROW * self.gridSize().width() + TIGHT, rows * self.gridSize().height() + TIGHT)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def _on_image_activated(self, index: QModelIndex) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(index.data(NEIGHBOUR_ROLE).file)))
