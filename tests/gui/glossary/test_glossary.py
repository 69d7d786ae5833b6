"""The glossary: whole, found by words, and opened at the word for what has the focus."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, QUrl
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QTextBrowser, QToolTip, QWidget
from pytestqt.qtbot import QtBot

from gui.glossary.glossary_window import GlossaryWindow
from gui.glossary.lookup import term_named, term_of_kind
from gui.glossary.terms import TERMS
from gui.window.main_window import MainWindow


@pytest.fixture
def window(window_on_screen: MainWindow) -> MainWindow:
    return window_on_screen


def test_terms_are_short_and_whole() -> None:
    for term in TERMS:
        sentences = re.findall(r"[.:;!](?:\s|$)", term.text)
        assert 1 <= len(sentences) <= 5, term.name
        assert len(term.text) < 480, term.name
        assert term.text.endswith("."), term.name
        assert [name for name in term.see if name not in {one.name for one in TERMS}] == [], term.name


def test_nothing_is_explained_twice() -> None:
    for field in (
        [one.name for one in TERMS],
        [one.title for one in TERMS],
        [widget for one in TERMS for widget in one.widgets],
        [kind for one in TERMS for kind in one.kinds],
    ):
        assert [word for word, count in Counter(field).items() if count > 1] == []


def test_what_terms_explain_is_in_the_window(window: MainWindow) -> None:
    made_later = {"use_class_weights"}  # With the finding that some classes are small.
    names = {widget for term in TERMS for widget in term.widgets} - made_later
    assert sorted(name for name in names if window.findChild(QWidget, name) is None) == []


def test_a_word_is_found_by_other_words_and_leads_to_its_neighbours(qtbot: QtBot) -> None:
    glossary = GlossaryWindow()
    qtbot.addWidget(glossary)
    words = glossary.findChild(QLineEdit, "glossary_words")
    terms = glossary.findChild(QListView, "glossary_terms")
    text = glossary.findChild(QTextBrowser, "glossary_text")
    assert words is not None
    assert terms is not None
    assert text is not None

    words.setText("unfreeze")
    assert glossary.term is term_named("trainable")
    assert "Frost line" in text.toPlainText()
    text.anchorClicked.emit(QUrl("glossary:frost_line"))
    assert glossary.term is term_named("frost_line")
    words.setText("no such word")
    assert terms.model().rowCount(QModelIndex()) == 0
    assert "Nothing is called that" in text.toPlainText()


@pytest.mark.qt_log_ignore("This plugin does not support raise")
@pytest.mark.parametrize(("step", "name", "term"), [("train", "epochs", "epoch"), ("evaluate", "", "validation")])
def test_f1_explains_what_has_the_focus(window: MainWindow, step: str, name: str, term: str) -> None:
    window.show_step(step)
    focus = window.page(step).findChild(QWidget, name) if name else window.page(step)
    assert focus is not None
    focus.setFocus()

    QTest.keyClick(focus, Qt.Key.Key_F1)

    glossary = window.findChild(GlossaryWindow)
    assert glossary is not None
    assert glossary.isVisible()
    assert glossary.term is term_named(term)
    QTest.keyClick(glossary, Qt.Key.Key_Escape)
    assert not glossary.isVisible()


@pytest.mark.qt_log_ignore("This plugin does not support raise")  # Of the tool tip; said offscreen.
def test_tool_tips_say_where_to_read_more(window: MainWindow) -> None:
    for name, word in (("epochs", "Epoch"), ("thaw_batch_norm", "BatchNorm")):
        widget = window.findChild(QWidget, name)
        assert widget is not None
        QApplication.sendEvent(widget, QHelpEvent(QEvent.Type.ToolTip, QPoint(5, 5), QPoint(50, 50)))
        assert QToolTip.text().endswith(f"F1: What is meant by “{word}”?")
        assert widget.whatsThis().startswith(f"{word}. ")
    QToolTip.hideText()


def test_kinds_of_layers_have_their_words() -> None:
    found = term_of_kind("BatchNormalization")
    assert found is term_named("batchnorm")
    assert term_of_kind("NoSuchLayer") is None
