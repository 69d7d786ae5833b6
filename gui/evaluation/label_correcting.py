"""What becomes of suspected labels: what their panel wishes, as corrections of the open folder that can be undone."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.data.corrections import FileCorrection
from core.messages import Evaluation, SuspectedLabel
from gui.data.correction_history import CorrectionHistory
from gui.data.correction_words import move_in_words
from gui.evaluation.suspects_panel import SuspectsPanel
from gui.language.translate import tr
from gui.session import Session

_Suspects = tuple[SuspectedLabel, ...]


class LabelCorrecting(QObject):
    """Only labels of the open folder can be corrected; a suspect leaves the panel once something is corrected of it."""

    decided = Signal(int)  # how many labels were dealt with since the evaluation

    def __init__(
        self, *, panel: SuspectsPanel, corrections: CorrectionHistory, session: Session, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._panel = panel
        self._corrections = corrections
        self._session = session
        self._evaluation: Evaluation | None = None
        self._before: dict[str, FileCorrection] = {}
        panel.relabel_wanted.connect(self._on_panel_relabel_wanted)
        panel.exclusion_wanted.connect(lambda suspects: corrections.exclude(_files(suspects)))
        panel.keep_wanted.connect(lambda suspects: corrections.keep_class(_files(suspects)))
        corrections.corrected.connect(self._on_corrections_corrected)
        session.folder_opened.connect(self._on_session_folder_opened)

    def show_evaluation(self, evaluation: Evaluation | None) -> None:
        """Take note of what the labels are now, at the time of this evaluation."""
        self._evaluation = evaluation
        self._begin()

    def _begin(self) -> None:
        evaluation, of = self._evaluation, self._corrections.corrections.of
        self._before = {one.name: of(one.name) for one in evaluation.suspects} if evaluation else {}
        is_open = evaluation is not None and _is_same(evaluation.folder, self._session.folder)
        why_not = tr("To correct them, open {folder} as data (Ctrl+O).", folder=evaluation.folder) if evaluation else ""
        self._panel.allow_corrections(is_open, "" if is_open else why_not)

    def _on_panel_relabel_wanted(self, suspects: _Suspects, class_name: str) -> None:
        by_class: dict[str, list[Path]] = defaultdict(list)
        for one in suspects:
            by_class[class_name or one.suggested_class].append(one.file)
        together = len(by_class) > 1
        if together:
            self._corrections.stack.beginMacro(move_in_words(len(suspects), "suggested"))
        for name, files in by_class.items():
            self._corrections.change_class(files, name)
        if together:
            self._corrections.stack.endMacro()

    def _on_corrections_corrected(self) -> None:
        of = self._corrections.corrections.of
        if self._evaluation is None or not _is_same(self._evaluation.folder, self._session.folder):
            return
        changed = {name for name, before in self._before.items() if of(name) != before}
        self._panel.leave_out(lambda one: one.name in changed)
        self.decided.emit(len(changed))

    def _on_session_folder_opened(self) -> None:
        self._begin()


def _files(suspects: _Suspects) -> list[Path]:
    return [one.file for one in suspects]


def _is_same(folder: Path, opened: Path | None) -> bool:
    return opened is not None and (folder == opened or folder.resolve() == opened.resolve())
