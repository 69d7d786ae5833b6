"""What the check of a folder found, below the classes: what to know, files that can't be used, duplicates.

A tab for each that has something to say; hidden while none has. Which tab is in front is a person's choice, once made.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from core.messages import FileProblem, FolderScan
from gui.data.correction_history import CorrectionHistory
from gui.data.duplicate_table_model import Shown
from gui.data.duplicates_view import DuplicatesView
from gui.data.findings_view import FindingsView
from gui.data.problem_table import ProblemTable
from gui.data.remaining_duplicates import remaining_duplicates
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.data.thumbnail_memory import ThumbnailMemory
from gui.language.translate import local_number, tr
from gui.window.icons import themed_icon
from gui.window.theme import SMALL

_TITLES = (tr("Can't be used"), tr("To know"), tr("Duplicates"))
_DUPLICATES = 2


class CheckPanel(QTabWidget):
    """Holds `problem_table`, `findings` and `duplicates`; see their classes."""

    def __init__(
        self,
        *,
        memory: ThumbnailMemory,
        make_loader: Callable[[], ThumbnailLoader],
        corrections: CorrectionHistory | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.problem_table = ProblemTable()
        self.findings = FindingsView()
        self.duplicates = DuplicatesView(memory=memory, make_loader=make_loader, corrections=corrections)
        self._checked: FolderScan | None = None
        self._build()
        self.findings.duplicates_wished.connect(self._on_findings_duplicates_wished)
        self.clear()

    def show_scan(self, scan: FolderScan, notices: Sequence[str]) -> None:
        """Show what a scan found."""
        self.problem_table.problems.show_problems(scan.folder, scan.problems)
        self.findings.show_scan(scan, notices)
        if self._checked is None or self._checked.duplicates is not scan.duplicates:
            self._checked = scan  # Fresh from a check; what follows with the same groups was corrected since.
        duplicates = remaining_duplicates(self._checked, scan)
        self.duplicates.show_groups(scan.folder, duplicates)
        self._show_counts(len(scan.problems), len(self.findings.findings), len(duplicates))

    def add_problems(self, folder: Path, problems: Sequence[FileProblem]) -> None:
        """Show more files that can't be used, found while the check goes on."""
        self.problem_table.problems.add_problems(folder, problems)
        self._show_counts(self.problem_table.problems.rowCount(), len(self.findings.findings), 0)

    def clear(self) -> None:
        """Show nothing: another folder is looked at."""
        self._checked = None
        self.problem_table.problems.show_problems(Path(), ())
        self.findings.clear()
        self.duplicates.show_groups(Path(), ())
        self._show_counts(0, 0, 0)

    @property
    def pane(self) -> QWidget:
        """What the tab in front shows."""
        return self.currentWidget()

    def _build(self) -> None:
        self.setObjectName("check_panel")
        self.setAccessibleName(tr("What the check of the folder found"))
        self.setDocumentMode(True)
        pages = (self.problem_table, self.findings, self.duplicates)
        for page, icon, title in zip(pages, ("error", "warning", "copies"), _TITLES, strict=True):
            holder = QWidget()
            column = QVBoxLayout(holder)
            column.setContentsMargins(0, SMALL, 0, 0)
            column.addWidget(page)
            self.addTab(holder, themed_icon(icon), title)

    def _on_findings_duplicates_wished(self) -> None:
        self.setCurrentIndex(_DUPLICATES)
        self.duplicates.show_only(Shown.ACROSS)

    def _show_counts(self, problems: int, findings: int, duplicates: int) -> None:
        for tab, (words, count) in enumerate(zip(_TITLES, (problems, findings, duplicates), strict=True)):
            self.setTabText(tab, local_number(f"{words} ({count:,})"))
            self.setTabVisible(tab, bool(count))
        self.setVisible(bool(problems or findings or duplicates))
