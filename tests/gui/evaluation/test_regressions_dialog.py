"""What got worse between two runs: a person sees it, chooses another run, and goes back. The answers are scripted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.evaluation.mistake_gallery import MistakeGallery
from gui.evaluation.regressions_dialog import RegressionsDialog
from gui.improvement import Improvement
from gui.session import Session
from gui.window.message_bar import Level
from gui.worker.workers import Workers

NEW = Path("/runs/new")
OpenDialog = Callable[..., RegressionsDialog]


@pytest.fixture
def open_dialog(qtbot: QtBot, scripted_workers: Workers) -> OpenDialog:
    """Return what opens the dialog against runs of these names."""

    def open_it(*earlier: str) -> RegressionsDialog:
        dialog = RegressionsDialog(run=NEW, earlier=[Path("/runs") / one for one in earlier], workers=scripted_workers)
        qtbot.addWidget(dialog)
        dialog.show()
        return dialog

    return open_it


def words(dialog: RegressionsDialog) -> str:
    return dialog.findChildren(QLabel, "regressions_words")[0].text()


def gallery(dialog: RegressionsDialog) -> MistakeGallery:
    return dialog.findChildren(MistakeGallery)[0]


def button(dialog: RegressionsDialog) -> QPushButton:
    return dialog.findChildren(QPushButton, "go_back_to_earlier")[0]


def runs(dialog: RegressionsDialog) -> QComboBox:
    return dialog.findChildren(QComboBox, "earlier_run")[0]


def test_what_got_worse_is_shown_the_surest_first(qtbot: QtBot, open_dialog: OpenDialog) -> None:
    dialog = open_dialog("good")

    qtbot.waitUntil(lambda: "got worse" in words(dialog))

    assert words(dialog) == (
        "Of 10 held-out images 80.0 % were right before, 70.0 % are right now. 1 got better; these 2 got worse:"
    )
    rows = [gallery(dialog).mistakes.index(row, 0).data() for row in range(2)]
    assert ["ants" in rows[0], "bees" in rows[1]] == [True, True]
    assert gallery(dialog).isVisible()


def test_another_run_is_chosen_with_the_keyboard_and_nothing_got_worse_against_it(
    qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    dialog = open_dialog("good", "poor")
    qtbot.waitUntil(lambda: "got worse:" in words(dialog))

    runs(dialog).setFocus()
    qtbot.keyClick(runs(dialog), Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: words(dialog).endswith("Nothing got worse; 1 got better."))
    assert not gallery(dialog).isVisible()
    assert gallery(dialog).mistakes.rowCount() == 0


def test_a_comparison_that_fails_says_why_and_the_next_is_made_all_the_same(
    qtbot: QtBot, open_dialog: OpenDialog
) -> None:
    dialog = open_dialog("damaged", "good")
    qtbot.waitUntil(lambda: words(dialog) == "/runs/damaged is damaged. Choose another run.")

    qtbot.keyClick(runs(dialog), Qt.Key.Key_Down)

    qtbot.waitUntil(lambda: "got worse" in words(dialog))


def test_return_closes_rather_than_goes_back(qtbot: QtBot, open_dialog: OpenDialog) -> None:
    dialog = open_dialog("good")

    with qtbot.assertNotEmitted(dialog.going_back_wanted), qtbot.waitSignal(dialog.finished):
        qtbot.keyClick(runs(dialog), Qt.Key.Key_Return)


def test_closing_gives_the_comparison_up(qtbot: QtBot, open_dialog: OpenDialog, scripted_workers: Workers) -> None:
    dialog = open_dialog("endless")
    qtbot.waitUntil(lambda: bool(scripted_workers.viewer.jobs))

    qtbot.keyClick(dialog, Qt.Key.Key_Escape)

    qtbot.waitUntil(lambda: not scripted_workers.viewer.jobs)


def test_without_an_earlier_run_it_says_what_to_do(open_dialog: OpenDialog) -> None:
    dialog = open_dialog()

    assert words(dialog) == "Train again, and come back here."
    assert not button(dialog).isVisible()


def test_going_back_can_be_taken_back_and_so_can_the_correction(
    qtbot: QtBot, session: Session, scripted_workers: Workers
) -> None:
    # Given the window's part of it, with the new run in use
    window, said, taken_back = QWidget(), list[Any](), list[bool]()
    qtbot.addWidget(window)
    improvement = Improvement(
        session=session,
        workers=scripted_workers,
        window=window,
        show_message=lambda *message: said.append(message),
        train=lambda _specification: None,
        take_corrections_back=lambda: taken_back.append(True),
    )
    session.select_run(NEW)
    improvement.show_regressions(NEW, [Path("/runs/good")])
    [dialog] = window.findChildren(RegressionsDialog)
    # When a person goes back
    button(dialog).click()
    # Then the earlier run is in use, and both can be reversed from the message
    assert session.run == Path("/runs/good")
    level, sentence, hint, actions = said[-1]
    assert (level, sentence) == (Level.INFORMATION, "“good” is the run in use again.")
    assert hint == "“new” stays in the table."
    assert [words for words, _ in actions] == ["Use “new” again", "Take the last correction back"]
    actions[0][1]()
    assert session.run == NEW
    actions[1][1]()
    assert taken_back == [True]
