"""The form of a training's settings. It knows no defaults of its own: they are those of `TrainingSpecification`.

What the settings lead to (the worker, the plots) is not its concern.
"""

from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QFormLayout, QLineEdit, QToolButton, QWidget

from core.training.specification import OPTIMIZERS, TrainingSpecification
from gui.training.number_boxes import LearningRateBox, ShareBox, WholeNumberBox
from gui.training.weights_choice import WeightsChoice
from gui.window.theme import SMALL

DEFAULTS: dict[str, Any] = {
    one.name: one.default for one in dataclasses.fields(TrainingSpecification) if one.default is not dataclasses.MISSING
}
_OPTIMIZER_WORDS = {"adam": "Adam", "sgd": "SGD", "adamw": "AdamW"}


class SettingsForm(QWidget):
    """All settings of a training but the folder and the freeze plan; the rarer ones are folded away under "More"."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._more_rows: list[QWidget] = []
        self._build_usual()
        self._build_more()
        self._set_defaults()
        self._lay_out()
        self._connect()
        self.unfold(False)

    def _build_usual(self) -> None:
        self.epochs = WholeNumberBox(lowest=1, highest=10_000)
        self.batch_size = WholeNumberBox(lowest=1, highest=4096)
        self.learning_rate = LearningRateBox()
        self.validation_split = ShareBox(highest=0.95, word_for_lowest="none")
        self.weights = WeightsChoice(default=DEFAULTS["weights"])
        self.more = QToolButton()
        self.more.setText("More")
        self.more.setAutoRaise(True)
        self.more.setObjectName("more_settings")
        self.more.setAccessibleName("More settings")
        self.more.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)

    def _build_more(self) -> None:
        self.optimizer = QComboBox()
        for key in OPTIMIZERS:
            self.optimizer.addItem(_OPTIMIZER_WORDS.get(key, key), key)
        self.hidden = WholeNumberBox(lowest=0, highest=8192, step=64, word_for_lowest="none")
        self.dropout = ShareBox(highest=0.95, word_for_lowest="none")
        self.early_stopping = WholeNumberBox(lowest=0, highest=1000, unit="epochs", word_for_lowest="off")
        self.image_size = WholeNumberBox(lowest=32, highest=1024, step=32, unit="pixels")
        self.seed = WholeNumberBox(lowest=0, highest=2**31 - 1)
        self.class_weights = QCheckBox("Balance the classes")
        self.feature_store = QCheckBox("Keep features on disk")
        self.run_name = QLineEdit(placeholderText="folder, date and time")

    def _set_defaults(self) -> None:
        for name in ("epochs", "batch_size", "learning_rate", "validation_split", "hidden", "dropout"):
            getattr(self, name).setValue(DEFAULTS[name])
        for name in ("early_stopping", "image_size", "seed"):
            getattr(self, name).setValue(DEFAULTS[name])
        for name in ("class_weights", "feature_store"):
            getattr(self, name).setChecked(DEFAULTS[name])
        self.optimizer.setCurrentIndex(self.optimizer.findData(DEFAULTS["optimizer"]))

    def _lay_out(self) -> None:
        form = self._form = QFormLayout(self)
        form.setContentsMargins(0, 0, 0, 0)
        form.setVerticalSpacing(SMALL)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setFormAlignment(Qt.AlignmentFlag.AlignTop)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        self._add("Epochs", "epochs", "How often the training goes through all pictures.")
        self._add("Batch size", "batch_size", "How many pictures are learnt from at once.")
        self._add("Learning rate", "learning_rate", "How far each step goes. When thawing layers, try a tenth of it.")
        self._add("Held out", "validation_split", "The part of each class kept back to validate with.")
        form.addRow("Weights", self.weights)
        form.addRow(self.more)
        self._add_more("Optimizer", "optimizer", "The rule that turns gradients into steps.")
        self._add_more("Hidden units", "hidden", "Units of a Dense layer between the features and the classes.")
        self._add_more("Dropout", "dropout", "The part of the features left out at each step, against overfitting.")
        self._add_more("Early stopping", "early_stopping", "End after this many epochs without improvement.")
        self._add_more("Image size", "image_size", "The edge of the square that the network sees.")
        self._add_more("Seed", "seed", "The same seed gives the same split, order and first weights.")
        self._add_more("", "class_weights", "Let pictures of small classes count for more.")
        self._add_more("", "feature_store", "Keep what the frozen layers compute, so that the next run starts at once.")
        self._add_more("Name of run", "run_name", "The name of the run's folder.")
        self._align_fields()

    def _align_fields(self) -> None:
        """Keep the fields where they are when the rarer settings, whose labels are longer, are unfolded."""
        labels = [label for row in range(self._form.rowCount()) if (label := self._label(row)) is not None]
        widest = max(label.sizeHint().width() for label in labels)
        for label in labels:
            label.setMinimumWidth(widest)

    def _label(self, row: int) -> QWidget | None:
        item = self._form.itemAt(row, QFormLayout.ItemRole.LabelRole)
        return None if item is None else item.widget()

    def _add(self, label: str, name: str, explanation: str) -> QWidget:
        field: QWidget = getattr(self, name)
        field.setObjectName(name)
        field.setAccessibleName(label or field.text())  # type: ignore[attr-defined]
        field.setToolTip(explanation)
        field.setAccessibleDescription(explanation)
        self._form.addRow(label, field)
        return field

    def _add_more(self, label: str, name: str, explanation: str) -> None:
        self._more_rows.append(self._add(label, name, explanation))

    def _connect(self) -> None:
        self.more.clicked.connect(lambda: self.unfold(not self.unfolded))
        self.weights.changed.connect(self.changed)
        self.run_name.textChanged.connect(self.changed)

    @property
    def unfolded(self) -> bool:
        """Whether the rarer settings are on show."""
        return self._form.isRowVisible(self._more_rows[0])

    def unfold(self, shown: bool) -> None:
        """Show or fold away the rarer settings."""
        self.more.setArrowType(Qt.ArrowType.DownArrow if shown else Qt.ArrowType.RightArrow)
        self.more.setAccessibleDescription("unfolded" if shown else "folded")
        for row in self._more_rows:
            self._form.setRowVisible(row, shown)

    def specification(self, *, folder: Path, run: Path, thaw: str, thaw_batch_norm: bool) -> TrainingSpecification:
        """Return what the form says as a specification.

        Raises:
            UnusableInput: a value is out of its range.

        """
        return TrainingSpecification(
            folder=folder,
            run=run,
            thaw=thaw,
            thaw_batch_norm=thaw_batch_norm,
            epochs=self.epochs.value(),
            batch_size=self.batch_size.value(),
            learning_rate=self.learning_rate.value(),
            validation_split=self.validation_split.value(),
            weights=self.weights.weights,
            optimizer=self.optimizer.currentData(),
            hidden=self.hidden.value(),
            dropout=self.dropout.value(),
            early_stopping=self.early_stopping.value(),
            image_size=self.image_size.value(),
            seed=self.seed.value(),
            class_weights=self.class_weights.isChecked(),
            feature_store=self.feature_store.isChecked(),
        )
