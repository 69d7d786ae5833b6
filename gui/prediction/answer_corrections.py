"""Saying of classified pictures what they really are: they join the data of the next training, and it can be undone.

The pictures themselves are copied, listed and taken back by the history of the folder's corrections; here it is known
which of them are on this page. Beginning the next training is `gui.prediction.retraining`'s work.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoStack

from core.training.run_record import RunRecord
from core.training.specification import TrainingSpecification
from gui.language.translate import tr
from gui.prediction.pictures_model import PicturesModel
from gui.prediction.predicted_picture import PredictedPicture
from gui.session import Session
from gui.training.selected_run import SelectedRun

_NO_RECORD = tr("This model lies outside its run, so there is nothing to train again.")
_NO_FOLDER = tr("Its pictures are in {folder}: open that folder to add to them.")


class FolderCorrections(Protocol):
    """What is asked of `gui.data.correction_history.CorrectionHistory`."""

    stack: QUndoStack
    collected: Any  # Signal: a class, and the names of the pictures that joined it

    def add(self, sources: Sequence[Path | bytes], class_name: str) -> None:
        """Let pictures join a class of the open folder; `collected` follows."""


@dataclass(frozen=True)
class _Assignment:
    """What was said of some pictures. position: of the undo stack, from which on it holds."""

    position: int
    numbers: tuple[int, ...]
    class_name: str


class AnswerCorrections(QObject):
    """The right classes of this page's pictures."""

    changed = Signal()

    def __init__(
        self,
        *,
        session: Session,
        selected: SelectedRun,
        pictures: PicturesModel,
        history: FolderCorrections,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selected = selected
        self._pictures = pictures
        self._history = history
        self._waiting: list[tuple[tuple[int, ...], str]] = []
        self._assignments: list[_Assignment] = []
        history.collected.connect(self._on_history_collected)
        history.stack.indexChanged.connect(self._on_stack_index_changed)
        selected.changed.connect(self.changed)
        session.folder_opened.connect(self._on_session_folder_opened)

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes that the model in use knows."""
        record = self._selected.record
        return () if record is None else record.class_names

    @property
    def count(self) -> int:
        """How many pictures were given their right class."""
        return sum(bool(picture.right_class) for picture in self._pictures.pictures)

    @property
    def missing_folder(self) -> Path | None:
        """The data folder that must be opened first; None when it is open, or not known."""
        record = self._selected.record
        if record is None or self._session.folder == record.specification.folder:
            return None
        return record.specification.folder

    @property
    def why_not(self) -> str:
        """Why nothing can be corrected now, in a sentence; '' when something can."""
        if self._selected.record is None:
            return _NO_RECORD
        folder = self.missing_folder
        return "" if folder is None else _NO_FOLDER.format(folder=folder)

    def assign(self, pictures: Sequence[PredictedPicture], class_name: str) -> None:
        """Say that these pictures are of a class; those of which that is known already are left alone."""
        chosen = [picture for picture in pictures if picture.right_class != class_name]
        if not chosen or self.why_not:
            return
        own = tuple(picture.number for picture in chosen if self._is_of_folder(picture.source))
        others = tuple(picture.number for picture in chosen if picture.number not in own)
        if others:
            self._waiting.append((others, class_name))
        position = self._history.stack.index()
        self._history.add([picture.source for picture in chosen], class_name)
        if own and self._history.stack.index() > position:
            self._note(own, class_name)

    def next_training(self, run: Path) -> TrainingSpecification | None:
        """Return what trains again with the corrections: as before, with the same images held out; None without a run.

        run: the folder for the new run.
        """
        record = self._selected.record
        return None if record is None else trained_again(record, run)

    def forget(self) -> None:
        """Note that the pictures of this page were removed; what they were said to be stays with the folder."""
        self._assignments.clear()
        self._waiting.clear()

    # ------------------------------------------------------------------ answers

    def _on_history_collected(self, class_name: str, _names: object) -> None:
        waiting = next((one for one in self._waiting if one[1] == class_name), None)
        if waiting is None:
            return
        self._waiting.remove(waiting)
        self._note(*waiting)

    def _note(self, numbers: tuple[int, ...], class_name: str) -> None:
        """Take what was pushed on the stack just now for what was said of these pictures."""
        position = self._history.stack.index()
        self._assignments = [one for one in self._assignments if one.position < position]
        self._assignments.append(_Assignment(position, numbers, class_name))
        self._show_what_holds()

    def _is_of_folder(self, source: Path | bytes) -> bool:
        folder = self._session.folder
        return isinstance(source, Path) and folder is not None and source.is_relative_to(folder)

    def _on_stack_index_changed(self, _index: int) -> None:
        if shiboken6.isValid(self._history.stack):  # it says so once more while the window goes
            self._show_what_holds()

    def _on_session_folder_opened(self, _folder: Path) -> None:
        self._waiting.clear()
        self.changed.emit()

    def _show_what_holds(self) -> None:
        index = self._history.stack.index()
        classes: dict[int, str] = {}
        for assignment in self._assignments:
            for number in assignment.numbers:
                before = classes.get(number, "")
                classes[number] = assignment.class_name if assignment.position <= index else before
        for number, class_name in classes.items():
            picture = self._pictures.picture(number)
            if picture is not None and picture.right_class != class_name:
                self._pictures.set_right_class([number], class_name)
        self.changed.emit()


def trained_again(record: RunRecord, run: Path) -> TrainingSpecification:
    """Return the settings of a run for another one that is compared with it: the same images are held out."""
    specification = record.specification
    held_out = record.validation_files if specification.validation_folder is None else None
    return replace(specification, run=run, held_out=held_out or None)
