"""What came of an export: where it is, how large and exact, the tile to drag it by, the lines that load it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from core.export.snippets import loading_snippet
from core.messages import ModelExported
from gui.export.export_words import facts_of, files_of, how_to_run, written_in_words
from gui.export.exported_tile import ExportedTile
from gui.export.file_manager import show_in_folder
from gui.language.translate import tr
from gui.training.fact_strip import FactStrip
from gui.training.named_button import named_button
from gui.window.elided_label import ElidedLabel
from gui.window.icon_label import IconLabel
from gui.window.theme import HEADING_SCALE, MEDIUM, SMALL, TIGHT, accents, scaled_font

_SAID_MILLISECONDS = 2000


class ExportResultPanel(QWidget):
    """Shows a `ModelExported`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._exported = Path()
        self._icon = IconLabel(name="done", size=20)
        self._where = ElidedLabel()
        self._written = ElidedLabel(quiet=True)
        self._facts = FactStrip()
        self._tile = ExportedTile()
        self._copy_files = named_button(
            "copy_export", tr("Copy files"), "paste", read_as=tr("Copy the files of the export")
        )
        self._show = named_button(
            "show_in_folder", tr("Show in folder"), "folder_open", read_as=tr("Show the export in its folder")
        )
        self._title = QLabel()
        self._snippet = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self._copy = named_button("copy_snippet", tr("Copy"), read_as=tr("Copy the lines"))
        self._build()
        self._lay_out()
        self._copy.clicked.connect(self.copy_snippet)
        self._copy_files.clicked.connect(self._tile.copy)
        self._tile.copied.connect(lambda: self._say_copied(self._copy_files))
        self._show.clicked.connect(self.show_in_folder)

    def _build(self) -> None:
        self._icon.set_icon("done", colour=lambda palette: accents(palette).success)
        self._where.setObjectName("export_destination_shown")
        self._where.setFont(scaled_font(self.font(), 1.0, strong=True))
        self._written.setObjectName("export_files")
        self._title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._snippet.setObjectName("loading_snippet")
        self._snippet.setAccessibleName(tr("Lines that load or run the export"))
        self._snippet.setTabChangesFocus(True)
        self._snippet.setFont(_fixed_width_font(self.font().pointSizeF()))

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(SMALL)
        where.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        where.addWidget(self._where, 1)
        taking = QHBoxLayout()
        taking.setSpacing(SMALL)
        taking.addWidget(self._tile)
        taking.addWidget(self._copy_files)
        taking.addWidget(self._show)
        taking.addStretch(1)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(where)
        column.addWidget(self._written)
        column.addSpacing(TIGHT)
        column.addWidget(self._facts)
        column.addSpacing(TIGHT)
        column.addLayout(taking)
        column.addSpacing(MEDIUM)
        column.addLayout(head)
        column.addWidget(self._snippet)
        column.addStretch(1)

    def show_result(self, exported: ModelExported) -> None:
        """Show what came of an export."""
        self._exported = exported.destination
        self._where.setText(str(exported.destination))
        self._written.setText(written_in_words(exported))
        self._facts.show_facts(facts_of(exported))
        self._tile.show_files(files_of(exported))
        self._copy_files.setText(tr("Copy file") if len(self._tile.files) == 1 else tr("Copy files"))
        lines = loading_snippet(exported)
        self._title.setText(tr("Load it in Python") if lines else tr("Run it in a terminal"))
        self._snippet.setPlainText(lines or how_to_run(exported))
        self._fit_snippet()

    def _fit_snippet(self) -> None:
        """Make the box as tall as its lines, with room for a scroll bar below them."""
        lines = self._snippet.fontMetrics().lineSpacing() * self._snippet.blockCount()
        around = 2 * (self._snippet.frameWidth() + round(self._snippet.document().documentMargin()))
        wanted = lines + around + self._snippet.horizontalScrollBar().sizeHint().height() + TIGHT
        self._snippet.setMinimumHeight(min(wanted, 5 * self._snippet.fontMetrics().lineSpacing() + around))
        self._snippet.setMaximumHeight(wanted)

    def copy_snippet(self) -> None:
        """Put the lines on the clipboard."""
        QGuiApplication.clipboard().setText(self._snippet.toPlainText())
        self._say_copied(self._copy)

    def show_in_folder(self) -> None:
        """Show the export in the file manager."""
        show_in_folder(self._exported, self)

    def _say_copied(self, button: QPushButton) -> None:
        if button.text() == tr("Copied"):
            return
        before = button.text()
        button.setText(tr("Copied"))
        QTimer.singleShot(_SAID_MILLISECONDS, button, lambda: button.setText(before))


def _fixed_width_font(size: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(size)
    return font
