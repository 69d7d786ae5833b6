"""The choice of the weights that a training starts from: ImageNet's, random ones, or a file.

It only says what was chosen; whether a file fits is found out by the worker.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from gui.language.translate import tr
from gui.window.theme import TIGHT

IMAGENET, RANDOM, FILE = "imagenet", "random", "file"
_CHOICES = ((IMAGENET, tr("ImageNet (pretrained)")), (RANDOM, tr("Random (no transfer)")), (FILE, tr("From a file…")))
_FILES = tr("Weights of ResNet50 (*.h5 *.keras);;All files (*)")


class WeightsChoice(QWidget):
    """A combo box of the three kinds of weights, with a line for the file when that is the choice."""

    changed = Signal()

    def __init__(self, *, default: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._build()
        self._lay_out()
        self._connect()
        self.set_weights(default)
        self._on_kind_changed()

    def _build(self) -> None:
        self.kind = QComboBox()
        self.kind.setObjectName("weights_choice")
        self.kind.setAccessibleName(tr("Weights to start from"))
        self.kind.setToolTip(tr("What the backbone has learnt before. Transfer learning needs pretrained weights."))
        self.kind.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        for key, words in _CHOICES:
            self.kind.addItem(words, key)
        self._file = QLineEdit(placeholderText=tr("Weights file"))
        self._file.setObjectName("weights_file")
        self._file.setAccessibleName(tr("Weights file"))
        self._choose = QPushButton(tr("Choose…"))
        self._choose.setAccessibleName(tr("Choose a weights file"))
        self._file_row = QWidget()
        self._warning = QLabel(tr("Nothing is transferred: expect worse results."), wordWrap=True)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._file_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(TIGHT)
        row.addWidget(self._file, 1)
        row.addWidget(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self.kind)
        column.addWidget(self._file_row)
        column.addWidget(self._warning)

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._on_kind_changed)
        self._file.textChanged.connect(self.changed)
        self._choose.clicked.connect(self.choose_file)

    @property
    def weights(self) -> str:
        """The choice as `TrainingSpecification` takes it; '' while a file is still to be named."""
        kind: str = self.kind.currentData()
        return self._file.text().strip() if kind == FILE else kind

    def set_weights(self, weights: str) -> None:
        """Choose `imagenet`, `random`, or the file of that path."""
        is_kind = weights in (IMAGENET, RANDOM)
        if not is_kind:
            self._file.setText(weights)
        self.kind.setCurrentIndex(self.kind.findData(weights if is_kind else FILE))

    def choose_file(self) -> bool:
        """Ask for a weights file; return whether one was chosen."""
        start = str(Path(self._file.text()).parent) if self._file.text() else ""
        file, _ = QFileDialog.getOpenFileName(self, tr("Choose weights of ResNet50"), start, _FILES)
        if file:
            self.set_weights(file)
        return bool(file)

    def _on_kind_changed(self) -> None:
        self._file_row.setVisible(self.kind.currentData() == FILE)
        self._warning.setVisible(self.kind.currentData() == RANDOM)
        self.changed.emit()
