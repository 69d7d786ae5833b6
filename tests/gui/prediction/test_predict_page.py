from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QListView, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from gui.prediction.bars_model import PROBABILITY_ROLE
from gui.prediction.drop_area import DropArea
from gui.prediction.page import PredictPage
from gui.prediction.pictures_model import PICTURE_ROLE, PicturesModel
from gui.session import Session
from gui.window.message_bar import Level, MessageBar
from gui.worker.job import Job
from gui.worker.workers import Workers

Drop = Callable[[QMimeData], None]


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers) -> PredictPage:
    """Give the page with a model whose answer to every picture is ants, 60 %."""
    made = PredictPage(session=session, workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(1100, 720)
    made.show()
    session.select_run(Path("/runs/unsure"))
    return made


@pytest.fixture
def drop(page: PredictPage) -> Drop:
    """Return what drops mime data on the drop area with real events."""
    area = find(page, DropArea, "predict_drop_area")

    def let_go(mime: QMimeData) -> None:
        middle = area.rect().center()
        action, buttons, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        entering = QDragEnterEvent(middle, action, mime, buttons, keys)
        QApplication.sendEvent(area, entering)
        assert entering.isAccepted()
        QApplication.sendEvent(area, QDropEvent(QPointF(middle), action, mime, buttons, keys))

    return let_go


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def files_mime(*files: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return mime


def bars(page: PredictPage) -> list[tuple[str, float]]:
    model = find(page, QListView, "prediction_bars").model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(row.data(), round(row.data(PROBABILITY_ROLE), 3)) for row in rows]


def shown(page: PredictPage) -> list[str]:
    model = find(page, QListView, "predicted_pictures").model()
    return [model.index(row, 0).data(PICTURE_ROLE).name for row in range(model.rowCount())]


def refused(page: PredictPage) -> list[str]:
    model = find(page, QListView, "refused_files").model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def message(page: PredictPage) -> MessageBar:
    return page.findChildren(MessageBar)[0]


def test_a_dropped_file_is_classified(qtbot: QtBot, page: PredictPage, drop: Drop, pictures: tuple[Path, ...]) -> None:
    drop(files_mime(pictures[0]))

    qtbot.waitUntil(lambda: bars(page) == [("ants", 0.6), ("bees", 0.4)])
    assert shown(page) == ["0.png"]
    assert find(page, DropArea, "predict_drop_area").shows_picture


def test_many_pictures_are_a_strip_and_the_first_is_shown(
    qtbot: QtBot, page: PredictPage, drop: Drop, pictures: tuple[Path, ...]
) -> None:
    drop(files_mime(*pictures))

    qtbot.waitUntil(lambda: len(shown(page)) == 3)
    strip = find(page, QListView, "predicted_pictures")
    assert strip.isVisible()
    assert strip.currentIndex().row() == 0


def test_a_dropped_folder_becomes_its_pictures(
    qtbot: QtBot, page: PredictPage, drop: Drop, pictures: tuple[Path, ...]
) -> None:
    drop(files_mime(pictures[0].parent))

    qtbot.waitUntil(lambda: shown(page) == ["0.png", "1.png", "2.png"])


def test_a_picture_dragged_from_a_browser_is_classified(qtbot: QtBot, page: PredictPage, drop: Drop) -> None:
    image = QImage(40, 30, QImage.Format.Format_ARGB32)
    image.fill(QColor("teal"))
    mime = QMimeData()
    mime.setImageData(image)

    drop(mime)

    qtbot.waitUntil(lambda: shown(page) == ["Pasted picture 1"])


def test_an_address_is_a_quiet_line_and_no_dialog(page: PredictPage, drop: Drop) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/ant.jpg")])

    drop(mime)

    (line,) = refused(page)
    assert line.startswith("https://example.org/ant.jpg: Frostline fetches nothing from the network")
    assert [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()] == [page]


def test_invalid_files_are_a_line_each_and_the_others_are_classified(
    qtbot: QtBot, page: PredictPage, drop: Drop, pictures: tuple[Path, ...], tmp_path: Path
) -> None:
    broken = [tmp_path / f"broken {number}.png" for number in range(3)]
    for file in broken:
        file.write_bytes(b"this is no picture")

    drop(files_mime(broken[0], pictures[0], broken[1], broken[2]))

    qtbot.waitUntil(lambda: len(refused(page)) == 3)
    assert shown(page) == ["0.png"]
    assert all(line.startswith("broken") for line in refused(page))


def test_a_picture_is_pasted_with_the_keyboard(qtbot: QtBot, page: PredictPage) -> None:
    image = QImage(40, 30, QImage.Format.Format_RGB32)
    image.fill(QColor("navy"))
    QGuiApplication.clipboard().setImage(image)

    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)

    qtbot.waitUntil(lambda: shown(page) == ["Pasted picture 1"])


def test_copied_files_are_pasted(qtbot: QtBot, page: PredictPage, pictures: tuple[Path, ...]) -> None:
    QGuiApplication.clipboard().setMimeData(files_mime(pictures[1]))

    qtbot.mouseClick(find(page, QPushButton, "paste_pictures"), Qt.MouseButton.LeftButton)

    qtbot.waitUntil(lambda: shown(page) == ["1.png"])
    QGuiApplication.clipboard().clear()


def test_pictures_wait_for_a_model(qtbot: QtBot, scripted_workers: Workers, pictures: tuple[Path, ...]) -> None:
    session = Session()
    page = PredictPage(session=session, workers=scripted_workers)
    qtbot.addWidget(page)
    page.show()

    page.predict_sources([pictures[0]])
    assert message(page).level is Level.INFORMATION
    assert "no model yet" in message(page).text
    assert shown(page) == []

    session.select_run(Path("/runs/sure"))

    qtbot.waitUntil(lambda: bars(page) == [("ants", 0.9), ("bees", 0.1)])
    assert not message(page).isVisible()


def test_another_model_answers_for_the_pictures_on_show(
    qtbot: QtBot, page: PredictPage, session: Session, pictures: tuple[Path, ...]
) -> None:
    page.predict_sources(list(pictures))
    qtbot.waitUntil(lambda: len(shown(page)) == 3)

    session.select_run(Path("/runs/sure"))

    qtbot.waitUntil(lambda: bars(page) == [("ants", 0.9), ("bees", 0.1)])
    assert len(shown(page)) == 3


def test_choosing_another_picture_shows_it(qtbot: QtBot, page: PredictPage, pictures: tuple[Path, ...]) -> None:
    page.predict_sources(list(pictures))
    qtbot.waitUntil(lambda: len(shown(page)) == 3)
    strip = find(page, QListView, "predicted_pictures")

    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)

    assert strip.currentIndex().row() == 1
    area = find(page, DropArea, "predict_drop_area")
    assert area.picture.width() == 70


def test_of_many_pictures_the_one_looked_at_is_fetched_in_large(
    qtbot: QtBot, page: PredictPage, tmp_path: Path, pictures: tuple[Path, ...]
) -> None:
    large = tmp_path / "large.png"
    QImage(500, 400, QImage.Format.Format_RGB32).save(str(large))
    page.predict_sources([*([pictures[0]] * 9), large])
    qtbot.waitUntil(lambda: len(shown(page)) == 10)
    strip, area = find(page, QListView, "predicted_pictures"), find(page, DropArea, "predict_drop_area")

    strip.setCurrentIndex(strip.model().index(9, 0))

    qtbot.waitUntil(lambda: area.picture.width() == 500)
    assert len(shown(page)) == 10


def test_a_model_that_can_not_be_used_is_said_once(
    qtbot: QtBot, page: PredictPage, session: Session, pictures: tuple[Path, ...]
) -> None:
    session.select_run(Path("/runs/damaged"))

    page.predict_sources(list(pictures))

    qtbot.waitUntil(lambda: message(page).isVisible())
    assert message(page).text == "/runs/damaged is damaged. Train again."


def test_clear_begins_anew(qtbot: QtBot, page: PredictPage, pictures: tuple[Path, ...]) -> None:
    page.predict_sources(list(pictures))
    qtbot.waitUntil(lambda: len(shown(page)) == 3)

    qtbot.mouseClick(find(page, QPushButton, "clear_pictures"), Qt.MouseButton.LeftButton)

    assert shown(page) == []
    assert bars(page) == []
    assert not find(page, DropArea, "predict_drop_area").shows_picture


def test_jobs_are_let_go_when_they_have_ended(
    qtbot: QtBot, page: PredictPage, scripted_workers: Workers, pictures: tuple[Path, ...]
) -> None:
    for _ in range(3):
        page.predict_sources([pictures[0]])

    qtbot.waitUntil(lambda: len(shown(page)) == 3 and not scripted_workers.viewer.jobs)
    assert page.findChildren(Job) == []


def test_another_page_can_ask_why_a_picture_is_called_so(
    qtbot: QtBot, page: PredictPage, pictures: tuple[Path, ...]
) -> None:
    page.explain_picture(pictures[1])

    view = find(page, QWidget, "explanation_view")
    qtbot.waitUntil(view.isVisible)
    count = len(page.findChildren(PicturesModel)[0].pictures)
    # Asked again, it is the same picture in the list.
    page.explain_picture(pictures[1])
    assert len(page.findChildren(PicturesModel)[0].pictures) == count == 1
