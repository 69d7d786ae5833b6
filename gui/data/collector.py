"""Copies pictures into the collection of a data folder on another thread, one wish after another.

What the collection is, `core.data.collection` says.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from core.errors import Failure, FrostlineError
from gui.background_task import BackgroundTask


@dataclass(frozen=True)
class Collected:
    """What came of a wish. names: of pictures that are new; known: of those that had been collected before."""

    folder: Path
    class_name: str
    names: tuple[str, ...]
    known: tuple[str, ...]
    failures: tuple[Failure, ...]


class Collector(QObject):
    """Answers every wish, in order."""

    collected = Signal(object)  # Collected

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: deque[Callable[[], Collected]] = deque()
        self._task = BackgroundTask(parent=self)
        self._task.finished.connect(self._on_task_finished)

    def collect(self, folder: Path, sources: Sequence[Path | bytes], class_name: str) -> None:
        """Copy `sources` into the collection of `folder`, as members of a class."""
        self._waiting.append(partial(_collect, folder, tuple(sources), class_name))
        self._start()

    def _start(self) -> None:
        if self._waiting and not self._task.running:
            self._task.start(self._waiting.popleft())

    def _on_task_finished(self, collected: Collected) -> None:
        self.collected.emit(collected)
        self._start()


def _collect(folder: Path, sources: Sequence[Path | bytes], class_name: str) -> Collected:
    from core.data.collection import add_to_collection, find_in_collection  # which takes Pillow along

    names: dict[str, None] = {}
    known: dict[str, None] = {}
    failures: list[Failure] = []
    for source in sources:
        try:
            earlier = find_in_collection(folder, source)
            if earlier is not None:
                known.update({} if earlier in names else {earlier: None})
            else:
                names[add_to_collection(folder, source, class_name)] = None
        except FrostlineError as error:
            failures.append(error.as_failure())
    return Collected(folder, class_name, tuple(names), tuple(known), tuple(failures))
