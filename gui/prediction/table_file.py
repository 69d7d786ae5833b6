"""Saving the predictions on show as a table: asks where, writes the file whole, and says what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import FrostlineError
from core.explanation.unlikeness import threshold_of
from core.prediction.prediction_table import PredictionRow, write_predictions
from core.training.reference_file import read_validation_distances
from gui.language.translate import tr
from gui.window.message_bar import Level
from gui.window.settings import WindowSettings

_SUFFIX = ".csv"


class TableFile(QObject):
    """One dialog at a time; `said` tells how it went."""

    said = Signal(object, str, str)  # Level; a sentence; what to do about it

    def __init__(self, *, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def ask_where_to_save(self, rows: Sequence[PredictionRow]) -> None:
        """Ask for a file and save `rows` in it."""
        start = self._settings.table_folder / f"predictions{_SUFFIX}"
        dialog = QFileDialog(self._window, tr("Save the table"), str(start), tr("Tables (*{suffix})", suffix=_SUFFIX))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(_SUFFIX.removeprefix("."))
        dialog.fileSelected.connect(lambda chosen: self.save(rows, Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, rows: Sequence[PredictionRow], file: Path) -> None:
        """Save `rows` in `file`."""
        try:
            write_predictions(rows, file)
        except FrostlineError as error:
            self.said.emit(Level.ERROR, error.message, error.hint)
            return
        self._settings.keep_table_folder(file.parent)
        count = tr("1 picture is") if len(rows) == 1 else tr("{count:,} pictures are", count=len(rows))
        self.said.emit(Level.INFORMATION, tr("{count} in the table {file}.", count=count, file=file), "")


def threshold_of_run(model: Path, percentile: float) -> float | None:
    """Return the distance beyond which a run (or its model file) calls a picture unlike; None where it does not tell.

    percentile: so many of the validation images, in per cent, are called alike.
    """
    run = model if model.is_dir() else model.parent
    return threshold_of(read_validation_distances(run), percentile)
