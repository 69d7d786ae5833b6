"""What a finding offers to be done about it, as widgets: class weights turned on, a limit of pixels raised.

The widgets say what is wished; doing it is the page's concern.
"""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSpinBox, QWidget

from core.data.pixel_limit import LARGEST_PIXEL_LIMIT, USUAL_PIXEL_LIMIT
from gui.language.translate import tr
from gui.window.icons import themed_icon
from gui.window.theme import SMALL

_MILLION = 1_000_000


class ClassWeightsButton(QPushButton):
    """Turns class weights on, and off again; it shows which of the two holds."""

    wished = Signal(bool)

    def __init__(self, *, on: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("use_class_weights")
        self.setCheckable(True)
        self.setToolTip(tr("The Train page's setting “Balance the classes”: pictures of small classes count for more"))
        self.show_state(on)
        self.clicked.connect(self.wished)

    def show_state(self, on: bool) -> None:
        """Show whether class weights are on."""
        self.setChecked(on)
        self.setIcon(themed_icon("done") if on else themed_icon("train"))
        self.setText(tr("Class weights are on") if on else tr("Use class weights"))
        self.setAccessibleName(tr("Class weights are on; press to turn them off") if on else tr("Use class weights"))


class PixelLimitRemedy(QWidget):
    """A limit in millions of pixels, and a button that takes it and checks the folder again."""

    wished = Signal(object)  # int | None: pixels, None the usual limit

    def __init__(self, *, current: int | None, suggested: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QSpinBox()
        self._box.setObjectName("pixel_limit")
        self._box.setAccessibleName(tr("Limit of pixels, in millions"))
        self._box.setRange(1, LARGEST_PIXEL_LIMIT // _MILLION)
        self._box.setSuffix(tr(" million pixels"))
        self._box.setGroupSeparatorShown(True)
        with QSignalBlocker(self._box):
            self._box.setValue(suggested)
        raise_it = QPushButton(themed_icon("rescan"), tr("Raise the limit and check again"))
        raise_it.setObjectName("raise_pixel_limit")
        raise_it.setAccessibleName(tr("Raise the limit of pixels and check the folder again"))
        raise_it.clicked.connect(lambda: self.wished.emit(self._box.value() * _MILLION))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._box)
        row.addWidget(raise_it)
        if current is not None:
            usual = QPushButton(tr("Usual limit"))
            usual.setObjectName("usual_pixel_limit")
            usual.setAccessibleName(
                tr(
                    "Go back to the usual limit of {usual_pixel_limit} million pixels and check again",
                    usual_pixel_limit=USUAL_PIXEL_LIMIT // _MILLION,
                )
            )
            usual.clicked.connect(lambda: self.wished.emit(None))
            row.addWidget(usual)
        row.addStretch(1)
