"""The keys of the layer map, as data: which key wishes for what. Holding the space bar is the pointer's business."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent

from gui.layers.map.navigation import Way


class KeyCommands(Protocol):
    """What the map must be able to do for its keys."""

    def go(self, way: Way, *, extend: bool) -> None:
        """Make another node current; extend: add it to the selection rather than select it alone."""

    def move_line(self, steps: int) -> None:
        """Move the frost line by whole blocks, up for positive steps."""

    def zoom_in(self) -> None:
        """Zoom in by a step."""

    def zoom_out(self) -> None:
        """Zoom out by a step."""

    def fit(self) -> None:
        """Show the whole network."""

    def show_layers(self) -> None:
        """Zoom in until the layers of the current block are seen."""

    def select_all(self) -> None:
        """Select all that is there."""

    def let_go(self) -> None:
        """Give up a drag, or the selection."""


_WAYS = {
    Qt.Key.Key_Up: Way.UP,
    Qt.Key.Key_Down: Way.DOWN,
    Qt.Key.Key_Right: Way.INWARDS,
    Qt.Key.Key_Left: Way.OUTWARDS,
}
_LINE_STEPS = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}
_OTHERS: dict[int, Callable[[KeyCommands], None]] = {
    Qt.Key.Key_Plus: lambda map_: map_.zoom_in(),
    Qt.Key.Key_Equal: lambda map_: map_.zoom_in(),
    Qt.Key.Key_Minus: lambda map_: map_.zoom_out(),
    Qt.Key.Key_0: lambda map_: map_.fit(),
    Qt.Key.Key_Home: lambda map_: map_.fit(),
    Qt.Key.Key_Return: lambda map_: map_.show_layers(),
    Qt.Key.Key_Enter: lambda map_: map_.show_layers(),
    Qt.Key.Key_Escape: lambda map_: map_.let_go(),
}
_SHIFT, _ALT, _CONTROL = (
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier,
)


def obey_key(event: QKeyEvent, commands: KeyCommands) -> bool:
    """Do what the key stands for; return whether it stands for anything."""
    key, modifiers = Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if modifiers == _ALT and key in _LINE_STEPS:
        commands.move_line(_LINE_STEPS[key])
    elif modifiers in (Qt.KeyboardModifier.NoModifier, _SHIFT) and key in _WAYS:
        commands.go(_WAYS[key], extend=modifiers == _SHIFT)
    elif modifiers == _CONTROL and key == Qt.Key.Key_A:
        commands.select_all()
    elif modifiers in (Qt.KeyboardModifier.NoModifier, _SHIFT, _CONTROL) and key in _OTHERS:
        _OTHERS[key](commands)
    else:
        return False
    return True
