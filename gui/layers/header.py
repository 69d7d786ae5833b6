"""The head of the Layers page: its title, what is shown in a sentence, and the choice between freeze plan and movement.

With movement on show it also has the slider over the epochs and the proof that frozen layers stayed as they were.
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLabel, QRadioButton, QSlider, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.layers.movement import MovementModel
from gui.layers.movement_words import epoch_in_words, is_broken, proof_in_words, story_in_words
from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, LARGE, MEDIUM, SMALL, accents, scaled_font

_PURPOSE = tr(
    "What bears a flame will learn; what bears a snowflake stays as it was trained on ImageNet. "
    "Drag the frost line, or click a block."
)
_SLIDER_WIDTH = 260


class LayersHeader(QWidget):
    """Shows a `MovementModel` and changes which of its epochs is chosen.

    title: what stands before the choice.
    """

    def __init__(self, *, movement: MovementModel, title: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._movement = movement
        self._title = title
        self._words = QuietLabel(_PURPOSE)
        self._plan, self._moved = QRadioButton(tr("Freeze plan")), QRadioButton(tr("Movement"))
        self._strip = QWidget()
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._epoch = QLabel()
        self._icon = IconLabel(name="snowflake", size=18)
        self._proof = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._build()
        self._lay_out()
        self._connect()
        self._show()

    def _build(self) -> None:
        self._words.setObjectName("layers_story")
        self._plan.setObjectName("show_freeze_plan")
        self._plan.setAccessibleName(tr("Show the freeze plan"))
        self._plan.setToolTip(tr("Colours tell what is frozen and what learns"))
        self._moved.setObjectName("show_movement")
        self._moved.setAccessibleName(tr("Show how far layers moved"))
        self._moved.setToolTip(tr("Colours tell how far each layer moved in training"))
        self._plan.setChecked(True)
        choice = QButtonGroup(self)
        choice.addButton(self._plan)
        choice.addButton(self._moved)
        self._slider.setObjectName("movement_epoch")
        self._slider.setAccessibleName(tr("Epoch whose movement is shown"))
        self._slider.setPageStep(1)
        self._slider.setFixedWidth(_SLIDER_WIDTH)
        self._proof.setObjectName("movement_proof")
        # So that nothing moves from epoch to epoch.
        self._epoch.setMinimumWidth(self.fontMetrics().horizontalAdvance(tr("Epoch 0000 of 0000")))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(LARGE)
        top.addWidget(self._title, 1)
        top.addWidget(self._plan, 0, Qt.AlignmentFlag.AlignBottom)
        top.addWidget(self._moved, 0, Qt.AlignmentFlag.AlignBottom)
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(0, SMALL, 0, 0)
        strip.setSpacing(MEDIUM)
        strip.addWidget(self._slider)
        strip.addWidget(self._epoch)
        strip.addStretch(1)
        strip.addWidget(self._icon)
        strip.addWidget(self._proof)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(top)
        column.addWidget(self._words)
        column.addWidget(self._strip)

    def _connect(self) -> None:
        self._moved.toggled.connect(self._movement.show)
        self._slider.valueChanged.connect(self._movement.choose_epoch)
        self._movement.run_changed.connect(self._show)

    # ------------------------------------------------------------------ what is shown

    def _show(self) -> None:
        shown = self._movement.is_shown
        self._strip.setVisible(shown)
        if not shown:
            self._words.setText(_PURPOSE)
            return
        run, epoch = self._movement.run, self._movement.epoch
        self._words.setText(story_in_words(run, epoch, self._movement.values))
        self._epoch.setText(epoch_in_words(run, epoch))
        self._show_slider(0 if run is None else len(run.epochs), epoch)
        self._show_proof()

    def _show_slider(self, epochs: int, epoch: int) -> None:
        self._slider.blockSignals(True)
        self._slider.setRange(1, max(1, epochs))
        self._slider.setValue(epoch)
        self._slider.blockSignals(False)
        self._slider.setEnabled(epochs > 1)

    def _show_proof(self) -> None:
        run = self._movement.run
        words, broken = proof_in_words(run), is_broken(run)
        self._proof.setText(words)
        self._proof.setFont(scaled_font(self.font(), 1.0, strong=broken))
        self._icon.setVisible(bool(words))
        self._icon.set_icon("warning" if broken else "snowflake", colour=_error if broken else _ice)


def _ice(palette: QPalette) -> QColor:
    return accents(palette).ice


def _error(palette: QPalette) -> QColor:
    return accents(palette).error
