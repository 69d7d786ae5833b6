"""The box that says what this program is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from gui.language.translate import tr
from gui.window.icons import application_icon


class AboutDialog(QMessageBox):
    """Name, version, purpose and licence; goes away when closed."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("about")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("About Frostline"))
        self.setIconPixmap(application_icon().pixmap(64, 64))
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(tr("Frostline {installed_version}", installed_version=_installed_version()))
        self.setInformativeText(
            tr(
                "Transfer learning on the desktop: see ResNet50, freeze it, train a new head in seconds, "
                "take the model anywhere.\n\n"
                "Your pictures never leave this machine. MIT licence."
            )
        )
        self.setStandardButtons(QMessageBox.StandardButton.Close)
        self.button(QMessageBox.StandardButton.Close).setObjectName("close_about")


def _installed_version() -> str:
    try:
        return version("frostline")
    except PackageNotFoundError:
        return tr("(not installed)")
