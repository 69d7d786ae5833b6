"""The choice of what a training is validated with: a part of each class that is held out, or a folder of its own."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSizePolicy, QWidget

from gui.language.translate import tr
from gui.session import Session
from gui.window.folder_dialog import folder_dialog
from gui.window.theme import SMALL

_PART, _FOLDER, _OTHER = "part", "folder", "other"


class ValidationChoice(QWidget):
    """Shows and changes the session's validation folder."""

    changed = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session: Session | None = None
        self._box = QComboBox()
        self._box.setObjectName("validation_folder")
        self._box.setAccessibleName(tr("What to validate with"))
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._label = QLabel(tr("Validate with"))
        self._label.setBuddy(self._box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._label)
        row.addWidget(self._box, 1)
        self._box.activated.connect(self._on_box_activated)

    def follow(self, session: Session) -> None:
        """Show the choice of this session."""
        self._session = session
        session.folder_opened.connect(self._show)
        session.validation_folder_changed.connect(self._show)
        self._show()

    def align(self, indent: int) -> None:
        """Let the field begin where those of the form below do."""
        self._label.setFixedWidth(max(indent - SMALL, self._label.sizeHint().width()))

    def ask_for_folder(self) -> None:
        """Ask for a folder of class folders to validate with."""
        start = self._session.folder if self._session is not None else None
        dialog = folder_dialog(self, tr("Validate with a folder of class folders"), start.parent if start else None)
        dialog.fileSelected.connect(lambda folder: self._choose(Path(folder)))
        dialog.rejected.connect(self._show)
        dialog.open()

    def _choose(self, folder: Path | None) -> None:
        if self._session is not None:
            self._session.set_validation_folder(folder)

    def _on_box_activated(self, _row: int) -> None:
        chosen = self._box.currentData()
        if chosen == _OTHER:
            self.ask_for_folder()
        elif chosen == _PART:
            self._choose(None)

    def _show(self, *_news: object) -> None:
        folder = self._session.validation_folder if self._session is not None else None
        self._box.clear()
        self._box.addItem(tr("A part of each class"), _PART)
        if folder is not None:
            self._box.addItem(tr("Folder: {name}", name=folder.name), _FOLDER)
        self._box.addItem(tr("Another folder…"), _OTHER)
        self._box.setCurrentIndex(self._box.findData(_PART if folder is None else _FOLDER))
        self._box.setToolTip(str(folder or tr("Images of each class are held out, so many as the settings say")))
        self.changed.emit()
