"""What can be done about a group of duplicates: leave out all but one, or count all of them in one class.

Both are corrections beside the files, and can be undone; what they are is `gui.data.correction_history`'s work.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from core.messages import DuplicateGroup
from gui.data.correction_history import CorrectionHistory
from gui.language.translate import tr
from gui.window.theme import SMALL


class DuplicateActions(QWidget):
    """Buttons for the group on show; the second is there only where the group lies in several classes."""

    def __init__(self, *, corrections: CorrectionHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._corrections = corrections
        self._group: DuplicateGroup | None = None
        self._kept: frozenset[Path] = frozenset()
        self._leave_out = QPushButton()
        self._leave_out.setObjectName("exclude_duplicates")
        self._leave_out.setToolTip(
            tr("Nothing is learnt from the others, nor measured on them. The files stay; Undo helps.")
        )
        self._leave_out.clicked.connect(self._on_leave_out_clicked)
        self._one_class = QPushButton(tr("Count all as"))
        self._one_class.setObjectName("duplicates_class")
        self._one_class.setAccessibleName(tr("Count all pictures of the group in one class"))
        self._classes = QMenu(self._one_class)
        self._one_class.setMenu(self._classes)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._leave_out)
        row.addWidget(self._one_class)
        row.addStretch(1)
        self.show_group(None)

    def show_group(self, group: DuplicateGroup | None) -> None:
        """Offer what can be done about this group; None: nothing."""
        self._group = group
        names = () if group is None else tuple(dict.fromkeys(group.class_names))
        self._classes.clear()
        for name in names:
            action = self._classes.addAction(name.replace("&", "&&"))
            action.triggered.connect(lambda _checked=False, name=name: self._count_as(name))
        self._one_class.setVisible(len(names) > 1)
        self.setEnabled(group is not None)
        self.show_selected(())

    def show_selected(self, files: Sequence[Path]) -> None:
        """Take note of which of the group's pictures are selected: these are to stay, without any the first."""
        group = self._group
        known = frozenset(group.files) if group is not None and files else frozenset()
        selected = [file for file in files if file in known]
        self._kept = frozenset(selected or (() if group is None else group.files[:1]))
        which = (
            tr("the first") if not selected else tr("the selected one") if len(selected) == 1 else tr("those selected")
        )
        self._leave_out.setText(tr("Leave out all but {which}", which=which))
        self._leave_out.setAccessibleName(tr("Leave out all pictures of the group but {which}", which=which))
        self._leave_out.setEnabled(group is not None and len(self._kept) < len(group.files))

    def _on_leave_out_clicked(self) -> None:
        if self._group is not None:
            self._corrections.exclude([file for file in self._group.files if file not in self._kept])

    def _count_as(self, class_name: str) -> None:
        if self._group is not None:
            self._corrections.change_class(tuple(self._group.files), class_name)
