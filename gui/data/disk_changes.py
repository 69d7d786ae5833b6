"""Changes of the files themselves, which only happen where the user asks for them: to the trash, or another name.

Each is an entry of the same stack as the corrections, so that one Undo takes back whichever came last.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QFile, QObject, Signal
from PySide6.QtGui import QUndoCommand

from core.errors import Failure
from gui.data.correction_history import CorrectionHistory
from gui.data.correction_words import rename_in_words, trash_in_words


class DiskChanges(QObject):
    """Moves files of the open folder, and tells when they have moved, so that the folder is scanned anew."""

    changed = Signal()
    failed = Signal(object)  # Failure

    def __init__(self, *, history: CorrectionHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history

    def trash(self, files: Sequence[Path]) -> None:
        """Move files to the trash of the system; undone, they return from where the system says they went."""
        gone: dict[Path, Path] = {}
        for file in files:
            where = self.move_to_trash(file)
            if where is not None:
                gone[file] = where
        if gone:
            self._history.stack.push(_Moves(self, gone, trash_in_words(len(gone)), to_trash=True))
            self.changed.emit()

    def rename(self, file: Path, new: Path) -> None:
        """Give a file another name or place; nothing is ever written over."""
        if file != new and self.move(file, new):
            self._history.stack.push(_Moves(self, {file: new}, rename_in_words(1)))
            self.changed.emit()

    def move(self, file: Path, new: Path) -> bool:
        """Move one file and what is corrected about it; return whether that was possible, and say why not."""
        if new.exists():
            self._fail(f"There is a file {new} already.", "Choose another name.")
            return False
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            file.rename(new)
        except OSError as error:
            self._fail(f"{file} can't be moved to {new} ({error.strerror}).", "Nothing was changed.")
            return False
        self._history.follow(file, new)
        return True

    def move_to_trash(self, file: Path) -> Path | None:
        """Move one file to the trash; return where it is now, or None, and say why not."""
        trashed = QFile(str(file))
        if not trashed.moveToTrash():
            self._fail(f"{file} can't be moved to the trash ({trashed.errorString()}).", "It stays where it is.")
            return None
        return Path(trashed.fileName())

    def _fail(self, message: str, hint: str) -> None:
        self.failed.emit(Failure(kind="unusable_input", message=message, hint=hint))


class _Moves(QUndoCommand):
    """Files that were moved before this was pushed: from each key to its value."""

    def __init__(self, disk: DiskChanges, moves: dict[Path, Path], words: str, *, to_trash: bool = False) -> None:
        super().__init__(words)
        self._disk, self._moves, self._to_trash = disk, moves, to_trash
        self._is_done = True

    def undo(self) -> None:
        back = {file: new for file, new in self._moves.items() if self._disk.move(new, file)}
        self._finish(back, is_done=False)

    def redo(self) -> None:
        if self._is_done:
            return
        if self._to_trash:
            again = {file: where for file in self._moves if (where := self._disk.move_to_trash(file)) is not None}
        else:
            again = {file: new for file, new in self._moves.items() if self._disk.move(file, new)}
        self._finish(again, is_done=True)

    def _finish(self, moves: dict[Path, Path], *, is_done: bool) -> None:
        """Keep in mind only those that moved; without any the entry is void."""
        self._moves, self._is_done = moves, is_done
        self.setObsolete(not moves)
        self._disk.changed.emit()
