"""Changes of the files themselves, which only happen where the user asks for them: to the trash, or another name.

Each is an entry of the same stack as the corrections, so that one Undo takes back whichever came last.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QFile, QObject, Signal
from PySide6.QtGui import QUndoCommand

from core.errors import Failure
from gui.data.correction_history import CorrectionHistory
from gui.data.correction_words import not_trashed_in_words, rename_in_words, trash_in_words
from gui.language.translate import tr


class DiskChanges(QObject):
    """Moves files of the open folder, and tells when they have moved, so that the folder is scanned anew."""

    changed = Signal()
    failed = Signal(object)  # Failure

    def __init__(self, *, history: CorrectionHistory, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._history = history
        self._made: set[Path] = set()  # folders that a move made, which go again when it is undone

    def trash(self, files: Sequence[Path]) -> None:
        """Move files to the trash of the system; undone, they return from where the system says they went."""
        gone = self.move_to_trash(files)
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
        # Where small and capital letters are one, a file may be renamed to itself, otherwise written.
        if new.exists() and not (file.exists() and new.samefile(file)):
            self._fail(
                tr("There is a file {new} already.", new=new),
                tr("Choose another name, or move that file out of the way."),
            )
            return False
        made = [place for place in new.parents if not place.exists()]
        try:
            new.parent.mkdir(parents=True, exist_ok=True)
            file.rename(new)
        except OSError as error:
            self._remove_empty(made)
            hint = tr(
                "Nothing was changed. See that the file is still there, and that you may write to {parent}.",
                parent=new.parent,
            )
            self._fail(
                tr("{file} can't be moved to {new} ({strerror}).", file=file, new=new, strerror=error.strerror), hint
            )
            return False
        self._made.update(made)
        self._remove_empty([place for place in file.parents if place in self._made])
        self._history.follow(file, new)
        return True

    def move_to_trash(self, files: Sequence[Path]) -> dict[Path, Path]:
        """Move files to the trash; return where each is now, and say which can't be moved."""
        gone: dict[Path, Path] = {}
        failed: list[tuple[Path, str]] = []
        for file in files:
            trashed = QFile(str(file))
            if trashed.moveToTrash():
                gone[file] = Path(trashed.fileName())
            else:
                failed.append((file, trashed.errorString()))
        if failed:
            self._fail(*not_trashed_in_words(failed))
        return gone

    def _remove_empty(self, folders: Sequence[Path]) -> None:
        """Remove folders of our own making that hold nothing, the innermost first, or they would be empty classes."""
        for folder in folders:
            with suppress(OSError):  # There is something in it by now.
                folder.rmdir()
                self._made.discard(folder)

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
            again = self._disk.move_to_trash(tuple(self._moves))
        else:
            again = {file: new for file, new in self._moves.items() if self._disk.move(file, new)}
        self._finish(again, is_done=True)

    def _finish(self, moves: dict[Path, Path], *, is_done: bool) -> None:
        """Keep in mind only those that moved; without any the entry is void."""
        self._moves, self._is_done = moves, is_done
        self.setObsolete(not moves)
        self._disk.changed.emit()
