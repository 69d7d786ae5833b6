"""Finding the term that explains a widget, a layer, or what somebody looks for."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from gui.glossary.terms import TERMS, Term

_BY_NAME = {term.name: term for term in TERMS}
_BY_WIDGET = {widget: term for term in TERMS for widget in term.widgets}
_BY_KIND = {kind: term for term in TERMS for kind in term.kinds}


def term_named(name: str) -> Term:
    """Return the term of that name; KeyError when there is none."""
    return _BY_NAME[name]


def term_of_kind(kind: str) -> Term | None:
    """Return the term that explains a kind of layer, by Keras' name of it."""
    return _BY_KIND.get(kind)


def term_of_widget(widget: QWidget | None) -> Term | None:
    """Return the term that explains a widget, or else what it lies in."""
    while widget is not None:
        if widget.objectName() in _BY_WIDGET:
            return _BY_WIDGET[widget.objectName()]
        widget = widget.parentWidget()
    return None


def explained_widgets(page: QWidget) -> Iterator[tuple[QWidget, Term]]:
    """Give the widgets inside `page` that a term explains, except whole pages."""
    for widget in page.findChildren(QWidget):
        term = _BY_WIDGET.get(widget.objectName())
        if term is not None:
            yield widget, term


def is_meant(term: Term, words: str) -> bool:
    """Whether every one of the typed words is somewhere in the term."""
    text = f"{term.title} {term.also} {term.text}".casefold()
    return all(word in text for word in words.casefold().split())
