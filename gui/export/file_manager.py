"""Showing a file in the file manager of the desktop, selected where the desktop can do that."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QUrl
from PySide6.QtGui import QDesktopServices


def selecting_command(path: Path, platform: str = sys.platform) -> tuple[str, list[str]]:
    """Return the program, with its arguments, that shows `path` selected in its folder."""
    if platform == "win32":
        # Explorer wants the path in the same argument.
        return "explorer", [f"/select,{path}"]
    if platform == "darwin":
        return "open", ["-R", str(path)]
    # The interface that the file managers of Linux desktops share; a comma would part two files.
    address = QUrl.fromLocalFile(str(path)).toString(QUrl.ComponentFormattingOption.FullyEncoded).replace(",", "%2C")
    service, place = "org.freedesktop.FileManager1", "/org/freedesktop/FileManager1"
    shown = [f"{service}.ShowItems", f"array:string:{address}", "string:"]
    return "dbus-send", ["--session", "--print-reply", f"--dest={service}", place, *shown]


def show_in_folder(path: Path, parent: QObject) -> None:
    """Show a file or folder in the file manager; where it can't be selected, its folder is opened."""
    program, arguments = selecting_command(path)
    process = QProcess(parent)

    def open_folder() -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def on_finished(status: int, _how: QProcess.ExitStatus) -> None:
        # Explorer says 1 whatever happened.
        if status != 0 and sys.platform != "win32":
            open_folder()
        process.deleteLater()

    def on_error(error: QProcess.ProcessError) -> None:
        if error == QProcess.ProcessError.FailedToStart:
            open_folder()
            process.deleteLater()

    process.finished.connect(on_finished)
    process.errorOccurred.connect(on_error)
    process.start(program, arguments)
