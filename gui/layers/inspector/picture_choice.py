"""Which picture the inspector shows to the network: one of the open folder, or one that was dropped. No widgets."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.messages import FolderScan
from gui.language.translate import tr


class PictureChoice(QObject):
    """A place among the pictures of a folder, and perhaps a dropped picture before it.

    With a folder, its first picture is chosen until the user chooses another.
    """

    changed = Signal()  # another picture, or other pictures to choose from

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = Path()
        self._classes: tuple[tuple[str, Sequence[str]], ...] = ()
        self._class = 0
        self._number = 0
        self._dropped: Path | bytes | None = None

    @property
    def source(self) -> Path | bytes | None:
        """The chosen picture: a file, or an encoded picture; None when there is none to choose."""
        if self._dropped is not None:
            return self._dropped
        if not self._classes:
            return None
        return self._folder / self._classes[self._class][1][self._number]

    @property
    def name(self) -> str:
        """What the chosen picture is called; '' when there is none."""
        source = self.source
        if isinstance(source, bytes):
            return tr("Dropped picture")
        return "" if source is None else source.name

    @property
    def is_dropped(self) -> bool:
        """Whether the chosen picture was dropped."""
        return self._dropped is not None

    @property
    def class_names(self) -> tuple[str, ...]:
        """The classes of the folder that have pictures."""
        return tuple(name for name, _files in self._classes)

    @property
    def chosen_class(self) -> int:
        """The place of the chosen picture's class in `class_names`; 0 when there is none."""
        return self._class

    @property
    def place(self) -> tuple[int, int]:
        """The number of the chosen picture in its class, counted from 1, and how many the class has; (0, 0) if none."""
        return (self._number + 1, len(self._classes[self._class][1])) if self._classes else (0, 0)

    def show_scan(self, scan: FolderScan | None) -> None:
        """Choose among the pictures of this folder; the chosen one stays if it is still there."""
        before = None if self.is_dropped else self.source
        self._classes = () if scan is None else _classes_with_pictures(scan)
        self._folder = Path() if scan is None else scan.folder
        self._class = self._number = 0
        if isinstance(before, Path):
            self._return_to(before)
        self.changed.emit()

    def choose_class(self, number: int) -> None:
        """Choose the first picture of a class of `class_names`."""
        if 0 <= number < len(self._classes) and (number != self._class or self.is_dropped):
            self._dropped, self._class, self._number = None, number, 0
            self.changed.emit()

    def step(self, step: int) -> None:
        """Choose the picture `step` places further in its class, round and round; a dropped one is put away."""
        if self._classes:
            count = len(self._classes[self._class][1])
            self._number = self._number if self.is_dropped else (self._number + step) % count
            self._dropped = None
            self.changed.emit()

    def take_dropped(self, source: Path | bytes) -> None:
        """Choose a picture from outside the folder."""
        self._dropped = source
        self.changed.emit()

    def _return_to(self, file: Path) -> None:
        name = file.relative_to(self._folder).as_posix() if file.is_relative_to(self._folder) else file.as_posix()
        for number, (_class_name, files) in enumerate(self._classes):
            if name in files:
                self._class, self._number = number, files.index(name)


def _classes_with_pictures(scan: FolderScan) -> tuple[tuple[str, Sequence[str]], ...]:
    classes = zip(scan.classes, scan.files, strict=True)
    return tuple((count.class_name, files) for count, files in classes if files)
