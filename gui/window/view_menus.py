"""The menus inside the View menu: how the window looks, and which language it speaks."""

from __future__ import annotations

from functools import partial

from gui.language.language_menu import LanguageMenu
from gui.style.appearance_menu import AppearanceMenu
from gui.style.dressing import Dressing
from gui.window.main_window import MainWindow
from gui.window.message_bar import Level
from gui.window.settings import WindowSettings


def add_view_menus(window: MainWindow, *, dressing: Dressing, settings: WindowSettings) -> None:
    """Put them before the full screen."""
    say = partial(window.show_message, Level.INFORMATION)
    for menu in (
        AppearanceMenu(dressing=dressing, settings=settings, parent=window),
        LanguageMenu(settings=settings, say=say, parent=window),
    ):
        window.insert_menu(menu, before="full_screen")
