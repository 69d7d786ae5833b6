"""Lets the tool tips of a page lead to the glossary, and gives its widgets a What's This text from there."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from gui.commands.page_action import LEARN_MORE
from gui.glossary.lookup import explained_widgets


class TeachingTips(QObject):
    """Adds to each tool tip, at the moment it is shown, where to read more."""

    def teach(self, page: QWidget) -> None:
        """Teach about all widgets in `page` that a term explains."""
        for widget, term in explained_widgets(page):
            widget.setProperty(LEARN_MORE, f"F1: {term.question}")
            widget.setWhatsThis(f"{term.title}. {term.text}")
            if not isinstance(widget, QAbstractButton):  # Their actions show the tips of buttons, with their keys.
                widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and isinstance(watched, QWidget):
            words = watched.toolTip()
            if words:
                QToolTip.showText(event.globalPos(), f"{words}\n{watched.property(LEARN_MORE)}", watched)
                return True
        return super().eventFilter(watched, event)
