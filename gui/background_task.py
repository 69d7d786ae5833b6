"""Calling a plain function on a thread of Qt's pool, and getting its answer as a signal on the window's thread.

For reading files whose number or size nobody knows; work that needs Keras goes to a worker instead.

Here and elsewhere the pool is given functions, never a QRunnable of ours: of one that is over before `start` returns,
PySide 6.11 keeps a reference for ever, and with it all that it was given. It was one in eight.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QThreadPool, Signal


class BackgroundTask(QObject):
    """One function at a time; of wishes that come meanwhile only the last is answered."""

    finished = Signal(object)  # what the function returned

    def __init__(self, *, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._running = False
        self._waiting: Callable[[], object] | None = None
        self._answer = _Answer()
        self._answer.given.connect(self._on_answer_given)

    @property
    def running(self) -> bool:
        """Whether an answer is still to come."""
        return self._running

    def start(self, function: Callable[[], object]) -> None:
        """Call `function`, which must not raise, on another thread; `finished` follows."""
        if self._running:
            self._waiting = function
            return
        self._running = True
        answer = self._answer
        QThreadPool.globalInstance().start(lambda: answer.given.emit(function()))

    def _on_answer_given(self, answer: object) -> None:
        self._running = False
        if self._waiting is not None:
            function, self._waiting = self._waiting, None
            self.start(function)
        else:
            self.finished.emit(answer)


class _Answer(QObject):
    """Carries answers to the window's thread; it outlives the task while a call needs it."""

    given = Signal(object)
