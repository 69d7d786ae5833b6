"""F6 goes from one part of a page to the next, and Shift+F6 back, as in other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget


def go_round_with_f6(page: QWidget, panes: Callable[[], Sequence[QWidget]]) -> None:
    """Let F6 go round `panes()` while the focus is in `page`; what is hidden is passed over."""
    for keys, step in (("F6", 1), ("Shift+F6", -1)):
        shortcut = QShortcut(QKeySequence(keys), page, lambda step=step: _go(panes(), step))
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)


def _go(panes: Sequence[QWidget], step: int) -> None:
    shown = [pane for pane in panes if pane.isVisible() and pane.isEnabled()]
    if not shown:
        return
    focus = QApplication.focusWidget()
    inside = [pane for pane in shown if focus is not None and (pane is focus or pane.isAncestorOf(focus))]
    at = shown.index(inside[0]) if inside else -step if step > 0 else 0
    _give_focus(shown[(at + step) % len(shown)])


def _give_focus(pane: QWidget) -> None:
    if pane.focusPolicy() & Qt.FocusPolicy.TabFocus:
        pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return
    for child in pane.findChildren(QWidget):
        if child.isVisible() and child.isEnabled() and child.focusPolicy() & Qt.FocusPolicy.TabFocus:
            child.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
