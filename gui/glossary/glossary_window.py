"""The window of the glossary: a field to look for words, the terms, and what the chosen one means. Not modal."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QSize, QSortFilterProxyModel, Qt, QUrl
from PySide6.QtGui import QFont, QStandardItem, QStandardItemModel, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QDialog, QListView, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from gui.glossary.lookup import is_meant, term_named
from gui.glossary.terms import TERMS, Term
from gui.language.translate import tr
from gui.window.quiet_label import QuietLabel
from gui.window.search_field import search_field
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, SMALL_SCALE, accents, scaled_font

_TERM_ROLE = Qt.ItemDataRole.UserRole
_SIZE, _WIDTHS = QSize(680, 460), (210, 440)
_HINT = tr("F1 opens this page at the word for what has the focus.")


class GlossaryWindow(QDialog):
    """Shows one term at a time; the words under See also lead to others."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("glossary")
        self.setWindowTitle(tr("Glossary"))
        self._words = search_field("glossary_words", read_as=tr("Look for a word"), hint=tr("Look for a word"))
        self._found = _Found(_terms_model(self))
        self._list = QListView()
        self._page = QTextBrowser()
        self._build()
        self._lay_out()
        self._words.textChanged.connect(self._on_words_changed)
        self._list.selectionModel().currentChanged.connect(self._on_current_changed)
        self._page.anchorClicked.connect(lambda link: self.show_term(term_named(link.path())))
        self._choose(0)

    @property
    def term(self) -> Term | None:
        """The term on show."""
        term = self._list.currentIndex().data(_TERM_ROLE)
        return term if isinstance(term, Term) else None

    def show_term(self, term: Term) -> None:
        """Show what a term means, whatever was looked for before."""
        self._words.clear()
        for row in range(self._found.rowCount()):
            if self._found.index(row, 0).data(_TERM_ROLE) is term:
                self._choose(row)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._list.setObjectName("glossary_terms")
        self._list.setAccessibleName(tr("Words"))
        self._list.setSpacing(1)
        self._list.setModel(self._found)
        self._list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self._page.setObjectName("glossary_text")
        self._page.setAccessibleName(tr("What the word means"))
        self._page.setOpenLinks(False)
        self._page.document().setDocumentMargin(LARGE)

    def _lay_out(self) -> None:
        parts = QSplitter(Qt.Orientation.Horizontal)
        parts.setChildrenCollapsible(False)
        parts.setHandleWidth(MEDIUM)
        parts.addWidget(self._list)
        parts.addWidget(self._page)
        parts.setStretchFactor(1, 1)
        parts.setSizes(list(_WIDTHS))
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self._words)
        column.addWidget(parts, 1)
        column.addWidget(QuietLabel(_HINT, scale=SMALL_SCALE))
        self.resize(_SIZE)

    # ------------------------------------------------------------------ answers

    def _on_words_changed(self, words: str) -> None:
        self._found.show_matching(words)
        self._choose(0)
        if self._found.rowCount() == 0:
            self._write(tr("Nothing is called that"), tr("Try another word, or take letters away."), ())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.term is not None:
            self._on_current_changed(QModelIndex(), QModelIndex())

    def _choose(self, row: int) -> None:
        index = self._found.index(row, 0)
        if index.isValid():
            self._list.setCurrentIndex(index)
            self._list.scrollTo(index)

    def _on_current_changed(self, _now: QModelIndex, _before: QModelIndex) -> None:
        term = self.term
        if term is not None:
            self._write(term.title, term.text, tuple(term_named(name) for name in term.see))

    def _write(self, title: str, text: str, see: tuple[Term, ...]) -> None:
        self._page.clear()
        cursor = QTextCursor(self._page.document())
        heading, plain = QTextCharFormat(), QTextCharFormat()
        heading.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        plain.setFont(QFont(self.font()))
        cursor.insertText(title, heading)
        for paragraph in (text, tr("See also") if see else ""):
            cursor.insertBlock()
            cursor.insertBlock()
            cursor.insertText(paragraph, plain)
        for term in see:
            link = QTextCharFormat(plain)
            link.setAnchor(True)
            link.setAnchorHref(QUrl(f"glossary:{term.name}").toString())
            link.setForeground(accents(self.palette()).ice)
            link.setFontUnderline(True)
            cursor.insertText("  ", plain)
            cursor.insertText(term.title, link)
        self._page.moveCursor(QTextCursor.MoveOperation.Start)


class _Found(QSortFilterProxyModel):
    """The terms that have all typed words."""

    def __init__(self, terms: QStandardItemModel) -> None:
        super().__init__(terms)
        self._words = ""
        self.setSourceModel(terms)

    def show_matching(self, words: str) -> None:
        """Leave only what has all these words."""
        self._words = words
        self.invalidate()

    def filterAcceptsRow(self, source_row: int, source_parent: QModelIndex | QPersistentModelIndex) -> bool:
        return is_meant(self.sourceModel().index(source_row, 0, source_parent).data(_TERM_ROLE), self._words)


def _terms_model(parent: QWidget) -> QStandardItemModel:
    model = QStandardItemModel(parent)
    for term in sorted(TERMS, key=lambda term: term.title.casefold()):
        item = QStandardItem(term.title)
        item.setData(term, _TERM_ROLE)
        model.appendRow(item)
    return model
