"""What came of an export: where it is, how large, how exact, and the lines that load it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl
from PySide6.QtGui import QDesktopServices, QFont, QFontDatabase, QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from core.export.snippets import loading_snippet
from core.messages import ModelExported
from gui.export.export_words import facts_of
from gui.training.fact_strip import FactStrip
from gui.training.named_button import named_button
from gui.window.elided_label import ElidedLabel
from gui.window.icon_label import IconLabel
from gui.window.theme import HEADING_SCALE, LARGE, SMALL, TIGHT, accents, scaled_font

_SAID_MILLISECONDS = 2000


class ExportResultPanel(QWidget):
    """Shows a `ModelExported`."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._icon = IconLabel(name="done", size=20)
        self._where = ElidedLabel()
        self._facts = FactStrip()
        self._snippet = QPlainTextEdit(readOnly=True, lineWrapMode=QPlainTextEdit.LineWrapMode.NoWrap)
        self._copy = named_button("copy_snippet", "Copy", read_as="Copy the lines of Python")
        self._open = named_button(
            "open_export_folder", "Open the folder", "folder_open", read_as="Open the folder of the export"
        )
        self._said = QTimer(self, singleShot=True, interval=_SAID_MILLISECONDS)
        self._build()
        self._lay_out()
        self._copy.clicked.connect(self.copy_snippet)
        self._open.clicked.connect(self.open_folder)
        self._said.timeout.connect(lambda: self._copy.setText("Copy"))

    def _build(self) -> None:
        self._icon.set_icon("done", colour=lambda palette: accents(palette).success)
        self._where.setObjectName("export_destination_shown")
        self._where.setFont(scaled_font(self.font(), 1.0, strong=True))
        self._snippet.setObjectName("loading_snippet")
        self._snippet.setAccessibleName("Lines of Python that load the export")
        self._snippet.setTabChangesFocus(True)
        self._snippet.setFont(_fixed_width_font(self.font().pointSizeF()))

    def _lay_out(self) -> None:
        where = QHBoxLayout()
        where.setSpacing(SMALL)
        where.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        where.addWidget(self._where, 1)
        where.addWidget(self._open)
        title = QLabel("Load it in Python")
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        head = QHBoxLayout()
        head.addWidget(title, 1)
        head.addWidget(self._copy)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addLayout(where)
        column.addWidget(self._facts)
        column.addSpacing(LARGE)
        column.addLayout(head)
        column.addWidget(self._snippet)
        column.addStretch(1)

    def show_result(self, exported: ModelExported) -> None:
        """Show what came of an export."""
        self._folder = exported.destination.parent
        self._where.setText(str(exported.destination))
        self._facts.show_facts(facts_of(exported))
        snippet = loading_snippet(exported)
        self._snippet.setPlainText(snippet)
        self._fit_snippet()

    def _fit_snippet(self) -> None:
        """Make the box as tall as its lines, with room for a scroll bar below them."""
        lines = self._snippet.fontMetrics().lineSpacing() * self._snippet.blockCount()
        around = 2 * (self._snippet.frameWidth() + round(self._snippet.document().documentMargin()))
        self._snippet.setFixedHeight(lines + around + self._snippet.horizontalScrollBar().sizeHint().height() + TIGHT)

    def copy_snippet(self) -> None:
        """Put the lines on the clipboard."""
        QGuiApplication.clipboard().setText(self._snippet.toPlainText())
        self._copy.setText("Copied")
        self._said.start()

    def open_folder(self) -> None:
        """Show the export in the file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))


def _fixed_width_font(size: float) -> QFont:
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    font.setPointSizeF(size)
    return font
