"""View > Language: as the desktop has it, or one of those that there are. It holds from the next start on."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from gui.language.choice import LANGUAGES, language_of_desktop
from gui.language.translate import spoken_language, tr
from gui.window.settings import WindowSettings

#: The number of a language in the menu is its key.
_KEYS = "Ctrl+Alt+{number}"


class LanguageMenu(QMenu):
    """An action for each language, and one for that of the desktop, of which one is chosen."""

    def __init__(
        self, *, settings: WindowSettings, say: Callable[[str, str], object], parent: QWidget | None = None
    ) -> None:
        """Make the menu. say: shows a sentence and a hint in the window."""
        super().__init__(tr("La&nguage"), parent)
        self.setObjectName("language_menu")
        self._settings, self._say = settings, say
        group = QActionGroup(self)
        group.addAction(self._action("", tr("As the &desktop"), 0))
        for number, (language, title) in enumerate(LANGUAGES.items(), start=1):
            group.addAction(self._action(language, f"&{number} {title}", number))

    def _action(self, language: str, text: str, number: int) -> QAction:
        action = self.addAction(text)
        action.setObjectName(f"language_{language or 'system'}")
        action.setShortcut(QKeySequence(_KEYS.format(number=number)))
        action.setCheckable(True)
        action.setChecked(language == self._settings.language)
        action.triggered.connect(lambda _checked=False: self._choose(language))
        return action

    def _choose(self, language: str) -> None:
        self._settings.keep_language(language)
        wanted = language or language_of_desktop()
        if wanted != spoken_language():
            self._say(
                tr("Frostline speaks {language} when it is started the next time.", language=LANGUAGES[wanted]),
                tr("What is under way goes on."),
            )
