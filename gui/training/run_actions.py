"""What can be done with the run in use beside using its model: train it further, compare it with one from scratch."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QSizePolicy, QWidget

from core.training.run_record import RunRecord
from gui.language.translate import tr
from gui.training.named_button import named_button
from gui.training.number_boxes import WholeNumberBox
from gui.training.obstacles import NO_RUN, why_not_compare
from gui.training.turning_row import TurningRow
from gui.window.elided_label import ElidedLabel
from gui.window.theme import LARGE, SMALL

_MORE_EPOCHS = 10
_WHAT_EXTENDING_DOES = tr("Goes on from the best epoch with the same settings; the curves go on where they ended.")
_WHAT_COMPARING_DOES = tr("Trains the same network from random weights, and lays the curves over each other.")


class RunActions(TurningRow):
    """A row of buttons under the table of runs, for the run that is selected there."""

    extension_wanted = Signal(int)  # how many more epochs
    comparison_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(spacing=LARGE, parent=parent)
        self._name = ElidedLabel()
        self._epochs = WholeNumberBox(lowest=1, highest=1000, unit=tr("more epochs"), unit_of_one=tr("more epoch"))
        self._extend = named_button("extend_training", tr("Train further"), "play")
        self._compare = named_button("compare_with_scratch", tr("Compare with training from scratch…"))
        self._build()
        self._lay_out()
        self._extend.clicked.connect(lambda: self.extension_wanted.emit(self._epochs.value()))
        self._compare.clicked.connect(self.comparison_wanted)
        self.show_run("", None, why_not=NO_RUN)

    def _build(self) -> None:
        self._name.setObjectName("run_in_use")
        self._epochs.setObjectName("more_epochs")
        self._epochs.setAccessibleName(tr("More epochs"))
        self._epochs.setToolTip(tr("How many epochs the run is to go on for."))
        self._epochs.setValue(_MORE_EPOCHS)
        self._epochs.valueChanged.connect(self._show_words)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _lay_out(self) -> None:
        further = QWidget()
        row = QHBoxLayout(further)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._epochs, 1)
        row.addWidget(self._extend)
        self.add_part(self._name, 1)
        self.add_part(further)
        self.add_part(self._compare)

    def show_run(self, name: str, record: RunRecord | None, *, why_not: str) -> None:
        """Offer what can be done with the run; why_not: why nothing can be, '' when something can."""
        self._name.setText(tr("Run in use: {name}", name=name) if name else tr("No run is in use"))
        self._allow(self._extend, why_not, _WHAT_EXTENDING_DOES)
        self._allow(self._compare, why_not or why_not_compare(record), _WHAT_COMPARING_DOES)
        self._epochs.setEnabled(self._extend.isEnabled())
        self._show_words()

    def _allow(self, button: QPushButton, why_not: str, tip: str) -> None:
        button.setEnabled(not why_not)
        button.setToolTip(why_not or tip)

    def _show_words(self) -> None:
        words = (
            tr("Train 1 more epoch")
            if self._epochs.value() == 1
            else tr("Train {value} more epochs", value=self._epochs.value())
        )
        self._extend.setAccessibleName(words)
