"""View > Appearance: by day, by night, or as the desktop has it. What is chosen is remembered."""

from __future__ import annotations

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.language.translate import tr
from gui.style.appearance import Appearance
from gui.style.dressing import Dressing
from gui.window.settings import WindowSettings

_CHOICES = (
    (Appearance.SYSTEM, tr("As the &desktop"), "Ctrl+Alt+S"),
    (Appearance.LIGHT, tr("&Light"), "Ctrl+Alt+L"),
    (Appearance.DARK, tr("Dar&k"), "Ctrl+Alt+D"),
)


class AppearanceMenu(QMenu):
    """Three actions of which one is chosen."""

    def __init__(self, *, dressing: Dressing, settings: WindowSettings, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Appearance"), parent)
        self.setObjectName("appearance_menu")
        self._dressing, self._settings = dressing, settings
        dressing.wear(settings.appearance)
        group = QActionGroup(self)
        for appearance, text, shortcut in _CHOICES:
            group.addAction(self._action(appearance, text, shortcut))

    def _action(self, appearance: Appearance, text: str, shortcut: str) -> QAction:
        action = self.addAction(text)
        action.setObjectName(f"appearance_{appearance.value}")
        action.setShortcut(QKeySequence(shortcut))
        action.setCheckable(True)
        action.setChecked(appearance is self._dressing.appearance)
        action.triggered.connect(lambda _checked=False: self._choose(appearance))
        return action

    def _choose(self, appearance: Appearance) -> None:
        self._dressing.wear(appearance)
        self._settings.keep_appearance(appearance)
