from __future__ import annotations

import time
from array import array
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from core.data.packed_names import PackedNames
from core.messages import ClassMetrics, Evaluation, ImageAnswers, ThumbnailMade
from gui.evaluation.answers_model import AnswersModel
from gui.evaluation.class_metrics_model import SORT_ROLE, ClassMetricsModel, Column
from gui.evaluation.gallery_model import THUMBNAIL_EDGE
from gui.evaluation.mistakes_panel import MistakesPanel, title_of
from gui.evaluation.picture_gallery import PictureGallery
from gui.evaluation.rows_in_sight import rows_in_sight
from gui.worker.workers import Workers

NAMES = ("ants", "bees", "wasps")
#: name, true class, answer, probability
ANSWERS = (
    ("a.png", 0, 1, 0.6),
    ("b.png", 0, 1, 0.93),
    ("c.png", 0, 2, 0.8),
    ("d.png", 1, 0, 0.7),
    ("e.png", 0, 0, 0.99),
    ("f.png", 0, 0, 0.5),
)


def evaluation(
    answers: tuple[tuple[str, int, int, float], ...] = ANSWERS, folder: Path = Path("/pictures")
) -> Evaluation:
    files, labels, predicted, sureness = zip(*answers, strict=True)
    return Evaluation(
        model=Path("run"),
        folder=folder,
        split="folder",
        images=len(answers),
        loss=0.1,
        accuracy=0.5,
        class_names=NAMES,
        confusion=((2, 2, 1), (1, 0, 0), (0, 0, 0)),
        classes=(),
        mistakes=(),
        answers=ImageAnswers(names=files, labels=labels, predicted=predicted, probabilities=sureness),
    )


@pytest.fixture
def model(qtbot: QtBot) -> AnswersModel:
    made = AnswersModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.show_evaluation(evaluation())
    return made


def captions(model: AnswersModel) -> list[str]:
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_the_surest_mistake_comes_first(model: AnswersModel) -> None:
    assert captions(model) == ["ants → bees 93 %", "ants → wasps 80 %", "bees → ants 70 %", "ants → bees 60 %"]


def test_the_least_sure_can_come_first(model: AnswersModel) -> None:
    model.show_surest_first(False)

    assert captions(model) == ["ants → bees 60 %", "bees → ants 70 %", "ants → wasps 80 %", "ants → bees 93 %"]


def test_a_mistake_is_read_with_its_file(model: AnswersModel) -> None:
    words = model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)

    assert words == "b.png: ants, taken for bees, 93 %"


def test_a_small_picture_takes_its_place_when_it_arrives(qtbot: QtBot, model: AnswersModel) -> None:
    made = ThumbnailMade(file=Path("/pictures/c.png"), width=4, height=2, pixels=bytes(24))
    assert model.files_without_thumbnail([1]) == [made.file]

    with qtbot.waitSignal(model.dataChanged) as changed:
        model.take_thumbnail(made)

    assert changed.args[0].row() == 1
    assert model.has_thumbnail(made.file)
    assert model.files_without_thumbnail([1]) == []
    thumbnail = model.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(thumbnail, QPixmap)
    assert thumbnail.size() == QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE)


def test_a_small_picture_that_nobody_asked_for_is_let_go(qtbot: QtBot, model: AnswersModel) -> None:
    with qtbot.assertNotEmitted(model.dataChanged):
        model.take_thumbnail(ThumbnailMade(file=Path("/elsewhere.png"), width=1, height=1, pixels=bytes(3)))


def test_an_unreadable_picture_is_not_asked_for_again(model: AnswersModel) -> None:
    model.files_without_thumbnail([1])

    model.take_thumbnail(ThumbnailMade(file=Path("/pictures/c.png"), width=0, height=0, pixels=b""))

    assert model.files_without_thumbnail([1]) == []


def test_a_cell_shows_its_pictures_alone(model: AnswersModel) -> None:
    model.show_cell("ants", "bees")

    assert captions(model) == ["ants → bees 93 %", "ants → bees 60 %"]


def test_a_right_cell_shows_the_pictures_that_were_right(model: AnswersModel) -> None:
    model.show_cell("ants", "ants")

    assert captions(model) == ["ants 99 %", "ants 50 %"]
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "e.png: ants, called so, 99 %"


def test_all_mistakes_come_back(model: AnswersModel) -> None:
    model.show_cell("bees", "wasps")
    assert captions(model) == []

    model.show_cell("", "")

    assert len(captions(model)) == 4


def test_a_hundred_thousand_answers_are_shown_at_once(qtbot: QtBot) -> None:
    images = 100_000
    answers = ImageAnswers(
        names=PackedNames(f"ants/{number}.jpg" for number in range(images)),
        labels=array("i", [0] * images),
        predicted=array("i", [number % 3 for number in range(images)]),
        probabilities=array("f", [number / images for number in range(images)]),
    )
    model = AnswersModel()
    found = evaluation()

    started = time.process_time()
    model.show_evaluation(Evaluation(**{**vars(found), "answers": answers}))
    seconds = time.process_time() - started

    assert model.rowCount() == images - len(range(0, images, 3))
    assert model.file_of(0) == Path("/pictures/ants/99998.jpg")
    assert seconds < 0.5  # It takes a tenth of that on a quiet machine.


@pytest.mark.parametrize(
    ("count", "true_class", "predicted_class", "title"),
    [
        (4, "", "", "4 mistakes"),
        (0, "", "", "No mistakes"),
        (1, "ants", "bees", "1 picture of ants, called bees"),
        (0, "ants", "bees", "No pictures of ants, called bees"),
        (3, "ants", "ants", "3 pictures of ants, rightly called so"),
    ],
)
def test_the_heading_says_what_is_shown(count: int, true_class: str, predicted_class: str, title: str) -> None:
    assert title_of(count, true_class, predicted_class) == title


@pytest.fixture
def panel(qtbot: QtBot, scripted_workers: Workers) -> MistakesPanel:
    made = MistakesPanel(workers=scripted_workers)
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    made.show_evaluation(evaluation())
    return made


def test_the_way_back_to_all_is_open_only_when_some_are_hidden(qtbot: QtBot, panel: MistakesPanel) -> None:
    back = panel.findChild(QPushButton, "show_all_mistakes")
    assert back is not None
    assert not back.isEnabled()

    panel.show_cell("ants", "bees")

    assert back.isEnabled()
    assert any(label.text() == "2 pictures of ants, called bees" for label in panel.findChildren(QLabel))
    assert panel.gallery.accessibleName() == "2 pictures of ants, called bees"
    with qtbot.waitSignal(panel.all_wanted):
        qtbot.mouseClick(back, Qt.MouseButton.LeftButton)


def test_the_order_is_chosen_above_the_gallery(panel: MistakesPanel) -> None:
    order = panel.findChild(QComboBox, "mistake_order")
    assert order is not None

    order.setCurrentIndex(1)

    assert panel.gallery.model().index(0, 0).data() == "ants → bees 60 %"


def test_enter_and_the_button_ask_why(qtbot: QtBot, panel: MistakesPanel) -> None:
    why = panel.findChild(QPushButton, "explain_mistake")
    assert why is not None
    assert not why.isEnabled()
    panel.gallery.setFocus()
    panel.gallery.setCurrentIndex(panel.gallery.model().index(0, 0))

    with qtbot.waitSignal(panel.explanation_wanted) as wanted:
        qtbot.keyClick(panel.gallery, Qt.Key.Key_Return)
    assert wanted.args == [Path("/pictures/b.png")]

    with qtbot.waitSignal(panel.explanation_wanted) as wanted:
        qtbot.mouseClick(why, Qt.MouseButton.LeftButton)
    assert wanted.args == [Path("/pictures/b.png")]


def gallery_of(qtbot: QtBot, workers: Workers, files: list[Path]) -> tuple[PictureGallery, AnswersModel]:
    model = AnswersModel()
    gallery = PictureGallery(pictures=model, workers=workers)
    model.setParent(gallery)
    qtbot.addWidget(gallery)
    gallery.resize(400, 200)
    gallery.show()
    answers = tuple((str(file), 0, 1, 1.0 - number / 1000) for number, file in enumerate(files))
    model.show_evaluation(evaluation(answers, folder=Path("/")))
    return gallery, model


def test_the_gallery_asks_for_the_pictures_in_sight_only(
    qtbot: QtBot, scripted_workers: Workers, pictures: tuple[Path, ...], tmp_path: Path
) -> None:
    far_away = tmp_path / "far away.png"
    files = [*pictures, *(tmp_path / f"{number}.png" for number in range(300)), far_away]

    _gallery, model = gallery_of(qtbot, scripted_workers, files)

    qtbot.waitUntil(lambda: all(model.has_thumbnail(file) for file in pictures))
    assert not model.has_thumbnail(far_away)


def test_a_picture_that_is_still_to_come_has_a_placeholder(qtbot: QtBot, scripted_workers: Workers) -> None:
    gallery, _model = gallery_of(qtbot, scripted_workers, [Path("/pictures/a.png")])

    cell = gallery.visualRect(gallery.model().index(0, 0))
    picture = gallery.viewport().grab().toImage()
    assert picture.pixelColor(cell.center().x(), cell.top() + 20) != picture.pixelColor(
        cell.left() + 2, cell.top() + 20
    )


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
