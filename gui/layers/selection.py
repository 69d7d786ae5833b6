"""The layers that are selected on the Layers page: one selection, which tree, map and inspector share.

A block is selected when all its layers are; the head has its own name. Plain state with a signal, no widgets.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal


class LayerSelection(QObject):
    """The names of the selected layers."""

    selection_changed = Signal(object)  # frozenset[str]: names of layers

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._names: frozenset[str] = frozenset()

    @property
    def names(self) -> frozenset[str]:
        """The names of the selected layers."""
        return self._names

    def select(self, names: frozenset[str]) -> None:
        """Select exactly these layers."""
        if names != self._names:
            self._names = names
            self.selection_changed.emit(names)
