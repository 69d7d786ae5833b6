"""A strip at the top of a page that says what the user should know, instead of a dialog box in the way.

It shows one message at a time, the newest; whoever has something to say calls `show_message`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import Enum

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QColor, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QToolButton, QVBoxLayout, QWidget

from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.window.icon_label import IconLabel
from gui.window.icons import themed_icon
from gui.window.theme import LARGE, MEDIUM, SMALL, TIGHT, accents, scaled_font, tinted_surface


class Level(Enum):
    """How much a message matters; each has an icon of its own shape."""

    INFORMATION = "info"
    WARNING = "warning"
    ERROR = "error"


#: A button of a message: what it says and what it does.
MessageAction = tuple[str, Callable[[], object]]


class MessageBar(QWidget):
    """A message with its icon, a sentence, a hint, buttons, and a way to put it away. Hidden while there is none."""

    dismissed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._level = Level.INFORMATION
        self._icon = IconLabel(name=Level.INFORMATION.value, size=20)
        self._sentence = QLabel()
        self._hint = QLabel()
        self._buttons = QHBoxLayout()
        self._dismiss = QToolButton()
        self._build()
        self._lay_out()
        self._dismiss.clicked.connect(self.dismiss)
        self.hide()

    @property
    def level(self) -> Level:
        """How much the message on show matters."""
        return self._level

    @property
    def text(self) -> str:
        """The sentence on show and its hint."""
        return " ".join(part for part in (self._sentence.text(), self._hint.text()) if part)

    def show_message(self, level: Level, sentence: str, hint: str = "", actions: Sequence[MessageAction] = ()) -> None:
        """Show a message in place of the one before, and tell it to screen readers.

        sentence, hint: the window's own words, or what the core said, as it said it. A button's action also puts the
        message away.
        """
        self._level = level
        self._icon.set_icon(level.value, colour=self._accent)
        self._sentence.setText(said_by_core(sentence))
        self._hint.setText(said_by_core(hint))
        self._hint.setVisible(bool(hint))
        self._replace_buttons(actions)
        self.setAccessibleName(self.text)
        self.update()
        self.show()
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.Alert))

    def dismiss(self) -> None:
        """Put the message away."""
        if not self.isHidden():
            self.hide()
            self.dismissed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        accent = self._accent(self.palette())
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(accent)
        painter.setBrush(tinted_surface(self.palette(), accent))
        painter.drawRoundedRect(frame, 6, 6)

    def _build(self) -> None:
        self._sentence.setFont(scaled_font(self.font(), 1.0, strong=True))
        for label in (self._sentence, self._hint):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._dismiss.setIcon(themed_icon("close"))
        self._dismiss.setAutoRaise(True)
        self._dismiss.setAccessibleName(tr("Dismiss message"))
        self._dismiss.setToolTip(tr("Dismiss"))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(TIGHT)
        texts.addWidget(self._sentence)
        texts.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(LARGE, SMALL, SMALL, SMALL)
        row.setSpacing(MEDIUM)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(texts, 1)
        row.addLayout(self._buttons)
        row.addWidget(self._dismiss, 0, Qt.AlignmentFlag.AlignVCenter)

    def _replace_buttons(self, actions: Sequence[MessageAction]) -> None:
        while (item := self._buttons.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for text, act in actions:
            button = QPushButton(text)
            button.setAccessibleName(text)
            button.clicked.connect(self.dismiss)
            button.clicked.connect(lambda _checked=False, act=act: act())
            self._buttons.addWidget(button)

    def _accent(self, palette: QPalette) -> QColor:
        chosen = accents(palette)
        return {Level.INFORMATION: chosen.ice, Level.WARNING: chosen.warning, Level.ERROR: chosen.error}[self._level]
