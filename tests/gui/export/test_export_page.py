from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.export.formats import FORMATS
from core.messages import Export
from gui.export.page import ExportPage
from gui.session import Session
from gui.window.message_bar import Level, MessageBar
from gui.worker.workers import Workers


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers) -> ExportPage:
    made = ExportPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    return made


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def export(qtbot: QtBot, page: ExportPage, destination: Path) -> None:
    find(page, QLineEdit, "export_destination").setText(str(destination))
    qtbot.mouseClick(find(page, QPushButton, "export_button"), Qt.MouseButton.LeftButton)


def message(page: ExportPage) -> MessageBar:
    return page.findChildren(MessageBar)[0]


def test_without_a_model_nothing_can_be_exported(page: ExportPage) -> None:
    assert not find(page, QPushButton, "export_button").isEnabled()
    assert find(page, QLineEdit, "export_destination").text() == ""
    assert any(label.text() == "There is no model yet" for label in page.findChildren(QLabel) if label.isVisible())


def test_only_formats_that_are_there_can_be_chosen(page: ExportPage) -> None:
    formats = find(page, QComboBox, "export_format")

    listed = [formats.itemData(index) for index in range(formats.count())]
    assert listed == [one.name for one in FORMATS if one.available]


def test_the_destination_is_named_after_the_run_and_follows_the_format(page: ExportPage, session: Session) -> None:
    session.select_run(Path("/runs/ants 10.12.45"))
    destination = find(page, QLineEdit, "export_destination")
    assert Path(destination.text()).name == "ants 10.12.45.keras"

    find(page, QComboBox, "export_format").setCurrentIndex(1)

    assert Path(destination.text()).name == "ants 10.12.45 SavedModel"


def test_an_export_is_asked_for_and_its_result_shown(
    qtbot: QtBot, page: ExportPage, session: Session, scripted_workers: Workers, tmp_path: Path
) -> None:
    session.select_run(Path("/runs/ants"))
    export(qtbot, page, tmp_path / "out.keras")
    (job,) = scripted_workers.trainer.jobs
    assert job.request == Export(run=Path("/runs/ants"), format="keras", destination=tmp_path / "out.keras")

    snippet = find(page, QPlainTextEdit, "loading_snippet")
    qtbot.waitUntil(snippet.isVisible)

    assert find(page, QLabel, "export_destination_shown").text() == str(tmp_path / "out.keras")
    assert {"no difference", "8 pictures", "95.0 MB"} <= {label.text() for label in page.findChildren(QLabel)}
    assert str(tmp_path / "out.keras") in snippet.toPlainText()


def test_the_lines_that_load_it_can_be_copied(qtbot: QtBot, page: ExportPage, session: Session, tmp_path: Path) -> None:
    session.select_run(Path("/runs/ants"))
    export(qtbot, page, tmp_path / "out.keras")
    snippet = find(page, QPlainTextEdit, "loading_snippet")
    qtbot.waitUntil(snippet.isVisible)
    copy = find(page, QPushButton, "copy_snippet")

    qtbot.mouseClick(copy, Qt.MouseButton.LeftButton)

    assert QGuiApplication.clipboard().text() == snippet.toPlainText()
    assert copy.text() == "Copied"
    assert copy.accessibleName() == "Copy the lines of Python"


def test_an_export_can_be_stopped(qtbot: QtBot, page: ExportPage, session: Session, tmp_path: Path) -> None:
    session.select_run(Path("/runs/endless"))
    export(qtbot, page, tmp_path / "out.keras")
    stop = find(page, QPushButton, "stop_export")
    assert stop.isVisible()
    assert not find(page, QPushButton, "export_button").isEnabled()

    qtbot.mouseClick(stop, Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: message(page).isVisible())
    assert "nothing was written" in message(page).text
    assert find(page, QPushButton, "export_button").isEnabled()


def test_a_failure_is_a_sentence_with_its_remedy(
    qtbot: QtBot, page: ExportPage, session: Session, tmp_path: Path
) -> None:
    session.select_run(Path("/runs/damaged"))

    export(qtbot, page, tmp_path / "out.keras")

    qtbot.waitUntil(lambda: message(page).isVisible())
    assert message(page).level is Level.ERROR
    assert message(page).text == "The export can't be written. Make room on the disk."


def test_another_run_has_another_name_in_the_same_folder(
    qtbot: QtBot, page: ExportPage, session: Session, tmp_path: Path
) -> None:
    session.select_run(Path("/runs/ants"))
    find(page, QLineEdit, "export_destination").setText(str(tmp_path / "mine.keras"))

    session.select_run(Path("/runs/bees"))

    assert find(page, QLineEdit, "export_destination").text() == str(tmp_path / "bees.keras")
