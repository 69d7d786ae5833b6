"""`tr`, through which every text of the window goes, and numbers as the language writes them.

Texts stand in English where they are used. The catalogue of another language is a file that Qt's tools make
(`make translations`); it is loaded at the first word. What the core says is translated in core_sentences.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from string import Formatter
from typing import Any

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import assets

#: The language that texts are written in.
ENGLISH = "en"
#: Contexts of the catalogue: whose words they are.
WINDOW, CORE = "gui", "core"
CATALOGUES = Path(assets.__file__).parent / "languages"

_BETWEEN_DIGITS = re.compile(r"(?<=\d)[.,](?=\d)")
_SWAPPED = {".": ",", ",": "."}


def tr(text: str, /, **values: object) -> str:
    """Return an English text in the language of the window, with `values` in its places.

    text: a literal, so that `make translations` finds it, with places as `str.format` has them: "{count:,} images".
    A value with a format of its own is written as numbers are in that language.
    """
    if (translator := _translator()) is None:
        return text.format(**values) if values else text
    words = translator.translate(WINDOW, text) or text
    return _FORMATTER.vformat(words, (), values) if values else words


def counted(count: int, one: str, many: str) -> str:
    """Return `1 file`, `1,200 files` in the language of the window. one, many: literals, as in "{count:,} files"."""
    return tr(one if count == 1 else many, count=count)


def local_number(formatted: str) -> str:
    """Return a number that Python has written, "1,234.5", as the language of the window writes it."""
    return formatted if _translator() is None else _BETWEEN_DIGITS.sub(lambda sign: _SWAPPED[sign[0]], formatted)


def of_the_core(text: str) -> str:
    """Return the translation of exactly this text of the core, '' when there is none, or the window speaks English."""
    translator = _translator()
    return "" if translator is None else translator.translate(CORE, text) or ""


def speaks_english() -> bool:
    """Return whether nothing is to be translated."""
    return _translator() is None


@cache
def spoken_language() -> str:
    """Return the language of the window, a key of `LANGUAGES`: what was found out at the first word."""
    from gui.language.choice import language_to_speak  # it opens settings, which have sentences of their own

    return language_to_speak()


def teach_qt() -> None:
    """Let Qt's own buttons and dialogs, and its fields for numbers, speak the language; once the application is there.

    In English nothing is changed: fields for numbers are as the desktop has them.
    """
    application = QCoreApplication.instance()
    if application is None or (language := spoken_language()) == ENGLISH:
        return
    QLocale.setDefault(QLocale(language))
    words = QTranslator(application)
    if words.load(f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        QCoreApplication.installTranslator(words)


class _LocalFormatter(Formatter):
    """`str.format` with numbers as the language writes them."""

    def format_field(self, value: Any, format_spec: str) -> str:
        formatted: str = super().format_field(value, format_spec)
        return local_number(formatted) if format_spec else formatted


_FORMATTER = _LocalFormatter()


@cache
def _translator() -> QTranslator | None:
    """Return the catalogue of the language that the window speaks; None: English."""
    if (language := spoken_language()) == ENGLISH:
        return None
    translator = QTranslator()
    loaded = translator.load(str(CATALOGUES / f"frostline_{language}.qm"))
    return translator if loaded else None
