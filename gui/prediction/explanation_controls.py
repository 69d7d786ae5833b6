"""What a person can choose of an explanation: the block, the class, how strong the map is, how far is too far."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QSlider, QSpinBox, QVBoxLayout, QWidget

from core.messages import Explained
from gui.language.translate import tr
from gui.layers.inspector.calm_combo_box import CalmComboBox
from gui.window.theme import SMALL, SMALL_SCALE, scaled_font

_OPACITY = 75


class ExplanationControls(QWidget):
    """A column of named controls. `block` and `class_name` are '' as long as the worker is to choose."""

    choice_changed = Signal()
    opacity_changed = Signal(float)  # 0 to 1
    percentile_changed = Signal(float)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.block, self.class_name = "", ""
        self._classes, self._blocks = CalmComboBox(), CalmComboBox()
        self._opacity = QSlider(Qt.Orientation.Horizontal)
        self._percentile = QSpinBox()
        self._build()
        self._lay_out()
        self._classes.activated.connect(self._on_classes_activated)
        self._blocks.activated.connect(self._on_blocks_activated)
        self._opacity.valueChanged.connect(lambda value: self.opacity_changed.emit(value / 100.0))
        self._percentile.valueChanged.connect(self._on_percentile_changed)

    def _build(self) -> None:
        self._classes.setObjectName("explained_class")
        self._classes.setToolTip(tr("The class that the map speaks for"))
        self._blocks.setObjectName("explained_block")
        self._blocks.setToolTip(
            tr("The block of the network whose map it is: later ones know objects, earlier ones edges")
        )
        self._opacity.setObjectName("heat_opacity")
        self._opacity.setToolTip(tr("How strongly the map covers the picture"))
        self._opacity.setRange(0, 100)
        self._opacity.setPageStep(10)
        self._opacity.setValue(_OPACITY)
        self._percentile.setObjectName("unlike_percentile")
        self._percentile.setToolTip(
            tr(
                "A picture is called unlike when it lies farther from the training images than this share "
                "of the validation images"
            )
        )
        self._percentile.setRange(50, 100)
        self._percentile.setValue(95)
        self._percentile.setSuffix(" %")
        self._percentile.setKeyboardTracking(False)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for words, control in (
            (tr("&Class"), self._classes),
            (tr("&Block"), self._blocks),
            (tr("&Opacity"), self._opacity),
            (tr("&Unlike beyond"), self._percentile),
        ):
            label = QLabel(words)
            label.setFont(scaled_font(self.font(), SMALL_SCALE))
            label.setBuddy(control)
            control.setAccessibleName(words.replace("&", ""))
            control.setAccessibleDescription(control.toolTip())
            column.addWidget(label)
            column.addWidget(control)
            column.addSpacing(SMALL)
        column.addStretch(1)

    @property
    def opacity(self) -> float:
        """How strongly the map covers the picture, 0 to 1."""
        return self._opacity.value() / 100.0

    @property
    def percentile(self) -> float:
        """So many of the validation images, in per cent, are called alike."""
        return float(self._percentile.value())

    def set_percentile(self, percentile: float) -> None:
        """Take what was chosen elsewhere."""
        self._percentile.setValue(round(percentile))

    def forget_class(self) -> None:
        """Let the worker choose the likeliest class again: another picture is looked at."""
        self.class_name = ""

    def show_explained(self, explained: Explained) -> None:
        """Offer the classes and blocks that there are, the last block first, and show those that were explained."""
        _offer(self._classes, explained.class_names, explained.class_name)
        _offer(self._blocks, explained.blocks[::-1], explained.block)

    def _on_percentile_changed(self, percentile: int) -> None:
        self.percentile_changed.emit(float(percentile))
        self.choice_changed.emit()

    def _on_classes_activated(self, _index: int) -> None:
        self.class_name = self._classes.currentText()
        self.choice_changed.emit()

    def _on_blocks_activated(self, _index: int) -> None:
        self.block = self._blocks.currentText()
        self.choice_changed.emit()


def _offer(box: QComboBox, names: tuple[str, ...], chosen: str) -> None:
    with QSignalBlocker(box):
        if [box.itemText(row) for row in range(box.count())] != list(names):
            box.clear()
            box.addItems(names)
        box.setCurrentText(chosen)
