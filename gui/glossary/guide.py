"""Opens the glossary at the right word: for what has the focus, for the selected layer, or as a command asks."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from gui.commands.command import Command
from gui.glossary.glossary_window import GlossaryWindow
from gui.glossary.lookup import term_of_kind, term_of_widget
from gui.glossary.terms import TERMS, Term
from gui.language.translate import tr
from gui.window.icons import themed_icon

#: In these it is the selected layer that is asked about.
_SHOW_LAYERS = frozenset({"layer_map", "layer_tree", "layer_inspector"})


class GlossaryGuide(QObject):
    """Keeps the one glossary of a window. kind_of_selection: Keras' name of the selected layer's kind, or ''."""

    def __init__(self, *, window: QWidget, kind_of_selection: Callable[[], str]) -> None:
        super().__init__(window)
        self._window = window
        self._kind_of_selection = kind_of_selection
        self._glossary: GlossaryWindow | None = None

    def explain(self, focus: QWidget | None) -> None:
        """Show the word for what has the focus; the glossary as it was where there is none."""
        self.show(self._term_for(focus))

    def show(self, term: Term | None) -> None:
        """Show a word."""
        if self._glossary is None:
            self._glossary = GlossaryWindow(parent=self._window)
        if term is not None:
            self._glossary.show_term(term)
        self._glossary.show()
        self._glossary.raise_()
        self._glossary.activateWindow()

    def commands(self) -> Iterator[Command]:
        """Give a command for each word, so that the command search answers questions too."""
        icon = themed_icon("info")
        for term in TERMS:
            yield Command(term.question, tr("Glossary"), partial(self.show, term), icon=icon, also=term.also)

    def _term_for(self, focus: QWidget | None) -> Term | None:
        widget = focus
        while widget is not None:
            if widget.objectName() in _SHOW_LAYERS:
                return term_of_kind(self._kind_of_selection()) or term_of_widget(focus)
            widget = widget.parentWidget()
        return term_of_widget(focus)
