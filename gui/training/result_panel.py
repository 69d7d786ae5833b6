"""The panel under the curves that says what came of a training, with the proof that what was frozen stayed so."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.messages import RunFinished
from gui.language.translate import tr
from gui.training.fact_strip import FactStrip
from gui.training.result_words import facts_of, frozen_layers_in_words
from gui.window.icon_label import IconLabel
from gui.window.theme import MEDIUM, SMALL, accents, scaled_font


class ResultPanel(QWidget):
    """Best epoch, accuracy, durations and the proof of freezing. Hidden until there is a result, its room kept.

    Else the curves would have to be drawn anew in another size at the very moment when a training ends.
    """

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._facts = FactStrip(columns=7)
        self._icon = IconLabel(name="snowflake", size=18)
        self._proof = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._proof.setObjectName("freezing_proof")
        self._lay_out()
        self._keep_room()
        self.hide()

    def _lay_out(self) -> None:
        proof = QHBoxLayout()
        proof.setSpacing(SMALL)
        proof.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        proof.addWidget(self._proof, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(self._facts)
        column.addLayout(proof)

    def _keep_room(self) -> None:
        self._facts.show_facts(((tr("Best epoch"), tr("1 of 1"), ""),))
        self._proof.setText(tr("1 of 1"))
        self.setMinimumHeight(self.sizeHint().height())
        policy = self.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self.setSizePolicy(policy)

    def show_result(self, result: RunFinished | None) -> None:
        """Show a result; None hides the panel."""
        self.setVisible(result is not None)
        if result is None:
            return
        changed = bool(result.frozen_layers_changed)
        self._facts.show_facts(facts_of(result))
        self._icon.set_icon("warning" if changed else "snowflake", colour=_warning if changed else _ice)
        self._proof.setText(frozen_layers_in_words(result))
        self._proof.setFont(scaled_font(self.font(), 1.0, strong=changed))


def _ice(palette: QPalette) -> QColor:
    return accents(palette).ice


def _warning(palette: QPalette) -> QColor:
    return accents(palette).error
