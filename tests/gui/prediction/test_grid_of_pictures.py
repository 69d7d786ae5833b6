from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QListView, QPushButton, QSlider, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from core.messages import ImagePredicted, ThumbnailMade
from core.training.reference_file import StoredReference, write_reference
from gui.prediction.arrangement import Arrangement, Order
from gui.prediction.drop_area import DropArea
from gui.prediction.page import PredictPage
from gui.prediction.pictures_model import PICTURE_ROLE, PicturesModel
from gui.prediction.table_file import TableFile, threshold_of_run
from gui.session import Session
from gui.window.message_bar import MessageBar
from gui.window.settings import WindowSettings
from gui.worker.workers import Workers


@pytest.fixture
def settings(tmp_path: Path) -> WindowSettings:
    return WindowSettings(tmp_path / "window.ini")


@pytest.fixture
def page(qtbot: QtBot, session: Session, scripted_workers: Workers, settings: WindowSettings) -> PredictPage:
    """Give the page with a model to which nothing is like its training images."""
    made = PredictPage(session=session, workers=scripted_workers, settings=settings)
    qtbot.addWidget(made)
    made.resize(1080, 740)
    made.show()
    session.select_run(Path("/runs/unlike"))
    return made


@pytest.fixture
def many(tmp_path: Path, pictures: tuple[Path, ...]) -> list[Path]:
    """Give twelve picture files."""
    files = [tmp_path / f"picture {number:02}.png" for number in range(12)]
    for number, file in enumerate(files):
        file.write_bytes(pictures[number % 3].read_bytes())
    return files


def find(page: QWidget, kind: type[Any], name: str) -> Any:
    found = page.findChild(kind, name)
    assert found is not None, name
    return found


def grid(page: QWidget) -> QListView:
    found: QListView = find(page, QListView, "predicted_pictures")
    return found


def rows(page: QWidget) -> int:
    model = grid(page).model()
    assert model is not None
    return model.rowCount()


def test_many_pictures_are_a_grid_with_small_pictures_made_of_what_is_in_sight(
    qtbot: QtBot, page: PredictPage, many: list[Path]
) -> None:
    page.predict_sources(list(many))

    qtbot.waitUntil(lambda: rows(page) == 12)
    view = grid(page)
    assert view.isWrapping()
    assert find(page, QComboBox, "sort_pictures").isVisible()
    assert not find(page, DropArea, "predict_drop_area").isVisible()
    first = view.model().index(0, 0)
    qtbot.waitUntil(lambda: first.data(Qt.ItemDataRole.DecorationRole) is not None)
    assert "unlike anything" in first.data(Qt.ItemDataRole.AccessibleTextRole)


def test_return_shows_a_card_in_large_and_back(qtbot: QtBot, page: PredictPage, many: list[Path]) -> None:
    page.predict_sources(list(many))
    qtbot.waitUntil(lambda: rows(page) == 12)

    qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert find(page, DropArea, "predict_drop_area").isVisible()
    assert not grid(page).isWrapping()

    qtbot.keyClick(grid(page), Qt.Key.Key_Return)
    assert grid(page).isWrapping()


def test_filters_leave_pictures_out_and_say_how_many(qtbot: QtBot, page: PredictPage, many: list[Path]) -> None:
    page.predict_sources(list(many))
    qtbot.waitUntil(lambda: rows(page) == 12 and not page.findChildren(QPushButton, "stop_predicting")[0].isVisible())

    find(page, QSpinBox, "below_confidence").setValue(50)
    assert rows(page) == 0
    assert find(page, QLabel, "picture_count").text() == "0 of 12"

    find(page, QSpinBox, "below_confidence").setValue(100)
    find(page, QCheckBox, "only_unlike").setChecked(True)
    assert rows(page) == 12


def test_the_bound_of_unlikeness_is_one_everywhere_and_is_remembered(
    qtbot: QtBot, page: PredictPage, settings: WindowSettings
) -> None:
    find(page, QSlider, "unlike_beyond").setValue(80)

    qtbot.waitUntil(lambda: settings.unlike_percentile == 80.0)
    assert find(page, QSpinBox, "unlike_percentile").value() == 80

    find(page, QSpinBox, "unlike_percentile").setValue(90)
    assert find(page, QSlider, "unlike_beyond").value() == 90
    assert settings.unlike_percentile == 90.0


def test_the_pictures_on_show_are_saved_as_a_table(
    qtbot: QtBot, page: PredictPage, many: list[Path], tmp_path: Path
) -> None:
    page.predict_sources(list(many))
    qtbot.waitUntil(lambda: rows(page) == 12)
    table = page.findChildren(TableFile)[0]
    picture = grid(page).model().index(0, 0).data(PICTURE_ROLE)

    table.save([picture.as_row(95.0, 0.5)], tmp_path / "table.csv")
    assert (tmp_path / "table.csv").read_text().splitlines()[1].startswith(str(many[0]))

    table.save([picture.as_row(95.0, 0.5)], tmp_path / "table.csv" / "inside a file.csv")
    assert "can't be written" in page.findChildren(MessageBar)[0].text


def test_the_threshold_in_the_table_is_that_of_the_run_at_the_percentile_that_is_set(tmp_path: Path) -> None:
    distances = np.linspace(0.1, 0.9, 9, dtype=np.float32)
    features = np.ones((1, 1), dtype=np.float32)
    write_reference(StoredReference(("ants/0.png",), np.zeros(1, dtype=np.int64), features, distances), tmp_path)

    assert threshold_of_run(tmp_path, 95.0) == float(np.percentile(distances, 95.0))
    assert threshold_of_run(tmp_path / "model.keras", 50.0) == pytest.approx(0.5)
    (tmp_path / "reference.npz").write_bytes(b"not a file of arrays")
    assert threshold_of_run(tmp_path, 95.0) is None
    assert threshold_of_run(tmp_path / "none", 95.0) is None


def test_a_model_of_pictures_keeps_its_rows_in_order(qtbot: QtBot) -> None:
    model = PicturesModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    shares = (0.5, 0.9, 0.7)
    files = [Path(f"/{number}.png") for number in range(3)]
    answers = [
        (files[number], ImagePredicted(index=number, source="", top=(("ants", share),), seconds=0.0))
        for number, share in enumerate(shares)
    ]

    numbers = model.add_many(answers)
    model.arrange(Arrangement(order=Order.SUREST))
    assert [model.row_of(number) for number in numbers] == [2, 0, 1]
    assert model.files_without_thumbnail(range(2)) == [files[1], files[2]]

    model.take_thumbnail(ThumbnailMade(file=files[1], width=1, height=1, pixels=b"\x00\x00\x00"))
    assert model.files_without_thumbnail(range(3)) == [files[2], files[0]]

    model.set_right_class([numbers[0]], "bees")
    model.arrange(Arrangement(class_name="bees"))
    assert model.rowCount() == 1
    model.clear()
    assert model.rowCount() == model.total == 0
