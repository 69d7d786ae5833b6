"""A dialog that can't be made, and is never opened, too low for its words.

Qt keeps a window from being smaller than its widgets at their narrowest wish, but of text that wraps the height depends
on the width, and a new window is kept to two thirds of a small screen: so words were cut off at 200 % scaling.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QDialog

_ROOM_MAY_CHANGE = (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Show)
_NARROWEST = 360


class RoomyDialog(QDialog):
    """Has a minimum height that follows its width and its words."""

    def event(self, event: QEvent) -> bool:
        answered = super().event(event)
        if event.type() in _ROOM_MAY_CHANGE:
            self._make_room()
        return answered

    def _make_room(self) -> None:
        layout = self.layout()
        if layout is None:
            return
        if self.minimumWidth() < _NARROWEST:
            self.setMinimumWidth(_NARROWEST)
        if layout.hasHeightForWidth():
            height = layout.totalMinimumHeightForWidth(max(self.width(), _NARROWEST))
            if height != self.minimumHeight():
                self.setMinimumHeight(height)
