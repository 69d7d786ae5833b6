"""The table of files that can't be used, as a view: how it looks, and that Enter opens a file's folder."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QTableView, QWidget

from gui.data.problem_table_model import PROBLEM_ROLE, ProblemTableModel
from gui.language.translate import tr
from gui.window.calm_table import calm_table

_FILE_WIDTH = 300


class ProblemTable(QTableView):
    """Shows a `ProblemTableModel`, which is its `problems`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.problems = ProblemTableModel(parent=self)
        self.setObjectName("problem_table")
        self.setAccessibleName(tr("Files that can't be used"))
        self.setToolTip(tr("Double-click or press Enter to open the file's folder"))
        self.setModel(self.problems)
        calm_table(self)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.horizontalHeader().setStretchLastSection(True)
        self.setColumnWidth(0, _FILE_WIDTH)
        self.activated.connect(self._on_activated)

    def _on_activated(self, index: QModelIndex) -> None:
        problem = index.data(PROBLEM_ROLE)
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(problem.file.parent)))
