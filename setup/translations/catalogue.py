"""The file of a translation as Qt Linguist and lrelease know it (.ts), and what a translation must have to be right."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from string import Formatter
from xml.etree import ElementTree

#: Whose words a text is, and the text, to its translation; '' where there is none yet.
Catalogue = dict[tuple[str, str], str]

_MNEMONIC = re.compile(r"&[^\W_]")


def read_catalogue(file: Path) -> Catalogue:
    """Return the translations in a .ts file; none where there is no file."""
    if not file.exists():
        return {}
    found: Catalogue = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            place = context.findtext("name", ""), message.findtext("source", "")
            found[place] = message.findtext("translation", "")
    return found


def write_catalogue(file: Path, language: str, translations: Mapping[tuple[str, str], str]) -> None:
    """Write a .ts file, texts in the given order, those without a translation marked as unfinished."""
    root = ElementTree.Element("TS", version="2.1", language=language, sourcelanguage="en")
    contexts: dict[str, ElementTree.Element] = {}
    for (whose, text), translation in translations.items():
        if whose not in contexts:
            contexts[whose] = ElementTree.SubElement(root, "context")
            ElementTree.SubElement(contexts[whose], "name").text = whose
        message = ElementTree.SubElement(contexts[whose], "message")
        ElementTree.SubElement(message, "source").text = text
        told = ElementTree.SubElement(message, "translation")
        told.text = translation
        if not translation:
            told.set("type", "unfinished")
    ElementTree.indent(root, "    ")
    text = ElementTree.tostring(root, encoding="unicode")
    file.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


def faults_of(catalogue: Mapping[tuple[str, str], str]) -> Iterator[str]:
    """Say of each translation what is wrong: none, other places for values, blanks or a letter to press lost."""
    for (_, text), translation in catalogue.items():
        if not translation:
            yield f"not translated: {text!r}"
        elif _places(text) != _places(translation):
            yield f"other places for values: {text!r}: {translation!r}"
        elif _edges(text) != _edges(translation):
            yield f"other blanks around it: {text!r}: {translation!r}"
        elif bool(_MNEMONIC.search(text)) != bool(_MNEMONIC.search(translation)):
            yield f"a letter to press, or none: {text!r}: {translation!r}"


def _places(text: str) -> list[tuple[str, str]]:
    try:
        return sorted((name, spec or "") for _, name, spec, _ in Formatter().parse(text) if name is not None)
    except ValueError:
        return [("not a template", text)]


def _edges(text: str) -> tuple[bool, bool, bool]:
    return text[:1].isspace(), text[-1:].isspace(), text.endswith("…")
