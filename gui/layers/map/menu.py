"""The context menu of the layer map, whose actions are also its shortcuts: F freezes, T thaws what is selected."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.language.translate import tr
from gui.window.icons import themed_icon


class MapMenu(QObject):
    """Freeze, thaw, thaw from here up. What they act on is known to who listens."""

    freeze_requested = Signal()
    thaw_requested = Signal()
    thaw_from_here_requested = Signal()

    def __init__(self, *, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self.freeze = self._action(tr("&Freeze"), "snowflake", "F", self.freeze_requested)
        self.thaw = self._action(tr("&Thaw"), "flame", "T", self.thaw_requested)
        self.thaw_from_here = self._action(tr("Thaw from &here up"), "flame", "Shift+T", self.thaw_from_here_requested)

    def pop_up(self, position: QPoint, *, has_something_to_thaw: bool) -> None:
        """Show the menu at a place on the screen."""
        menu = QMenu(self._view)
        menu.setObjectName("map_menu")
        menu.addActions([self.freeze, self.thaw])
        menu.addSeparator()
        menu.addAction(self.thaw_from_here)
        self.freeze.setEnabled(has_something_to_thaw)
        self.thaw.setEnabled(has_something_to_thaw)
        menu.aboutToHide.connect(self._on_menu_about_to_hide)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(position)

    def _on_menu_about_to_hide(self) -> None:
        self.freeze.setEnabled(True)
        self.thaw.setEnabled(True)

    def _action(self, words: str, icon: str, key: str, signal: object) -> QAction:
        action = QAction(themed_icon(icon), words, self._view)
        action.setObjectName(words.replace("&", "").lower().replace(" ", "_"))
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(signal)
        self._view.addAction(action)
        return action
