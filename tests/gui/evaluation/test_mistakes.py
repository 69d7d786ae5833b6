from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.messages import ClassMetrics, Mistake, ThumbnailMade
from gui.evaluation.class_metrics_model import SORT_ROLE, ClassMetricsModel, Column
from gui.evaluation.mistake_gallery import MistakeGallery
from gui.evaluation.mistake_model import THUMBNAIL_EDGE, MistakeFilter, MistakeModel
from gui.evaluation.mistakes_panel import MistakesPanel, title_of
from gui.evaluation.rows_in_sight import rows_in_sight
from gui.worker.workers import Workers


def mistake(name: str, true_class: str, predicted_class: str, probability: float) -> Mistake:
    return Mistake(
        file=Path("/pictures") / name, true_class=true_class, predicted_class=predicted_class, probability=probability
    )


MISTAKES = (
    mistake("a.png", "ants", "bees", 0.6),
    mistake("b.png", "ants", "bees", 0.93),
    mistake("c.png", "ants", "wasps", 0.8),
    mistake("d.png", "bees", "ants", 0.7),
)


@pytest.fixture
def model(qtbot: QtBot) -> MistakeModel:
    made = MistakeModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_mistakes(MISTAKES)
    return made


@pytest.fixture
def filtered(model: MistakeModel) -> MistakeFilter:
    made = MistakeFilter()
    made.setSourceModel(model)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def captions(model: MistakeModel | MistakeFilter) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_surest_mistake_comes_first(model: MistakeModel) -> None:
    assert captions(model) == ["ants → bees 93 %", "ants → wasps 80 %", "bees → ants 70 %", "ants → bees 60 %"]


def test_a_mistake_is_read_with_its_file(model: MistakeModel) -> None:
    words = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert words == "b.png: ants, taken for bees, 93 %"


def test_a_small_picture_takes_its_place_when_it_arrives(qtbot: QtBot, model: MistakeModel) -> None:
    made = ThumbnailMade(file=Path("/pictures/c.png"), width=4, height=2, pixels=bytes(24))

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.take_thumbnail(made)

    assert changed.args[0].row() == 1
    assert model.has_thumbnail(made.file)
    thumbnail = model.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(thumbnail, QPixmap)
    assert thumbnail.size() == QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE)


def test_a_small_picture_of_another_evaluation_is_let_go(qtbot: QtBot, model: MistakeModel) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.take_thumbnail(ThumbnailMade(file=Path("/elsewhere.png"), width=1, height=1, pixels=bytes(3)))


def test_an_unreadable_picture_is_not_asked_for_again(model: MistakeModel) -> None:
    model.take_thumbnail(ThumbnailMade(file=Path("/pictures/c.png"), width=0, height=0, pixels=b""))

    assert model.has_thumbnail(Path("/pictures/c.png"))


def test_a_cell_shows_its_mistakes_alone(filtered: MistakeFilter) -> None:
    filtered.show_cell("ants", "bees")

    assert captions(filtered) == ["ants → bees 93 %", "ants → bees 60 %"]


def test_a_right_cell_shows_all_mistakes_with_its_class(filtered: MistakeFilter) -> None:
    filtered.show_cell("ants", "ants")

    assert len(captions(filtered)) == 3


def test_all_mistakes_come_back(filtered: MistakeFilter) -> None:
    filtered.show_cell("bees", "wasps")
    assert captions(filtered) == []

    filtered.show_cell("", "")

    assert len(captions(filtered)) == 4


@pytest.mark.parametrize(
    ("count", "true_class", "predicted_class", "title"),
    [
        (4, "", "", "4 mistakes"),
        (0, "", "", "No mistakes"),
        (1, "ants", "bees", "1 mistake: ants called bees"),
        (3, "ants", "ants", "3 mistakes with pictures of ants"),
    ],
)
def test_the_heading_says_what_is_shown(count: int, true_class: str, predicted_class: str, title: str) -> None:
    assert title_of(count, true_class, predicted_class) == title


def test_the_way_back_to_all_is_open_only_when_some_are_hidden(qtbot: QtBot, scripted_workers: Workers) -> None:
    panel = MistakesPanel(workers=scripted_workers)
    qtbot.addWidget(panel)
    panel.show_mistakes(MISTAKES)
    back = panel.findChild(QPushButton, "show_all_mistakes")
    assert back is not None
    assert not back.isEnabled()

    panel.show_cell("ants", "bees")

    assert back.isEnabled()
    assert any(label.text() == "2 mistakes: ants called bees" for label in panel.findChildren(QLabel))
    with qtbot.waitSignal(panel.all_wanted):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)


def test_the_gallery_asks_for_the_pictures_in_sight(
    qtbot: QtBot, scripted_workers: Workers, pictures: tuple[Path, ...]
) -> None:
    gallery = MistakeGallery(workers=scripted_workers)
    qtbot.addWidget(gallery)
    gallery.resize(600, 300)
    gallery.show()

    gallery.mistakes.show_mistakes(
        [Mistake(file=file, true_class="ants", predicted_class="bees", probability=0.9) for file in pictures]
    )

    qtbot.waitUntil(lambda: all(gallery.mistakes.has_thumbnail(file) for file in pictures))


def test_a_picture_that_is_still_to_come_has_a_placeholder(qtbot: QtBot, scripted_workers: Workers) -> None:
    gallery = MistakeGallery(workers=scripted_workers)
    qtbot.addWidget(gallery)
    gallery.resize(400, 200)
    gallery.show()

    gallery.mistakes.show_mistakes(MISTAKES)

    cell = gallery.visualRect(gallery.model().index(0, 0))
    picture = gallery.viewport().grab().toImage()
    assert picture.pixelColor(cell.center().x(), cell.top() + 20) != picture.pixelColor(
        cell.left() + 2, cell.top() + 20
    )


def test_the_gallery_does_not_ask_for_what_is_out_of_sight(
    qtbot: QtBot, scripted_workers: Workers, pictures: tuple[Path, ...], tmp_path: Path
) -> None:
    gallery = MistakeGallery(workers=scripted_workers)
    qtbot.addWidget(gallery)
    gallery.resize(400, 200)
    gallery.show()
    far_away = tmp_path / "far away.png"
    files = [*pictures, *(tmp_path / f"{number}.png" for number in range(300)), far_away]

    gallery.mistakes.show_mistakes(
        [
            Mistake(file=file, true_class="ants", predicted_class="bees", probability=1.0 - number / 1000)
            for number, file in enumerate(files)
        ]
    )

    qtbot.waitUntil(lambda: all(gallery.mistakes.has_thumbnail(file) for file in pictures))
    assert not gallery.mistakes.has_thumbnail(far_away)


@given(
    offset=st.integers(0, 100_000),
    width=st.integers(0, 3000),
    height=st.integers(0, 2000),
    count=st.integers(0, 100_000),
)
def test_what_is_in_sight_is_bounded_by_the_view(offset: int, width: int, height: int, count: int) -> None:
    rows = rows_in_sight(offset=offset, width=width, height=height, cell_width=176, cell_height=140, count=count)

    columns = max(1, width // 176)
    assert 0 <= rows.start <= rows.stop <= count
    assert len(rows) <= columns * (2 * height // 140 + 3)
    first_in_sight = offset // 140 * columns
    assert first_in_sight in rows or first_in_sight >= count


def test_the_measures_of_a_class_are_percentages_that_sort_as_numbers(qtbot: QtBot) -> None:
    model = ClassMetricsModel()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)

    model.show_classes([ClassMetrics(class_name="Ants", precision=0.5, recall=1.0, f1=0.667, support=12)])

    assert [model.index(0, column).data() for column in Column] == ["Ants", "50.0 %", "100.0 %", "66.7 %", "12"]
    assert model.index(0, Column.RECALL).data(SORT_ROLE) == 1.0
    assert model.index(0, Column.CLASS).data(SORT_ROLE) == "ants"
