"""A card that says one finding: a sentence, what to do about it, the remedy itself, and the things it is about."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QStringListModel, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListView, QSizePolicy, QVBoxLayout, QWidget

from gui.data.findings import NOTICE, OBSTACLE, Finding
from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import LARGE, MEDIUM, SMALL, TIGHT, accents, card_surface, hairline, scaled_font

_ICONS = {OBSTACLE: "error", NOTICE: "info"}
_DETAILS_SHOWN = 4


class FindingCard(QWidget):
    """remedy: what the card offers to do, None where a person has to act outside of the program."""

    def __init__(self, *, finding: Finding, remedy: QWidget | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.finding = finding
        self.setObjectName(f"finding_{finding.kind}")
        self.setAccessibleName(" ".join(part for part in (finding.sentence, finding.hint) if part))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        icon = IconLabel(name="warning", size=20)
        icon.set_icon(_ICONS.get(finding.kind, "warning"), colour=self._accent)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, SMALL, MEDIUM, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(finding, remedy), 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(card_surface(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _words(self, finding: Finding, remedy: QWidget | None) -> QVBoxLayout:
        sentence = QLabel(finding.sentence)
        sentence.setFont(scaled_font(self.font(), 1.0, strong=True))
        sentence.setWordWrap(True)
        sentence.setTextFormat(Qt.TextFormat.PlainText)
        sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column = QVBoxLayout()
        column.setSpacing(TIGHT)
        column.addWidget(sentence)
        if finding.hint:
            column.addWidget(QuietLabel(finding.hint))
        if remedy is not None:
            line = QHBoxLayout()
            line.setContentsMargins(0, TIGHT, 0, 0)
            line.addWidget(remedy)
            line.addStretch(1)
            column.addLayout(line)
        if finding.details:
            column.addWidget(self._details(finding))
        return column

    def _details(self, finding: Finding) -> QListView:
        view = QListView()
        view.setObjectName(f"details_{finding.kind}")
        view.setAccessibleName(finding.sentence)
        view.setModel(QStringListModel(list(finding.details), view))
        view.setUniformItemSizes(True)
        view.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        rows = min(len(finding.details), _DETAILS_SHOWN)
        view.setFixedHeight(rows * view.sizeHintForRow(0) + 2 * view.frameWidth())
        return view

    def _accent(self, palette: QPalette) -> QColor:
        chosen = accents(palette)
        return {OBSTACLE: chosen.error, NOTICE: chosen.ice}.get(self.finding.kind, chosen.warning)


#: Distance between two cards.
CARD_GAP = LARGE // 2
