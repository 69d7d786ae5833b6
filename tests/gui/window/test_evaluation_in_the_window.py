"""What the Evaluate page hands over to the rest of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.window.main_window import MainWindow
from gui.window.message_bar import MessageBar


def test_why_leads_to_the_predict_page_with_the_model_that_was_measured(
    qtbot: QtBot, window: MainWindow, tmp_path: Path
) -> None:
    session = window.findChild(Session)
    assert session is not None
    page = window.page("evaluate")

    page.explanation_wanted.emit(tmp_path / "run", tmp_path / "ants" / "1.png")  # type: ignore[attr-defined]

    assert session.run == tmp_path / "run"
    assert window.page("predict").isVisibleTo(window)
    why = window.page("predict").findChild(QPushButton, "explain_answer")
    assert why is not None
    assert why.isChecked()


def test_the_menu_saves_the_report_or_says_what_is_missing(qtbot: QtBot, window: MainWindow) -> None:
    window.actions_by_name["save_report"].trigger()

    page = window.page("evaluate")
    assert page.isVisibleTo(window)
    assert page.findChildren(MessageBar)[0].text == "There is nothing to report yet. Evaluate a model first."
