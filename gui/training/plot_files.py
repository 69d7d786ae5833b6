"""Plots as files: the dialogs that ask where, and what is done with the answer. What is written is `plot_export`'s."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from core.errors import Failure
from gui.language.translate import tr
from gui.window.settings import WindowSettings

_PICTURES = {tr("PNG picture (*.png)"): ".png", tr("SVG drawing (*.svg)"): ".svg"}
_VALUES = {tr("Comma-separated values (*.csv)"): ".csv"}

Write = Callable[[Path], None]


class PlotFiles(QObject):
    """Asks for a file beside the one saved last, and has it written."""

    saved = Signal(object)  # Path
    failed = Signal(object)  # Failure

    def __init__(self, *, settings: WindowSettings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window

    def ask_for_picture(self, name: str, write: Write) -> None:
        """Ask for a PNG or SVG file, `name` proposed, and let `write` write it; `saved` or `failed` follows."""
        self._ask(tr("Save the picture of the plot"), "save_picture_dialog", name, _PICTURES, write)

    def ask_for_values(self, name: str, write: Write) -> None:
        """Ask for a CSV file, `name` proposed, and let `write` write it; `saved` or `failed` follows."""
        self._ask(tr("Save the values of the plot"), "save_values_dialog", name, _VALUES, write)

    def _ask(self, title: str, object_name: str, name: str, kinds: dict[str, str], write: Write) -> None:
        proposal = self._settings.plot_folder / f"{name}{next(iter(kinds.values()))}"
        dialog = QFileDialog(self._window, title, str(proposal), ";;".join(kinds))
        dialog.setObjectName(object_name)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(next(iter(kinds.values())))
        dialog.selectFile(str(proposal))
        dialog.filterSelected.connect(lambda kind: dialog.setDefaultSuffix(kinds.get(kind, "")))
        dialog.fileSelected.connect(lambda file: self.save(Path(file), write))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def save(self, file: Path, write: Write) -> None:
        """Have `file` written, and remember its folder."""
        try:
            write(file)
        except OSError as error:
            hint = tr("Choose a folder that you can write to, with room on its disk.")
            self.failed.emit(
                Failure(
                    "cannot_write",
                    tr("{file} can't be written: {strerror}.", file=file, strerror=error.strerror or error),
                    hint,
                )
            )
            return
        self._settings.keep_plot_folder(file.parent)
        self.saved.emit(file)
