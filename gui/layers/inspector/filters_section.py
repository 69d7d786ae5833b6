"""The filters of a convolution over an image, as pictures of what each one looks for."""

from __future__ import annotations

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from core.messages import SmallPicture
from gui.language.translate import tr
from gui.layers.inspector.enlarged_picture import EnlargedPicture
from gui.layers.inspector.picture_grid import PictureGrid
from gui.layers.inspector.section import Section
from gui.layers.inspector.small_pictures_model import SmallPicturesModel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL_SCALE

_COLUMNS = 8


class FiltersSection(Section):
    """A grid of 8 columns; hidden where there are no filters to see."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Filters"), parent=parent)
        self.filters = SmallPicturesModel(things=tr("Filter"), measure=tr("norm"), parent=self)
        grid = PictureGrid(pictures=self.filters, columns=_COLUMNS, numbered=False)
        grid.setObjectName("filter_grid")
        grid.setAccessibleName(tr("The layer's filters as pictures, the strongest first"))
        self._words = QuietLabel(scale=SMALL_SCALE)
        self.add(grid)
        grid.picture_opened.connect(self._on_grid_picture_opened)
        self._grid = grid
        self.add(self._words)

    def expect(self, count: int) -> None:
        """Keep the places of so many filters, which are waited for."""
        self.filters.expect(count)
        self._say(count)

    def show_filters(self, filters: tuple[SmallPicture, ...]) -> None:
        """Show these filters."""
        self.filters.show_pictures(filters)
        self._say(len(filters))

    def _on_grid_picture_opened(self, image: QImage, words: str) -> None:
        EnlargedPicture(image=image, caption=words, seen=QImage(), opened_from=self._grid).open()

    def _say(self, count: int) -> None:
        self.setVisible(count > 0)
        self._words.setText(
            tr("All {count} filters, the strongest first: what each one looks for. Mid-grey is zero.", count=count)
        )
