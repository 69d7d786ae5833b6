"""The slim bar on the Train page that tells of a changed plan while a training is under way, with what can be done."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.plan_change import PlanAction, PlanOffer
from gui.training.turning_row import TurningRow
from gui.window.icon_label import IconLabel
from gui.window.theme import LARGE, MEDIUM, SMALL, accents, tinted_surface

_NARROWEST_SENTENCE = 200
_BUTTONS = {
    PlanAction.ACCEPT: ("accept_plan", tr("Go on with the new plan")),
    PlanAction.KEEP: ("keep_plan", tr("Keep the old plan")),
    PlanAction.TAKE_BACK: ("take_plan_back", tr("Take back")),
    PlanAction.UNDO: ("undo_plan_change", tr("Undo")),
}


class PlanChangeBar(QWidget):
    """A sentence and one or two buttons. Hidden while there is nothing to say."""

    action_chosen = Signal(object)  # PlanAction

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plan_change_bar")
        self._offer: PlanOffer | None = None
        self._icon = IconLabel(name="flame", size=18)
        self._sentence = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._sentence.setObjectName("plan_change_sentence")
        self._buttons: dict[PlanAction, QPushButton] = {}
        self._build()
        self.hide()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._icon.set_icon("flame", colour=_ember)
        self._sentence.setMinimumWidth(_NARROWEST_SENTENCE)
        what, ways = _row(), _row()
        what.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        what.addWidget(self._sentence, 1)
        for action, (name, words) in _BUTTONS.items():
            button = self._buttons[action] = named_button(name, words)
            button.clicked.connect(lambda _checked=False, action=action: self.action_chosen.emit(action))
            button.hide()
            ways.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        row = TurningRow(spacing=MEDIUM)
        for part, stretch in ((what, 1), (ways, 0)):
            holder = QWidget()
            holder.setLayout(part)
            row.add_part(holder, stretch)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        frame.addWidget(row)

    def show_offer(self, offer: PlanOffer | None) -> None:
        """Say what is offered; None hides the bar. What is new is told to screen readers."""
        if offer == self._offer:
            return
        self._offer = offer
        if offer is None:
            self.hide()
            return
        self._sentence.setText(offer.sentence)
        for action, button in self._buttons.items():
            button.setVisible(action in offer.actions)
        undo = tr("Undo: back to epoch {epoch}", epoch=offer.epoch)
        self._buttons[PlanAction.UNDO].setText(undo)
        self._buttons[PlanAction.UNDO].setAccessibleName(undo)
        self.setAccessibleName(offer.sentence)
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = _ember(self.palette())
        painter.setPen(accent)
        painter.setBrush(tinted_surface(self.palette(), accent))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(SMALL)
    return row


def _ember(palette: QPalette) -> QColor:
    return accents(palette).ember
