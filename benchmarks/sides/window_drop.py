"""A picture dropped on the real window, warm: how long until the bars of its classes are on the screen."""

from __future__ import annotations

import itertools
import statistics
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer

from benchmarks.sides.two_cores import stay_on_two_cores
from benchmarks.sides.window import PREDICT, open_window, session_of
from gui.demo.scripted_user import ScriptedUser
from gui.prediction.prediction_bars import PredictionBars

_WARMING_DROPS = 3
_PAUSE_MILLISECONDS = 150


class PaintedBars(QObject):
    """Notes when bars that have changed are painted."""

    def __init__(self, bars: PredictionBars) -> None:
        super().__init__(bars)
        self.painted_at: float | None = None
        self._changed = False
        model = bars.model()
        assert model is not None
        model.modelReset.connect(self._on_model_reset)
        bars.viewport().installEventFilter(self)

    def forget(self) -> None:
        """Wait for the next picture."""
        self.painted_at = None
        self._changed = False

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """Let every event pass. The timer fires when the painting that begins here is done and on the screen."""
        if event.type() == QEvent.Type.Paint and self._changed:
            self._changed = False
            QTimer.singleShot(0, self._on_painted)
        return False

    def _on_model_reset(self) -> None:
        self._changed = True

    def _on_painted(self) -> None:
        self.painted_at = time.perf_counter()


def measure(run: str, files: list[str]) -> float:
    """Drop each file (two at least) by itself on the window with this run's model; return the median seconds."""
    stay_on_two_cores()
    with open_window() as (window, user):
        session_of(window).select_run(Path(run))
        user.go_to(PREDICT)
        bars = PaintedBars(user.find(PredictionBars, "prediction_bars"))
        # In turns: a picture that is dropped twice in a row changes nothing in the bars.
        drops = itertools.islice(itertools.cycle(files), _WARMING_DROPS + len(files))
        seconds = [_seconds_until_bars(user, bars, Path(file)) for file in drops]
    return statistics.median(seconds[_WARMING_DROPS:])


def _seconds_until_bars(user: ScriptedUser, bars: PaintedBars, file: Path) -> float:
    bars.forget()
    dropped = time.perf_counter()
    user.drop([file])
    user.wait_until(lambda: bars.painted_at is not None, "there are bars")
    assert bars.painted_at is not None
    seconds = bars.painted_at - dropped
    user.rest(_PAUSE_MILLISECONDS)  # as long as a hand needs at least
    return seconds
