"""What a scan found that a person should know, as a list of cards, each with its remedy.

The number of cards is that of the kinds of findings, never that of files or classes.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from core.messages import FolderScan
from gui.data.finding_card import CARD_GAP, FindingCard
from gui.data.findings import (
    ACROSS,
    IMBALANCE,
    RAISED,
    TOO_LARGE,
    Finding,
    findings_of,
    in_millions,
    limit_that_helps,
)
from gui.data.remedies import ClassWeightsButton, PixelLimitRemedy
from gui.language.translate import tr
from gui.shared_settings import SharedSettings
from gui.window.icons import themed_icon
from gui.window.theme import SMALL


class FindingsView(QScrollArea):
    """Cards from top to bottom. What their remedies wish leaves as signals."""

    class_weights_wished = Signal(bool)
    pixel_limit_wished = Signal(object)  # int | None
    duplicates_wished = Signal()  # to see the pictures that are in several classes

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("findings")
        self.setAccessibleName(tr("What to know of this folder"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self._settings = SharedSettings()
        self.findings: tuple[Finding, ...] = ()
        self._weights: ClassWeightsButton | None = None

    def show_scan(self, scan: FolderScan, notices: Sequence[str]) -> None:
        """Show what this scan, and the remarks on its way, say."""
        self.findings = findings_of(scan, notices, pixel_limit=self._settings.pixel_limit)
        self._weights = None
        content = QWidget()
        content.setAutoFillBackground(False)
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, SMALL, 0)
        column.setSpacing(CARD_GAP)
        for finding in self.findings:
            column.addWidget(FindingCard(finding=finding, remedy=self._remedy(finding, scan)))
        column.addStretch(1)
        self.setWidget(content)

    def clear(self) -> None:
        """Show nothing."""
        self.findings = ()
        self._weights = None
        if (content := self.takeWidget()) is not None:
            content.deleteLater()

    def show_settings(self, settings: SharedSettings) -> None:
        """Show what holds for the next training."""
        self._settings = settings
        if self._weights is not None:
            self._weights.show_state(settings.class_weights)

    def _remedy(self, finding: Finding, scan: FolderScan) -> QWidget | None:
        if finding.kind == IMBALANCE:
            self._weights = ClassWeightsButton(on=self._settings.class_weights)
            self._weights.wished.connect(self.class_weights_wished)
            return self._weights
        if finding.kind == ACROSS:
            show = QPushButton(themed_icon("copies"), tr("Show these pictures"))
            show.setObjectName("show_duplicates")
            show.setAccessibleName(tr("Show the pictures that are in several classes, on the tab Duplicates"))
            show.setToolTip(tr("The tab Duplicates has them side by side, and what to do about each"))
            show.clicked.connect(lambda _checked=False: self.duplicates_wished.emit())
            return show
        if finding.kind in (TOO_LARGE, RAISED):
            current = self._settings.pixel_limit
            suggested = limit_that_helps(scan) if finding.kind == TOO_LARGE or current is None else in_millions(current)
            remedy = PixelLimitRemedy(current=current, suggested=suggested)
            remedy.wished.connect(self.pixel_limit_wished)
            return remedy
        return None
