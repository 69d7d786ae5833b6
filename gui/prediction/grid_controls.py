"""How the grid of pictures is sorted, which of them it shows, and what counts as unlike: two rows of controls."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSizePolicy, QSlider, QSpinBox, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.layers.inspector.calm_combo_box import CalmComboBox
from gui.prediction.arrangement import Arrangement, Order
from gui.prediction.predicted_picture import PredictedPicture
from gui.training.named_button import named_button
from gui.window.quiet_label import QuietLabel
from gui.window.theme import LARGE, SMALL

_ALL = tr("All classes")
_LETTERS = 9
#: A slider that is being dragged is followed this late: a thousand pictures are put in order then.
_REST_MILLISECONDS = 60


class GridControls(QWidget):
    """Controls that make an `Arrangement`."""

    changed = Signal()
    export_wanted = Signal()

    def __init__(self, *, percentile: float, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._order, self._classes = CalmComboBox(), CalmComboBox()
        self._below = QSpinBox()
        self._unlike = QCheckBox(tr("Unlike only"))
        self._percentile = QSlider(Qt.Orientation.Horizontal)
        self._percentile_words = QLabel()
        self._count = QuietLabel()
        self._export = named_button("save_predictions", tr("Save table…"), "plan_save")
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._build(percentile)
        self._lay_out()
        self._connect()

    def _build(self, percentile: float) -> None:
        for order in Order:
            self._order.addItem(order.value, order)
        self._classes.addItem(_ALL)
        for box in (self._order, self._classes):
            box.setMinimumContentsLength(_LETTERS)
            box.setSizeAdjustPolicy(CalmComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._below.setRange(1, 100)
        self._below.setValue(100)
        self._below.setSuffix(" %")
        self._below.setKeyboardTracking(False)
        self._percentile.setRange(50, 100)
        self._percentile.setValue(round(percentile))
        self._percentile.setFixedWidth(110)
        self._count.setObjectName("picture_count")
        self._count.setWordWrap(False)
        self._export.setToolTip(tr("Save the pictures on show with their classes as a table (CSV)"))
        for control, name, read_as, tip in (
            (self._order, "sort_pictures", tr("Sort by"), tr("The order of the pictures")),
            (self._classes, "filter_class", tr("Class"), tr("Show only the pictures of one class")),
            (
                self._below,
                "below_confidence",
                tr("At most so sure"),
                tr("Show only the pictures of less sure answers"),
            ),
            (
                self._unlike,
                "only_unlike",
                tr("Unlike only"),
                tr("Show only the pictures that are unlike the training images"),
            ),
            (
                self._percentile,
                "unlike_beyond",
                tr("Unlike beyond"),
                tr(
                    "A picture is called unlike when it lies farther from the training images than this share of the "
                    "validation images"
                ),
            ),
        ):
            control.setObjectName(name)
            control.setAccessibleName(read_as)
            control.setAccessibleDescription(tip)
            control.setToolTip(tip)
        self._show_percentile()

    def _lay_out(self) -> None:
        upper, lower = QHBoxLayout(), QHBoxLayout()
        for words, control, row in (
            (tr("S&ort"), self._order, upper),
            (tr("C&lass"), self._classes, upper),
            (tr("Sure &below"), self._below, upper),
            (tr("&Unlike beyond"), self._percentile, lower),
            ("", self._percentile_words, lower),
            ("", self._unlike, lower),
        ):
            if words:
                label = QLabel(words)
                label.setBuddy(control)
                row.addWidget(label)
            row.addWidget(control)
            if control is not self._percentile:
                row.addSpacing(LARGE - SMALL)
        for row, end in ((upper, self._export), (lower, self._count)):
            row.setSpacing(SMALL)
            row.addStretch(1)
            row.addWidget(end)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(upper)
        column.addLayout(lower)

    def _connect(self) -> None:
        self._order.activated.connect(lambda _index: self.changed.emit())
        self._classes.activated.connect(lambda _index: self.changed.emit())
        self._below.valueChanged.connect(lambda _value: self.changed.emit())
        self._unlike.toggled.connect(lambda _checked: self.changed.emit())
        self._percentile.valueChanged.connect(self._on_percentile_moved)
        self._rest.timeout.connect(self.changed)
        self._export.clicked.connect(self.export_wanted)

    @property
    def arrangement(self) -> Arrangement:
        """What is chosen."""
        return Arrangement(
            order=self._order.currentData(),
            class_name=self._classes.currentText() if self._classes.currentIndex() > 0 else "",
            below=self._below.value() / 100.0,
            only_unlike=self._unlike.isChecked(),
            percentile=float(self._percentile.value()),
        )

    def set_percentile(self, percentile: float) -> None:
        """Take what was chosen elsewhere, without announcing it."""
        with QSignalBlocker(self._percentile):
            self._percentile.setValue(round(percentile))
        self._show_percentile()

    def offer_classes(self, names: Sequence[str]) -> None:
        """Offer these classes to choose from; the chosen one stays if it is among them."""
        offered = [_ALL, *names]
        if [self._classes.itemText(row) for row in range(self._classes.count())] != offered:
            chosen = self._classes.currentText()
            self._classes.clear()
            self._classes.addItems(offered)
            self._classes.setCurrentIndex(max(0, self._classes.findText(chosen)))

    def show_all(self) -> None:
        """Leave out nothing."""
        with QSignalBlocker(self._below), QSignalBlocker(self._unlike):
            self._classes.setCurrentIndex(0)
            self._below.setValue(100)
            self._unlike.setChecked(False)
        self.changed.emit()

    def show_count(self, shown: int, total: int) -> None:
        """Say how many pictures are on show."""
        self._count.setText(
            tr("{shown:,} of {total:,}", shown=shown, total=total)
            if shown != total
            else tr("{total:,} pictures", total=total)
        )
        self._export.setEnabled(shown > 0)

    def _on_percentile_moved(self) -> None:
        self._show_percentile()
        self._rest.start()

    def _show_percentile(self) -> None:
        self._percentile_words.setText(f"{self._percentile.value()} %")


def classes_of(pictures: Sequence[PredictedPicture]) -> list[str]:
    """Return the classes that the pictures have, in alphabetical order."""
    return sorted({name for one in pictures for name in (one.class_name, one.right_class) if name})
