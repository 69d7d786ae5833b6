"""Where a person has dragged the borders between the parts of a page, remembered from one day to the next.

A border that nobody dragged stays where the page puts it, also in a window of another size.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QSplitter, QWidget

from gui.window.settings import WindowSettings


class SplitterMemory(QObject):
    """Puts the borders of pages back, and notes where they are dragged. Splitters are known by their object names."""

    def __init__(self, *, settings: WindowSettings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings

    def watch(self, page: QWidget) -> None:
        """Put the borders inside `page` where they were left, and remember from now on where they are dragged."""
        for splitter in page.findChildren(QSplitter):
            name = splitter.objectName()
            if not name:
                continue
            sizes = self._settings.sizes_of(name)
            if len(sizes) == splitter.count():
                splitter.setSizes(list(sizes))
            splitter.splitterMoved.connect(partial(self._on_splitter_moved, splitter))

    def _on_splitter_moved(self, splitter: QSplitter, _position: int, _index: int) -> None:
        self._settings.keep_sizes_of(splitter.objectName(), splitter.sizes())
