"""Who wears the program's own look, and when it changes from day to night.

On Windows and macOS, and wherever a user has chosen a style, windows look as all others there. Qt has nothing native
for most Linux desktops, and shows its plain Fusion: that is what is dressed. A palette for high contrast is kept.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication

from gui.style.appearance import Appearance
from gui.style.frost_palette import frost_palette
from gui.style.frost_style import FrostStyle
from gui.window.theme import is_dark, is_high_contrast


class Dressing(QObject):
    """Dresses an application, and keeps to what the desktop or the user wants. One for the application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._application = application
        self._of_the_desktop = QPalette(application.palette())
        self._appearance = Appearance.SYSTEM
        self._dressed = application.style().name() == "fusion"
        if self._dressed:
            application.setStyle(FrostStyle())
        application.styleHints().colorSchemeChanged.connect(self._put_on)
        self._put_on()

    @classmethod
    def of(cls, application: QApplication) -> Dressing:
        """Return what dresses the application, which it does from now on."""
        return application.findChild(cls) or cls(application)

    @classmethod
    def of_running(cls) -> Dressing:
        """Return what dresses the application that is running."""
        running = QApplication.instance()
        assert isinstance(running, QApplication)
        return cls.of(running)

    @property
    def appearance(self) -> Appearance:
        """What the user wants."""
        return self._appearance

    def wear(self, appearance: Appearance) -> None:
        """Show the program by day, by night, or as the desktop has it."""
        if appearance is self._appearance:  # A second window would have all widgets of the first take up its palette.
            return
        self._appearance = appearance
        scheme = {Appearance.LIGHT: Qt.ColorScheme.Light, Appearance.DARK: Qt.ColorScheme.Dark}
        self._application.styleHints().setColorScheme(scheme.get(appearance, Qt.ColorScheme.Unknown))
        self._put_on()

    def _put_on(self) -> None:
        if not self._dressed or is_high_contrast(self._of_the_desktop):
            return
        self._application.setPalette(frost_palette(dark=self._is_night()))

    def _is_night(self) -> bool:
        if self._appearance is not Appearance.SYSTEM:
            return self._appearance is Appearance.DARK
        scheme = self._application.styleHints().colorScheme()
        if scheme == Qt.ColorScheme.Unknown:  # A desktop that says nothing may still have given dark colours.
            return is_dark(self._of_the_desktop)
        return scheme == Qt.ColorScheme.Dark
