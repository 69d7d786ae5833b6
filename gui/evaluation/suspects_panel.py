"""The suspected labels in a gallery, with what can be done about them: relabel, exclude, or keep the label.

What these words do to the data is the corrections' affair; here they are only said.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.messages import Evaluation, SuspectedLabel
from gui.data.thumbnail_model import FILE_ROLE
from gui.evaluation.picture_gallery import PictureGallery
from gui.evaluation.suspects_model import SuspectsModel
from gui.language.translate import tr
from gui.prediction.empty_state import EmptyState
from gui.training.named_button import named_button
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, SMALL, SMALL_SCALE, scaled_font
from gui.worker.workers import Workers

Suspects = tuple[SuspectedLabel, ...]


class SuspectsPanel(QWidget):
    """Heading, buttons, gallery; or why there is nothing to suspect."""

    relabel_wanted = Signal(object, str)  # tuple[SuspectedLabel, ...]; a class, '' for the suggested one of each
    exclusion_wanted = Signal(object)  # tuple[SuspectedLabel, ...]
    keep_wanted = Signal(object)  # tuple[SuspectedLabel, ...]
    explanation_wanted = Signal(object)  # Path
    count_changed = Signal(int)

    def __init__(self, *, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._suspects = SuspectsModel(parent=self)
        self.gallery = PictureGallery(pictures=self._suspects, workers=workers)
        self._title, self._remark = QLabel(), QuietLabel(scale=SMALL_SCALE)
        self._classes = QComboBox()
        self._relabel = named_button("relabel_suspects", tr("Relabel as"), read_as=tr("Relabel the selected pictures"))
        self._exclude = named_button("exclude_suspects", tr("Exclude"), read_as=tr("Exclude the selected pictures"))
        self._keep = named_button("keep_suspects", tr("Keep"), read_as=tr("Keep the labels of the selected pictures"))
        self._why = named_button("explain_suspect", tr("Why?"), "search", read_as=tr("Why is this picture suspected?"))
        self._empty = EmptyState(icon="done")
        self._layers = QStackedWidget()
        self._can_correct = False
        self._why_not = ""
        self._evaluation: Evaluation | None = None
        self._build()
        self._lay_out()
        self._connect()
        self.show_evaluation(None)
        self.allow_corrections(False)

    # ------------------------------------------------------------------ what is shown

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Show the suspected labels of an evaluation; None shows none."""
        self._evaluation = evaluation
        self._suspects.show_suspects(evaluation.suspects if evaluation else ())
        self._classes.clear()
        self._classes.addItem(tr("the suggested class"))
        self._classes.addItems(list(evaluation.class_names) if evaluation else [])
        self._show_what_is_left()

    def leave_out(self, is_decided: Callable[[SuspectedLabel], bool]) -> None:
        """Show only those that are not dealt with yet, and go on with the one that took the place of the last."""
        row = self.gallery.currentIndex().row()
        before = self._suspects.suspects
        self._suspects.leave_out(is_decided)
        if self._suspects.suspects != before:
            self._show_what_is_left()
            self._choose(min(max(row, 0), self._suspects.rowCount() - 1))

    def allow_corrections(self, allowed: bool, why_not: str = "") -> None:
        """Let the labels be corrected, or say why they can't be."""
        self._can_correct, self._why_not = allowed, why_not
        for widget in (self._relabel, self._classes, self._exclude, self._keep):
            widget.setVisible(allowed)
        for action in self.gallery.actions():
            if action.objectName().endswith("_suspects_action"):
                action.setVisible(allowed)
        self._show_what_is_left()
        self._show_what_is_possible()

    @property
    def selected(self) -> Suspects:
        """The suspected labels that are selected."""
        return tuple(self._suspects.suspects[row] for row in self.gallery.selected_rows())

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.gallery.setObjectName("suspect_gallery")
        self.gallery.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._remark.setObjectName("suspects_remark")
        self._classes.setObjectName("relabel_class")
        self._classes.setAccessibleName(tr("Class to relabel as"))
        self._classes.setMinimumContentsLength(16)
        self._classes.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._why.setToolTip(tr("Show on the Predict page what in the picture speaks for the answer (Enter)"))
        for button, keys, tip in (
            (self._relabel, "R", tr("Count the selected pictures in that class. No file is touched")),
            (
                self._exclude,
                "Del",
                tr("Leave the selected pictures out of training and evaluation. No file is touched"),
            ),
            (self._keep, "K", tr("These labels are right: don't suspect them again")),
        ):
            self._give_key(button, keys, tip)

    def _give_key(self, button: QPushButton, keys: str, tip: str) -> None:
        """Let a key in the gallery, and its context menu, do what the button does."""
        action = QAction(button.accessibleName(), self.gallery)
        action.setObjectName(f"{button.objectName()}_action")
        action.setShortcut(QKeySequence(keys))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(lambda _checked: button.click())
        self.gallery.addAction(action)
        shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        button.setToolTip(f"{tip} ({shown})")

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(SMALL)
        head.addWidget(self._title, 1)
        for widget in (self._relabel, self._classes, self._exclude, self._keep, self._why):
            head.addWidget(widget)
        found = QWidget()
        column = QVBoxLayout(found)
        column.setContentsMargins(0, SMALL, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(head)
        column.addWidget(self.gallery, 1)
        column.addWidget(self._remark)
        self._layers.addWidget(found)
        self._layers.addWidget(self._empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._layers)

    def _connect(self) -> None:
        self._relabel.clicked.connect(self._on_relabel_clicked)
        self._exclude.clicked.connect(lambda: self.exclusion_wanted.emit(self.selected))
        self._keep.clicked.connect(lambda: self.keep_wanted.emit(self.selected))
        self._why.clicked.connect(self._on_why_clicked)
        self.gallery.explanation_wanted.connect(self.explanation_wanted)
        self.gallery.selectionModel().selectionChanged.connect(lambda *_: self._show_what_is_possible())
        self._suspects.modelReset.connect(self._show_what_is_possible)

    def _on_relabel_clicked(self) -> None:
        chosen = "" if self._classes.currentIndex() <= 0 else self._classes.currentText()
        self._classes.setCurrentIndex(0)
        self.relabel_wanted.emit(self.selected, chosen)

    def _on_why_clicked(self) -> None:
        file = self.gallery.currentIndex().data(FILE_ROLE)
        if isinstance(file, Path):
            self.explanation_wanted.emit(file)

    def _choose(self, row: int) -> None:
        index = self._suspects.index(row, 0)
        if index.isValid():
            self.gallery.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _show_what_is_left(self) -> None:
        count, evaluation = self._suspects.rowCount(), self._evaluation
        heading = title_of(count)
        self._title.setText(heading)
        self.gallery.setAccessibleName(heading)
        remark = evaluation.suspects_remark if evaluation else ""
        self._remark.setText(" ".join(filter(None, (_METHOD, remark, self._why_not))))
        self._empty.say(*why_empty(evaluation))
        self._layers.setCurrentIndex(0 if count else 1)
        self.count_changed.emit(count)

    def _show_what_is_possible(self) -> None:
        chosen = bool(self.selected)
        for widget in (self._relabel, self._classes, self._exclude, self._keep):
            widget.setEnabled(chosen and self._can_correct)
        self._why.setEnabled(chosen)


_METHOD = tr(
    "The model, which was not trained on these pictures, is at least as sure of the other class as it usually is of "
    "pictures of that class (confident learning, Northcutt et al. 2021)."
)


def title_of(count: int) -> str:
    """Return the heading over `count` suspected labels."""
    return tr("1 label may be wrong") if count == 1 else tr("{count:,} labels may be wrong", count=count)


def why_empty(evaluation: Evaluation | None) -> tuple[str, str]:
    """Return a title and a hint for a panel without suspects."""
    if evaluation is None:
        return tr("Not evaluated yet"), ""
    if evaluation.suspects:
        return tr("Every suspected label was dealt with"), tr("Train again, and evaluate, to see what is left.")
    if not evaluation.judged_images:
        return tr("No label was judged"), evaluation.suspects_remark
    return tr(
        "No label is suspected among {judged_images:,} pictures", judged_images=evaluation.judged_images
    ), evaluation.suspects_remark
