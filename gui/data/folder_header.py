"""The head of the Data page when a folder is open: its name, where it is, how much is in it, and what to do next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.window.elided_label import ElidedLabel
from gui.window.icons import themed_icon
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, HEADING_SCALE, SMALL, TITLE_SCALE, scaled_font


class FolderHeader(QWidget):
    """Takes the button that chooses a folder as a guest, as the empty state does."""

    rescan_wanted = Signal()
    next_step_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.buttons = QHBoxLayout()
        self._name = ElidedLabel()
        self._path = ElidedLabel(quiet=True)
        self._totals = QLabel()
        self._note = QuietLabel()
        self._rescan = QPushButton(themed_icon("rescan"), tr("Check again"))
        self._next = QPushButton(themed_icon("layers"), tr("Go to Layers"))
        self._build()
        self._lay_out()
        self._rescan.clicked.connect(self.rescan_wanted)
        self._next.clicked.connect(self.next_step_wanted)

    def show_folder(self, folder: Path) -> None:
        """Show the name and the place of a folder of which nothing else is known yet."""
        self._name.setText(folder.name or str(folder))
        self._path.setText(str(folder))
        self.show_totals("", "")

    def show_totals(self, totals: str, note: str) -> None:
        """Show how much is in the folder, and what else is worth knowing of it."""
        self._totals.setText(totals)
        self._note.setText(note)
        self._note.setVisible(bool(note))

    def set_ready(self, ready: bool) -> None:
        """Say whether the folder can be trained on."""
        self._next.setEnabled(ready)
        self._next.setDefault(ready)

    def _build(self) -> None:
        self._name.setFont(scaled_font(self.font(), TITLE_SCALE, strong=True))
        self._totals.setObjectName("data_totals")
        self._totals.setFont(scaled_font(self.font(), HEADING_SCALE))
        self._totals.setTextFormat(Qt.TextFormat.PlainText)
        self._rescan.setObjectName("rescan_folder")
        self._rescan.setAccessibleName(tr("Check the folder again"))
        self._rescan.setToolTip(tr("Look for new and changed files"))
        self._next.setObjectName("go_to_layers")
        self._next.setAccessibleName(tr("Go on to Layers"))
        self._next.setToolTip(tr("Go on to the next step: which layers stay frozen"))

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(SMALL)
        top.addWidget(self._name, 1)
        self.buttons.setSpacing(SMALL)
        self.buttons.addWidget(self._rescan)
        self.buttons.addWidget(self._next)
        top.addLayout(self.buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(top)
        column.addWidget(self._path)
        column.addSpacing(SMALL)
        column.addWidget(self._totals)
        column.addWidget(self._note)
