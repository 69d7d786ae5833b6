"""The quiet list of what could not be classified: a line for each file, with why. No dialogs."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.prediction.dropped_sources import Refusal
from gui.window.icons import themed_icon
from gui.window.theme import TIGHT

_LINES_ON_SHOW = 4


class RefusalList(QWidget):
    """Refused files with the reason; hidden while there is none."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QStandardItemModel(self)
        self._title = QLabel()
        self._view = _LinesView()
        self._view.setModel(self._lines)
        self._dismiss = QToolButton()
        self._dismiss.setIcon(themed_icon("close"))
        self._dismiss.setAutoRaise(True)
        self._dismiss.setAccessibleName(tr("Dismiss the list of refused files"))
        self._dismiss.setToolTip(tr("Dismiss"))
        self._dismiss.clicked.connect(self.clear)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._dismiss)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addWidget(self._view)

    @property
    def refusals(self) -> list[str]:
        """The lines on show."""
        return [self._lines.item(row).text() for row in range(self._lines.rowCount())]

    def add(self, refusals: Iterable[Refusal]) -> None:
        """Add a line for each refusal."""
        for refusal in refusals:
            line = QStandardItem(themed_icon("warning"), f"{refusal.name}: {said_by_core(refusal.reason)}")
            line.setToolTip(line.text())
            line.setEditable(False)
            self._lines.appendRow(line)
        count = self._lines.rowCount()
        self._title.setText(
            tr("1 could not be classified") if count == 1 else tr("{count} could not be classified", count=count)
        )
        self._view.updateGeometry()
        self.setVisible(count > 0)

    def clear(self) -> None:
        """Forget the refusals."""
        self._lines.clear()
        self.hide()


class _LinesView(QListView):
    """As tall as its lines, up to a few."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("refused_files")
        self.setAccessibleName(tr("Files that could not be classified"))
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setUniformItemSizes(True)
        self.setIconSize(QSize(16, 16))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        rows = min(_LINES_ON_SHOW, max(1, self.model().rowCount()))
        height = max(self.sizeHintForRow(0), self.fontMetrics().height() + TIGHT)
        return QSize(super().sizeHint().width(), rows * height + 2 * self.frameWidth())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
