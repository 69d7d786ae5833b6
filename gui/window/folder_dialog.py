"""The dialog that asks for a folder. What is done with the answer is the asker's."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


def folder_dialog(parent: QWidget, title: str, start: Path | None) -> QFileDialog:
    """Return a dialog, not open yet, that shows folders only and goes when it is finished.

    start: where it begins to look; None: wherever the process is.
    """
    dialog = QFileDialog(parent, title, str(start or ""))
    dialog.setFileMode(QFileDialog.FileMode.Directory)
    dialog.setOption(QFileDialog.Option.ShowDirsOnly)
    dialog.finished.connect(dialog.deleteLater)
    return dialog
