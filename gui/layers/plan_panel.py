"""The panel beside the tree: the controls of the freeze plan above, what comes of it in numbers and words below.

What a plan costs is said by a panel of its own, which stands at the end of this one.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan
from gui.language.translate import local_number, tr
from gui.layers.freeze_controls import FreezeControls
from gui.layers.parameter_bar import ParameterBar
from gui.layers.plan_words import batch_norm_in_words, parameter_totals
from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, SMALL_SCALE, card_surface, hairline, scaled_font

WIDTH = 264


class PlanPanel(QWidget):
    """Shows the plan of a network."""

    def __init__(self, *, cost: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cost = cost
        self.controls = FreezeControls()
        self._bar = ParameterBar()
        self._frozen = _number("frozen_parameters")
        self._trainable = _number("trainable_parameters")
        self._batch_norm = QuietLabel(scale=SMALL_SCALE)
        self.setMinimumWidth(WIDTH)
        self._lay_out()

    def show_plan(self, plan: FreezePlan, network: NetworkDescription) -> None:
        """Show this plan and what comes of it."""
        self.controls.show_plan(plan)
        totals = parameter_totals(plan, network)
        self._bar.show_totals(totals)
        self._frozen.setText(local_number(f"{totals.frozen:,}"))
        self._trainable.setText(local_number(f"{totals.trainable:,}"))
        notes = [batch_norm_in_words(plan, network)]
        if totals.following:
            notes.append(
                tr("{following:,} moving statistics are neither frozen nor trained.", following=totals.following)
            )
        self._batch_norm.setText(" ".join(note for note in notes if note))
        self._batch_norm.setVisible(any(notes))

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(LARGE, MEDIUM, LARGE, MEDIUM)
        column.setSpacing(SMALL)
        column.addWidget(self.controls)
        column.addSpacing(SMALL)
        column.addWidget(_heading(tr("Weights of the backbone")))
        column.addWidget(self._bar)
        column.addLayout(self._numbers())
        column.addWidget(self._batch_norm)
        column.addSpacing(SMALL)
        column.addWidget(self._cost)
        column.addStretch(1)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(_scrolling(content))

    def _numbers(self) -> QGridLayout:
        grid = QGridLayout()
        grid.setHorizontalSpacing(SMALL)
        grid.setColumnStretch(2, 1)
        for row, (icon, words, number) in enumerate(
            (("snowflake", tr("Frozen"), self._frozen), ("flame", tr("Trainable"), self._trainable))
        ):
            grid.addWidget(IconLabel(name=icon, size=16), row, 0)
            grid.addWidget(QLabel(words), row, 1)
            grid.addWidget(number, row, 2)
        return grid

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(card_surface(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _scrolling(content: QWidget) -> QScrollArea:
    """Return `content` in an area that scrolls where the window is low, and shows the panel's own ground."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setAccessibleName(tr("Freeze plan and its cost"))
    area.setWidget(content)
    content.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area


def _heading(words: str) -> QLabel:
    label = QLabel(words)
    label.setFont(scaled_font(label.font(), HEADING_SCALE, strong=True))
    return label


def _number(name: str) -> QLabel:
    label = QLabel()
    label.setObjectName(name)
    label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return label
