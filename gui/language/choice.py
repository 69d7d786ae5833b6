"""Which language the window speaks: as chosen, else the desktop's where there is a translation, else English.

It is found out once, before the first word; another choice holds from the next start on.
"""

from __future__ import annotations

import os

from PySide6.QtCore import QLocale, QSettings

from core.places import settings_folder
from gui.language.translate import ENGLISH
from gui.window.settings_file import open_settings

#: What may be chosen, each by its own name, as who looks for it would call it.
LANGUAGES = {ENGLISH: "English", "de": "Deutsch"}
#: The setting; "" or none: as the desktop has it.
SETTING = "window/language"
#: Decides where it is set, as for pictures of the window in one language.
VARIABLE = "FROSTLINE_LANGUAGE"


def language_to_speak() -> str:
    """Return a key of `LANGUAGES`."""
    forced = os.environ.get(VARIABLE, "")
    if forced in LANGUAGES:
        return forced
    return chosen_language() or language_of_desktop()


def chosen_language(settings: QSettings | None = None) -> str:
    """Return the language that was chosen in the menu, '' for that of the desktop. settings: None: the window's own."""
    if settings is None:
        settings, _damage = open_settings(settings_folder() / "window.ini")
    value = str(settings.value(SETTING) or "")
    return value if value in LANGUAGES else ""


def language_of_desktop() -> str:
    """Return the first language that the desktop asks for and that there is, English where there is none."""
    wanted = (name.partition("-")[0] for name in QLocale.system().uiLanguages())
    return next((name for name in wanted if name in LANGUAGES), ENGLISH)
