"""One backend as a card that can be chosen: name and version, what it computes with, what this platform means to it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QVBoxLayout, QWidget

from core.messages import BackendDescription
from gui.backends.backend_words import backend_title, devices_in_words
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import (
    HAIR,
    LARGE,
    MEDIUM,
    SMALL,
    SMALL_SCALE,
    TIGHT,
    accents,
    card_surface,
    hairline,
    scaled_font,
    tinted_surface,
)

_ASKING = tr("Being asked…")


class BackendCard(QWidget):
    """A radio button with what is known of its backend; it can be chosen where the backend starts."""

    chosen = Signal(str)

    def __init__(self, backend: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.backend = backend
        self._description: BackendDescription | None = None
        self.button = QRadioButton(backend_title(backend))
        self._recommended = _Chip(tr("Recommended here"), icon="done")
        self._in_use = _Chip(tr("In use"), icon="device")
        self._devices = QLabel(_ASKING)
        self._reason = QuietLabel(scale=SMALL_SCALE)
        self._build()
        self._lay_out()
        self.button.toggled.connect(self._on_button_toggled)

    @property
    def description(self) -> BackendDescription | None:
        """What the backend said; None until it has answered."""
        return self._description

    def show_asking(self) -> None:
        """Say that an answer is on its way."""
        self._description = None
        self._devices.setText(_ASKING)
        self._reason.setText("")
        self._recommended.hide()
        self.button.setEnabled(False)

    def show_description(self, description: BackendDescription) -> None:
        """Show what the backend said."""
        self._description = description
        self.button.setText(f"{backend_title(description.backend)} {description.version}".rstrip())
        self.button.setEnabled(bool(description.devices))
        self._devices.setText(devices_in_words(description))
        self._reason.setText("\n".join(said_by_core(part) for part in (description.remedy, description.reason) if part))
        self._recommended.setVisible(description.recommended)
        self._name_for_screen_readers()

    def show_in_use(self, in_use: bool) -> None:
        """Mark the backend that the workers run on."""
        self._in_use.setVisible(in_use)
        self._name_for_screen_readers()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the backend wherever its card is clicked."""
        if self.button.isEnabled():
            self.button.setChecked(True)
            self.button.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = self.button.isChecked()
        ice = accents(self.palette()).ice
        painter.setPen(ice if chosen else hairline(self.palette()))
        painter.setBrush(tinted_surface(self.palette(), ice) if chosen else card_surface(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)

    def _build(self) -> None:
        self.setObjectName(f"backend_card_{self.backend}")
        self.button.setObjectName(f"backend_{self.backend}")
        self.button.setFont(scaled_font(self.font(), 1.0, strong=True))
        self.button.setEnabled(False)
        self._devices.setWordWrap(True)
        self._devices.setTextFormat(Qt.TextFormat.PlainText)
        self._recommended.hide()
        self._in_use.hide()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self.button)
        head.addStretch(1)
        head.addWidget(self._in_use)
        head.addWidget(self._recommended)
        words = QVBoxLayout()
        words.setContentsMargins(LARGE + TIGHT, 0, 0, 0)
        words.setSpacing(TIGHT)
        words.addWidget(self._devices)
        words.addWidget(self._reason)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, SMALL, MEDIUM, MEDIUM)
        column.setSpacing(TIGHT)
        column.addLayout(head)
        column.addLayout(words)

    def _name_for_screen_readers(self) -> None:
        chips = [chip.text for chip in (self._recommended, self._in_use) if not chip.isHidden()]
        self.button.setAccessibleName(", ".join([self.button.text(), *chips]))
        self.button.setAccessibleDescription(" ".join((self._devices.text(), self._reason.text())))

    def _on_button_toggled(self, checked: bool) -> None:
        self.update()
        if checked:
            self.chosen.emit(self.backend)


class _Chip(QWidget):
    """A word with a sign of its own shape."""

    def __init__(self, text: str, *, icon: str) -> None:
        super().__init__()
        self.text = text
        label = QLabel(text)
        label.setFont(scaled_font(self.font(), SMALL_SCALE))
        sign = IconLabel(name=icon, size=14)
        sign.set_icon(icon)
        row = QHBoxLayout(self)
        row.setContentsMargins(SMALL, HAIR, SMALL, HAIR)
        row.setSpacing(TIGHT)
        row.addWidget(sign)
        row.addWidget(label)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        tone: QColor = accents(self.palette()).success
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tinted_surface(self.palette(), tone))
        painter.drawRoundedRect(QRectF(self.rect()), 6, 6)
