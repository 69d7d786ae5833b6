"""The row over the plots: how much the curves are smoothed, what stands below them, and the way back from a zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from gui.language.translate import tr
from gui.training.plot_contents import Axis
from gui.window.icons import themed_icon
from gui.window.theme import HEADING_SCALE, SMALL, scaled_font

#: The slider counts hundredths of a weight; above this a curve is all but flat.
_MOST_SMOOTHING = 95
_SLIDER_WIDTH, _NARROWEST_SLIDER = 72, 40


class CurveControls(QWidget):
    """Smoothing, axis, learning rate, zoom."""

    changed = Signal()  # of smoothing or axis
    learning_rate_toggled = Signal(bool)
    reset_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._smoothing = QSlider(Qt.Orientation.Horizontal)
        self._axis = QComboBox()
        self.learning_rate = QToolButton()
        self.reset = QToolButton()
        self._build()
        self._lay_out()
        self._smoothing.valueChanged.connect(lambda _value: self.changed.emit())
        self._axis.currentIndexChanged.connect(lambda _index: self.changed.emit())
        self.learning_rate.toggled.connect(self.learning_rate_toggled)
        self.reset.clicked.connect(lambda _checked: self.reset_wanted.emit())

    @property
    def smoothing(self) -> float:
        """The weight of the past in a smoothed curve, from 0 (none) to below 1."""
        return self._smoothing.value() / 100.0

    @property
    def axis(self) -> Axis:
        """What stands below the plots."""
        return Axis(self._axis.currentData())

    def _build(self) -> None:
        self._smoothing.setObjectName("curve_smoothing")
        self._smoothing.setAccessibleName(tr("Smoothing of the curves, in hundredths"))
        self._smoothing.setToolTip(tr("Smooth the curves; what was measured stays faintly visible"))
        self._smoothing.setRange(0, _MOST_SMOOTHING)
        self._smoothing.setPageStep(10)
        self._smoothing.setMinimumWidth(_NARROWEST_SLIDER)
        self._smoothing.setMaximumWidth(_SLIDER_WIDTH)
        self._axis.setObjectName("curve_axis")
        self._axis.setAccessibleName(tr("Horizontal axis of the curves"))
        self._axis.setToolTip(tr("Count epochs, or the seconds that a run took, decoding and features included"))
        self._axis.addItem(tr("By epoch"), Axis.EPOCHS.value)
        self._axis.addItem(tr("By clock"), Axis.SECONDS.value)
        self.learning_rate.setObjectName("show_learning_rate")
        self.learning_rate.setText(tr("Learning rate"))
        self.learning_rate.setAccessibleName(tr("Plot of the learning rate"))
        self.learning_rate.setToolTip(tr("Show the learning rate of each epoch as a third plot"))
        self.learning_rate.setCheckable(True)
        self.reset.setObjectName("reset_zoom")
        self.reset.setIcon(themed_icon("reset_zoom"))
        self.reset.setAccessibleName(tr("Reset the zoom of the plots"))
        self.reset.setToolTip(tr("Show the curves whole again (double click on a plot)"))
        self.reset.setEnabled(False)
        for button in (self.learning_rate, self.reset):
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))

    def _lay_out(self) -> None:
        title = QLabel(tr("Curves"))
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        words = QLabel(tr("Smoothing"))
        words.setBuddy(self._smoothing)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(title, 1)
        for widget in (words, self._smoothing, self._axis, self.learning_rate, self.reset):
            row.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
