"""What a format can be written with: the precision of its weights, and the resizing of pictures inside the model.

Only what the chosen format can hold is shown.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QWidget

from core.export.formats import FLOAT32, ExportFormat
from gui.export.export_words import precision_in_words
from gui.language.translate import tr
from gui.window.theme import MEDIUM


class OptionRow(QWidget):
    """Precision and resizing."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._precision = QComboBox()
        self._precision.setObjectName("export_precision")
        self._precision.setAccessibleName(tr("Precision of the weights"))
        self._resize = QCheckBox(tr("Takes pictures of any size"))
        self._resize.setObjectName("export_resize_inside")
        self._resize.setAccessibleName(tr("The model takes pictures of any size"))
        self._resize.setToolTip(
            tr("The model itself cuts a picture to its middle and resizes it, so that whoever uses it need not.")
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(MEDIUM)
        row.addWidget(self._precision)
        row.addWidget(self._resize)
        row.addStretch(1)
        self._precision.currentIndexChanged.connect(self.changed)

    @property
    def precision(self) -> str:
        """The chosen precision."""
        return str(self._precision.currentData() or FLOAT32)

    @property
    def resize_inside(self) -> bool:
        """Whether the model is to resize pictures."""
        return not self._resize.isHidden() and self._resize.isChecked()

    def show_options_of(self, chosen: ExportFormat) -> bool:
        """Offer what a format can hold; return whether there is anything to choose."""
        listed = tuple(self._precision.itemData(index) for index in range(self._precision.count()))
        if listed != chosen.precisions:
            # Who asks for the options knows that they change.
            with QSignalBlocker(self._precision):
                self._precision.clear()
                for one in chosen.precisions:
                    self._precision.addItem(precision_in_words(one), one)
        self._precision.setVisible(len(chosen.precisions) > 1)
        self._resize.setVisible(chosen.can_resize)
        return len(chosen.precisions) > 1 or chosen.can_resize
