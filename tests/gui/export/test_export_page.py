from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDrag, QGuiApplication, QMouseEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.export.formats import FORMATS
from core.messages import Export
from gui.export.exported_tile import ExportedTile
from gui.export.option_row import OptionRow
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


def test_every_format_can_be_chosen(page: ExportPage) -> None:
    formats = find(page, QComboBox, "export_format")

    listed = [formats.itemData(index) for index in range(formats.count())]
    assert listed == [one.name for one in FORMATS]
    QAbstractItemModelTester(formats.model(), QAbstractItemModelTester.FailureReportingMode.Fatal)


def test_a_format_is_chosen_in_the_table_or_in_the_list(page: ExportPage, session: Session) -> None:
    session.select_run(Path("/runs/ants"))
    formats, table = find(page, QComboBox, "export_format"), find(page, QTableView, "format_table")

    table.selectRow(1)
    assert formats.currentData() == "saved_model"

    formats.setCurrentIndex(0)
    assert table.currentIndex().row() == 0


def test_a_format_whose_packages_are_missing_says_what_to_install(
    page: ExportPage, session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.select_run(Path("/runs/ants"))
    formats, missing = find(page, QComboBox, "export_format"), find(page, QLabel, "export_missing")
    assert not missing.isVisible()
    monkeypatch.setattr(formats.model(), "missing", lambda _chosen: ("tensorflow",))

    formats.setCurrentIndex(1)

    assert missing.isVisible()
    assert "Not installed: tensorflow" in missing.text()
    assert 'pip install "frostline"' in missing.text()
    assert not find(page, QPushButton, "export_button").isEnabled()


def test_every_format_can_be_looked_at(page: ExportPage, session: Session) -> None:
    session.select_run(Path("/runs/ants"))
    formats, precision = find(page, QComboBox, "export_format"), find(page, QComboBox, "export_precision")

    for row, one in enumerate(FORMATS):
        formats.setCurrentIndex(row)
        assert precision.isVisible() == (len(one.precisions) > 1)
        assert Path(find(page, QLineEdit, "export_destination").text()).suffix == one.suffix


def test_options_are_offered_where_a_format_has_them(qtbot: QtBot) -> None:
    able = dataclasses.replace(FORMATS[0], precisions=("float32", "int8"), can_resize=True)
    row = OptionRow()
    qtbot.addWidget(row)

    assert not row.show_options_of(dataclasses.replace(FORMATS[0], can_resize=False))
    assert (row.precision, row.resize_inside) == ("float32", False)
    assert row.show_options_of(able)
    find(row, QComboBox, "export_precision").setCurrentIndex(1)
    find(row, QCheckBox, "export_resize_inside").setChecked(True)

    assert (row.precision, row.resize_inside) == ("int8", True)
    row.show_options_of(dataclasses.replace(FORMATS[0], can_resize=False))
    assert (row.precision, row.resize_inside) == ("float32", False)


def test_an_export_can_be_taken_away_with_the_keyboard(
    qtbot: QtBot, page: ExportPage, session: Session, tmp_path: Path
) -> None:
    session.select_run(Path("/runs/ants"))
    export(qtbot, page, tmp_path / "out.keras")
    tile = find(page, ExportedTile, "exported_tile")
    qtbot.waitUntil(tile.isVisible)

    qtbot.keyClick(tile, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().mimeData().urls() == [QUrl.fromLocalFile(str(tmp_path / "out.keras"))]
    assert find(page, QPushButton, "copy_export").text() == "Copied"
    assert "out.keras" in tile.accessibleName()


def test_the_tile_is_dragged_with_all_files_of_the_export(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dragged: list[list[QUrl]] = []

    def exec_of(drag: QDrag, *_actions: object) -> Qt.DropAction:
        dragged.append(drag.mimeData().urls())
        return Qt.DropAction.CopyAction

    monkeypatch.setattr(QDrag, "exec", exec_of)
    tile = ExportedTile()
    qtbot.addWidget(tile)
    tile.show_files((tmp_path / "served", tmp_path / "served.export.json"))
    tile.show()

    qtbot.mousePress(tile, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    qtbot.mouseMove(tile, QPoint(12, 10))
    assert dragged == []
    QApplication.sendEvent(tile, mouse_move(QPoint(60, 30)))

    assert dragged == [[QUrl.fromLocalFile(str(file)) for file in tile.files]]


def mouse_move(place: QPoint) -> QMouseEvent:
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    return QMouseEvent(QEvent.Type.MouseMove, QPointF(place), QPointF(place), left, left, none)


def test_everything_on_the_page_has_a_name_for_screen_readers(page: ExportPage, session: Session) -> None:
    session.select_run(Path("/runs/ants"))

    for kind in (QPushButton, QComboBox, QTableView, QLineEdit, QPlainTextEdit, ExportedTile):
        for part in page.findChildren(kind):
            if part.objectName():
                assert part.accessibleName() or getattr(part, "text", str)(), part.objectName()


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
    assert copy.accessibleName() == "Copy the lines"


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


def test_a_run_that_is_announced_again_keeps_what_was_typed(page: ExportPage, session: Session, tmp_path: Path) -> None:
    session.select_run(Path("/runs/ants"))
    destination = find(page, QLineEdit, "export_destination")
    destination.setText(str(tmp_path / "mine.keras"))

    session.select_run(Path("/runs/ants"))

    assert destination.text() == str(tmp_path / "mine.keras")
