"""Undo and redo of what is corrected about the open data folder, for every page: left out, another class, added.

Each wish is written at once and is one command of a stack. The files of the folder are not touched. What a correction
is, where it is kept and how it is merged with those of other windows is `core.data.corrections`' work.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from core.data.changed_scan import changed_scan, folder_class
from core.data.corrections import (
    Corrections,
    FileCorrection,
    change_corrections,
    read_corrections,
    update_corrections,
)
from core.data.file_names import name_in_folder
from core.errors import UnusableInput
from core.messages import FolderScan
from gui.data.collector import Collected, Collector
from gui.data.correction_words import add_in_words, exclude_in_words, include_in_words, keep_in_words, move_in_words
from gui.data.sidecar_watcher import SidecarWatcher
from gui.session import Session

_Change = Callable[[str, FileCorrection], FileCorrection]
_Words = Callable[[int], str]


class CorrectionHistory(QObject):
    """The corrections of the session's folder. Pages change them through the methods, never directly.

    After each change the session's scan counts anew, and `corrected` tells what holds now.
    """

    corrected = Signal(object)  # Corrections
    collected = Signal(str, object)  # a class, and tuple[str, ...]: the names of the pictures that joined it
    reading_changed = Signal()  # folders inside class folders are read in another way: the folder must be scanned anew
    failed = Signal(object)  # Failure

    def __init__(self, *, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._folder: Path | None = None
        self._corrections = Corrections()
        self.stack = QUndoStack(self)
        self._watcher = SidecarWatcher(parent=self)
        self._collector = Collector(parent=self)
        self._watcher.changed.connect(self._on_watcher_changed)
        self._collector.collected.connect(self._on_collector_collected)
        session.folder_opened.connect(self._on_session_folder_opened)
        if session.folder is not None:
            self._on_session_folder_opened(session.folder)

    @property
    def corrections(self) -> Corrections:
        """What is corrected about the open folder."""
        return self._corrections

    def exclude(self, files: Sequence[Path]) -> None:
        """Leave files out, so that nothing is learnt from them nor measured on them."""
        self._change(files, lambda _name, before: dataclasses.replace(before, excluded=True), exclude_in_words)

    def include(self, files: Sequence[Path]) -> None:
        """Use files again that were left out."""
        self._change(files, lambda _name, before: dataclasses.replace(before, excluded=False), include_in_words)

    def keep_class(self, files: Sequence[Path]) -> None:
        """Vouch for the class of files, so that it is not suspected again."""
        self._change(files, lambda _name, before: dataclasses.replace(before, kept=True), keep_in_words)

    def change_class(self, files: Sequence[Path], class_name: str) -> None:
        """Count files as members of another class, which may be a new one."""

        def moved(name: str, before: FileCorrection) -> FileCorrection:
            own = self._own_class(name) == class_name
            return dataclasses.replace(before, class_name="" if own else class_name)

        self._change(files, moved, lambda count: move_in_words(count, class_name))

    def add(self, sources: Sequence[Path | bytes], class_name: str) -> None:
        """Let pictures from elsewhere, files or encoded ones, join a class: copies of them, beside the folder's own.

        `collected` follows. Files of the open folder itself are only counted in that class.
        """
        if self._folder is None:
            return
        own = [one for one in sources if isinstance(one, Path) and one.is_relative_to(self._folder)]
        if own:
            self.change_class(own, class_name)
        others = [one for one in sources if not isinstance(one, Path) or one not in own]
        if others:
            self._collector.collect(self._folder, others, class_name)

    def read_inner_folders(self, inner: bool) -> None:
        """Take the folders inside class folders as classes themselves, or as parts of the classes around them."""
        if self._folder is None or self._corrections.inner_classes == inner:
            return
        try:
            self._corrections = change_corrections(
                self._folder, lambda before: dataclasses.replace(before, inner_classes=inner)
            )
        except UnusableInput as error:
            self.failed.emit(error.as_failure())
            return
        self.reading_changed.emit()

    # ------------------------------------------------------------------ what commands call

    def apply(self, changes: Mapping[str, FileCorrection], *, added: Sequence[str] = ()) -> bool:
        """Write corrections and let the scan count anew; return whether that was possible."""
        if self._folder is None:
            return False
        try:
            after = update_corrections(self._folder, changes)
        except UnusableInput as error:
            self.failed.emit(error.as_failure())
            return False
        self._take(after, {*changes, *added}, added=added)
        return True

    def follow(self, file: Path, new: Path) -> None:
        """Keep what is corrected about a file that has another name now."""
        if self._folder is not None:
            name, new_name = name_in_folder(self._folder, file), name_in_folder(self._folder, new)
            one = self._corrections.of(name)
            if one != FileCorrection():
                self.apply({name: FileCorrection(), new_name: one})

    def count_anew(self, *, added: Sequence[str] = (), removed: Sequence[str] = ()) -> None:
        """Let the scan count files that have joined or left the folder."""
        self._take(self._corrections, set(added), added=added, removed=removed)

    # ------------------------------------------------------------------ answers

    def _on_session_folder_opened(self, folder: Path) -> None:
        if folder != self._folder:
            self.stack.clear()
        self._folder, self._corrections = folder, Corrections()
        self._watcher.watch(folder)
        try:
            self._corrections = read_corrections(folder)
        except UnusableInput as error:
            self.failed.emit(error.as_failure())

    def _on_watcher_changed(self) -> None:
        """Take over what another window has written meanwhile."""
        if self._folder is None:
            return
        try:
            now = read_corrections(self._folder)
        except UnusableInput as error:
            self.failed.emit(error.as_failure())
            return
        before = self._corrections
        if now.inner_classes != before.inner_classes:
            self._corrections = now
            self.reading_changed.emit()
        elif now != before:
            moved = {name for name, _class in {*now.moved.items()} ^ {*before.moved.items()}}
            self._take(now, (now.excluded ^ before.excluded) | moved)

    def _on_collector_collected(self, collected: Collected) -> None:
        for failure in collected.failures:
            self.failed.emit(failure)
        if collected.folder != self._folder or not (collected.names or collected.known):
            return
        before = {name: self._corrections.of(name) for name in collected.known}
        after = {name: self._in_class(name, collected.class_name) for name in collected.known}
        names = collected.names
        if self.apply(after, added=names):
            words = add_in_words(len(names) + len(before), collected.class_name)
            self.stack.push(_Addition(self, collected.folder, names, before, after, words))
            self.collected.emit(collected.class_name, (*names, *before))

    # ------------------------------------------------------------------ parts

    def _change(self, files: Sequence[Path], change: _Change, words: _Words) -> None:
        """Correct `files`; those that are so already are left alone, and without any there is no entry."""
        if self._folder is None:
            return
        names = dict.fromkeys(name_in_folder(self._folder, file) for file in files)
        before = {name: self._corrections.of(name) for name in names}
        after = {name: change(name, one) for name, one in before.items()}
        changed = {name for name in names if before[name] != after[name]}
        before, after = ({name: one for name, one in side.items() if name in changed} for side in (before, after))
        if changed and self.apply(after):
            self.stack.push(_Correction(self, before, after, words(len(changed))))

    def _in_class(self, name: str, class_name: str) -> FileCorrection:
        return FileCorrection(class_name="" if self._own_class(name) == class_name else class_name)

    def _own_class(self, name: str) -> str:
        scan = self._scan()
        return folder_class(scan, name) if scan is not None else name.partition("/")[0]

    def _scan(self) -> FolderScan | None:
        scan = self._session.scan
        return scan if scan is not None and scan.folder == self._folder else None

    def _take(
        self, after: Corrections, names: Iterable[str], *, added: Sequence[str] = (), removed: Sequence[str] = ()
    ) -> None:
        self._corrections = after
        self._watcher.renew()
        scan = self._scan()
        if scan is not None:
            corrections = {name: after.of(name) for name in names}
            self._session.set_scan(changed_scan(scan, corrections, added=added, removed=removed))
        self.corrected.emit(after)


class _Correction(QUndoCommand):
    """Corrections of some files. It was carried out before it was pushed, since only then an entry is wanted."""

    def __init__(
        self,
        history: CorrectionHistory,
        before: Mapping[str, FileCorrection],
        after: Mapping[str, FileCorrection],
        words: str,
    ) -> None:
        super().__init__(words)
        self._history, self._before, self._after = history, before, after
        self._is_done = True

    def redo(self) -> None:
        if not self._is_done:
            self.setObsolete(not self._history.apply(self._after))
        self._is_done = True

    def undo(self) -> None:
        self.setObsolete(not self._history.apply(self._before))
        self._is_done = False


class _Addition(_Correction):
    """Pictures that joined a class; undone they are hidden, not deleted, so that they can be there again."""

    def __init__(
        self,
        history: CorrectionHistory,
        folder: Path,
        names: Sequence[str],
        before: Mapping[str, FileCorrection],
        after: Mapping[str, FileCorrection],
        words: str,
    ) -> None:
        super().__init__(history, before, after, words)
        self._folder, self._names = folder, tuple(names)

    def redo(self) -> None:
        if self._is_done:
            return
        from core.data.collection import return_to_collection

        if self._rename(return_to_collection):
            self._history.count_anew(added=self._names)
            super().redo()

    def undo(self) -> None:
        from core.data.collection import take_from_collection

        if self._rename(take_from_collection):
            self._history.count_anew(removed=self._names)
            super().undo()

    def _rename(self, rename: Callable[[Path, str], None]) -> bool:
        """Rename each picture; return whether that was possible, and forget the entry where it was not."""
        try:
            for name in self._names:
                rename(self._folder, name)
        except UnusableInput as error:
            self._history.failed.emit(error.as_failure())
            self.setObsolete(True)
            return False
        return True
