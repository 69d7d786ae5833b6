"""Keys for the buttons of a page: they hold while the page is on show, and press what can be pressed."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QHelpEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

#: Of the Train page, by the object name of the button.
TRAINING_KEYS = {
    "start_training": "Ctrl+Return",
    "pause_training": "Ctrl+P",
    "stop_training": "Ctrl+.",
    "find_learning_rate": "Ctrl+L",
    "more_settings": "Ctrl+M",
    "extend_training": "Ctrl+E",
    "compare_with_scratch": "Ctrl+K",
    "accept_plan": "Ctrl+Shift+Return",
    "keep_plan": "Ctrl+Backspace",
    "undo_plan_change": "Ctrl+Shift+Backspace",
}


def give_keys(page: QWidget, keys: dict[str, str]) -> None:
    """Let each key press the button of that object name inside `page`; the button's tool tip ends with the key."""
    for name, key in keys.items():
        button = page.findChild(QAbstractButton, name)
        assert button is not None, name
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setObjectName(f"{name}_key")
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(partial(_press, button))
        button.installEventFilter(_KeyInToolTip(key, button))


def _press(button: QAbstractButton) -> None:
    if button.isVisible() and button.isEnabled():
        button.click()


class _KeyInToolTip(QObject):
    """Adds the key to whatever the tool tip says at the moment it is shown."""

    def __init__(self, key: str, button: QAbstractButton) -> None:
        super().__init__(button)
        self._key = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and isinstance(watched, QAbstractButton):
            words = watched.toolTip() or watched.accessibleName()
            QToolTip.showText(event.globalPos(), f"{words} ({self._key})", watched)
            return True
        return super().eventFilter(watched, event)
