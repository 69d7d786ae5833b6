"""The tour through Data, Layers and Train: callouts beside the real widgets. Once it was put away it does not return.

It can be called again from the Help menu. Going to another of its pages by oneself takes it along.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from gui.language.translate import tr
from gui.tour.callout import Callout
from gui.window.main_window import MainWindow
from gui.window.settings import WindowSettings

_FOLLOW_MILLISECONDS = 150


@dataclass(frozen=True)
class Stop:
    """A page, the widgets to stand beside (those that are on show), and what is said there."""

    step: str
    targets: tuple[str, ...]
    title: str
    words: str


STOPS = (
    Stop(
        "data", ("choose_folder", "try_sample_pictures"), tr("Pictures to learn from"),
        tr("Choose a folder whose sub-folders are classes: ants, bees. Or try the sample pictures. "
        "They are checked, and never leave this machine."),
    ),
    Stop(
        "layers", ("layer_map", "network_loading"), tr("What learns, and what stays"),
        tr("The network has learnt from a million pictures before. What lies below the frost line stays as it is; "
        "what lies above it learns from yours. To begin with, leave all of it frozen."),
    ),
    Stop(
        "train", ("start_training",), tr("Train the new head"),
        tr("Press Start training. The frozen part is computed once for each picture, so an epoch takes moments. Then "
        "evaluate the model, drop pictures on it, and export it. F1 explains the words."),
    ),
)  # fmt: skip


class Tour(QObject):
    """Shows one stop at a time in a window."""

    def __init__(self, *, window: MainWindow, settings: WindowSettings) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._callout = Callout(parent=window)
        self._at = -1
        self._following = QTimer(self, interval=_FOLLOW_MILLISECONDS)
        self._following.timeout.connect(self._follow)
        self._callout.next_wanted.connect(self.go_on)
        self._callout.skip_wanted.connect(self.end)
        window.step_shown.connect(self._on_window_step_shown)

    def offer(self) -> None:
        """Begin, unless the tour was put away before."""
        if not self._settings.tour_seen:
            self.begin()

    def begin(self) -> None:
        """Begin at the first stop."""
        self._window.installEventFilter(self)
        self._following.start()
        self._go_to(0)

    def go_on(self) -> None:
        """Go to the next stop; after the last the tour is over."""
        if self._at + 1 < len(STOPS):
            self._go_to(self._at + 1)
        else:
            self.end()

    def end(self) -> None:
        """Put the tour away, for good."""
        if self._at >= 0:
            self._at = -1
            self._window.removeEventFilter(self)
            self._following.stop()
            self._callout.hide()
            self._settings.keep_tour_seen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (event.type(), event.key()) == (QEvent.Type.KeyPress, Qt.Key.Key_Escape):
            self.end()
            return True
        return super().eventFilter(watched, event)

    def _go_to(self, number: int) -> None:
        self._at = number
        stop = STOPS[number]
        self._window.show_step(stop.step)
        self._callout.say(stop.title, stop.words, number=number + 1, of=len(STOPS), target=self._place())

    def _on_window_step_shown(self, name: str) -> None:
        if self._at < 0 or name == STOPS[self._at].step:
            return
        numbers = [number for number, stop in enumerate(STOPS) if stop.step == name]
        if numbers:
            self._go_to(numbers[0])
        else:
            self.end()

    def _follow(self) -> None:
        """Stay beside the targets, which come late, or move with the window and its splitters."""
        if self._place() != self._callout.target:
            self._callout.stand_beside(self._place())

    def _place(self) -> QRect:
        """Return where the targets are in the window, or the page where none of them is on show."""
        stop = STOPS[self._at]
        page = self._window.page(stop.step)
        found = (page.findChild(QWidget, name) for name in stop.targets)
        shown = [one for one in found if one is not None and one.isVisible()] or [page]
        place = QRect()
        for one in shown:
            place = place.united(QRect(one.mapTo(self._window, QPoint(0, 0)), one.size()))
        return place
