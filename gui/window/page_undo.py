"""Which history Undo and Redo work on: what the page in front changes. The menu says the change by its name."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QUndoGroup, QUndoStack

from gui.language.translate import tr
from gui.window.main_window import MainWindow

#: The pages on which pictures are corrected; on the others it is the freeze plan that is changed.
CORRECTING_PAGES = frozenset({"data", "evaluate", "predict"})


class PageUndo(QUndoGroup):
    """Both histories of a window behind its two actions."""

    def __init__(
        self, *, window: MainWindow, plans: QUndoStack, corrections: QUndoStack, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._window, self._plans, self._corrections = window, plans, corrections
        for stack in (plans, corrections):
            self.addStack(stack)
        undo, redo = window.actions_by_name["undo"], window.actions_by_name["redo"]
        for action in (undo, redo):
            action.setEnabled(False)
        self.canUndoChanged.connect(undo.setEnabled)
        self.canRedoChanged.connect(redo.setEnabled)
        self.undoTextChanged.connect(
            lambda change: undo.setText(tr("&Undo {change}", change=change) if change else tr("&Undo"))
        )
        self.redoTextChanged.connect(
            lambda change: redo.setText(tr("&Redo {change}", change=change) if change else tr("&Redo"))
        )
        window.undo_requested.connect(self.undo)
        window.redo_requested.connect(self.redo)
        window.step_shown.connect(self._on_window_step_shown)
        window.destroyed.connect(self._on_window_destroyed)

    def _on_window_step_shown(self, name: str) -> None:
        self.setActiveStack(self._corrections if name in CORRECTING_PAGES else self._plans)

    def _on_window_destroyed(self) -> None:
        """Say nothing more: the actions go before the histories do."""
        self.blockSignals(True)
