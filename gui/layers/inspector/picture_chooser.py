"""The picture that is shown to the network, small, and the controls that choose another."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.layers.inspector.calm_combo_box import CalmComboBox
from gui.layers.inspector.picture_choice import PictureChoice
from gui.layers.inspector.waiting_ground import waiting_ground
from gui.window.elided_label import ElidedLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, MEDIUM, SMALL_SCALE, TIGHT, scaled_font

_EDGE = 72
_DROPPED = tr("Dropped picture")
_INVITATION = tr("Drop a picture here to see what this layer makes of it, or open a folder on the Data page.")


class PictureChooser(QWidget):
    """Shows a `PictureChoice` and changes it."""

    def __init__(self, *, choice: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._choice = choice
        self._seen = _SeenPicture()
        self._classes = CalmComboBox()
        self._previous = _step_button("previous_picture", tr("Previous picture"), Qt.ArrowType.LeftArrow)
        self._next = _step_button("next_picture", tr("Next picture"), Qt.ArrowType.RightArrow)
        self._place = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._name = ElidedLabel(quiet=True)
        self._invitation = QuietLabel(_INVITATION, scale=SMALL_SCALE)
        self._controls = QWidget()
        self._build()
        self._lay_out()
        self._connect()
        self._show_choice()

    @property
    def seen(self) -> QImage:
        """What the network saw of the chosen picture; null while that is waited for."""
        return self._seen.image

    def show_seen(self, image: QImage) -> None:
        """Show what the network saw of the chosen picture; a null image while that is waited for."""
        self._seen.show_image(image)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        small = scaled_font(self.font(), SMALL_SCALE)
        self._classes.setObjectName("inspected_class")
        self._classes.setAccessibleName(tr("Class of the picture"))
        self._place.setFont(small)
        self._name.setFont(small)
        self._name.setObjectName("inspected_picture")

    def _lay_out(self) -> None:
        steps = QHBoxLayout()
        steps.setSpacing(TIGHT)
        steps.addWidget(self._previous)
        steps.addWidget(self._place, 1)
        steps.addWidget(self._next)
        beside = QVBoxLayout()
        beside.setSpacing(TIGHT)
        beside.addWidget(self._classes)
        beside.addLayout(steps)
        beside.addWidget(self._name)
        row = QHBoxLayout(self._controls)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self._seen, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(beside, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, HAIR, 0, TIGHT)
        column.addWidget(self._controls)
        column.addWidget(self._invitation)

    def _connect(self) -> None:
        self._choice.changed.connect(self._show_choice)
        self._classes.activated.connect(self._on_classes_activated)
        self._previous.clicked.connect(lambda: self._choice.step(-1))
        self._next.clicked.connect(lambda: self._choice.step(1))

    # ------------------------------------------------------------------ showing

    def _show_choice(self) -> None:
        choice = self._choice
        names = ((_DROPPED,) if choice.is_dropped else ()) + choice.class_names
        if names != tuple(self._classes.itemText(row) for row in range(self._classes.count())):
            self._classes.clear()
            self._classes.addItems(list(names))
        self._classes.setCurrentIndex(0 if choice.is_dropped else choice.chosen_class)
        number, count = choice.place
        self._place.setText(
            "" if choice.is_dropped or not count else tr("{number:,} of {count:,}", number=number, count=count)
        )
        for button in (self._previous, self._next):
            button.setEnabled(count > 1 or (choice.is_dropped and count > 0))
        self._name.setText(choice.name)
        self._controls.setVisible(choice.source is not None)
        self._invitation.setVisible(choice.source is None)

    def _on_classes_activated(self, row: int) -> None:
        self._choice.choose_class(row - 1 if self._choice.is_dropped else row)


class _SeenPicture(QWidget):
    """The square that the network sees; its ground while that is waited for."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.image = QImage()
        self.setFixedSize(QSize(_EDGE, _EDGE))
        self.setToolTip(tr("The part of the picture that the network sees"))

    def show_image(self, image: QImage) -> None:
        self.image = image
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self.image.isNull():
            painter.fillRect(self.rect(), waiting_ground(self.palette()))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(QRectF(self.rect()), self.image)


def _step_button(name: str, words: str, arrow: Qt.ArrowType) -> QToolButton:
    button = QToolButton(arrowType=arrow, autoRaise=True)
    button.setAutoRepeat(True)
    button.setObjectName(name)
    button.setAccessibleName(words)
    button.setToolTip(words)
    button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return button
