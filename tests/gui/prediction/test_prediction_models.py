from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.messages import ImagePredicted, ImageShown
from gui.prediction.bars_model import PROBABILITY_ROLE
from gui.prediction.picture_view import fitted
from gui.prediction.pictures_model import PICTURE_ROLE, THUMBNAIL_EDGE, PicturesModel, image_of
from gui.prediction.prediction_bars import PredictionBars


def predicted(index: int = 0, *, first: float = 0.934) -> ImagePredicted:
    return ImagePredicted(
        index=index,
        source="ant.png",
        top=(("ants", first), ("bees", 1.0 - first)),
        seconds=0.04,
    )


def red(width: int = 300, height: int = 150) -> ImageShown:
    return ImageShown(index=0, width=width, height=height, pixels=bytes((255, 0, 0)) * (width * height))


@pytest.fixture
def model(qtbot: QtBot) -> PicturesModel:
    made = PicturesModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


@pytest.fixture
def bars(qtbot: QtBot) -> PredictionBars:
    made = PredictionBars()
    qtbot.addWidget(made)
    QAbstractItemModelTester(made.classes, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    made.resize(300, 220)
    made.show()
    return made


def test_a_picture_is_shown_with_its_likeliest_class(model: PicturesModel) -> None:
    model.add(Path("/pictures/ant.png"), predicted())

    index = model.index(0)
    assert index.data() == "ants 93 %"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "ant.png: ants 93 %"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "/pictures/ant.png"
    assert index.data(PICTURE_ROLE).top[0] == ("ants", 0.934)


def test_small_pictures_are_squares_so_that_captions_stand_in_line(model: PicturesModel) -> None:
    number = model.add(Path("/ant.png"), predicted())
    model.take_picture(number, red(), large=True)

    thumbnail = model.index(0).data(Qt.ItemDataRole.DecorationRole)

    assert isinstance(thumbnail, QPixmap)
    assert thumbnail.size() == QSize(THUMBNAIL_EDGE, THUMBNAIL_EDGE)
    assert thumbnail.toImage().pixelColor(THUMBNAIL_EDGE // 2, 1).alpha() == 0
    assert thumbnail.toImage().pixelColor(THUMBNAIL_EDGE // 2, THUMBNAIL_EDGE // 2).red() == 255


def test_a_new_answer_takes_the_place_of_the_old(qtbot: QtBot, model: PicturesModel) -> None:
    number = model.add(Path("/ant.png"), predicted())

    with qtbot.waitSignal(model.dataChanged):
        model.update_answer(number, predicted(first=0.61))

    assert model.index(0).data() == "ants 61 %"


def test_an_answer_for_a_picture_that_is_gone_is_passed_over(model: PicturesModel) -> None:
    number = model.add(Path("/ant.png"), predicted())
    model.clear()

    model.update_answer(number, predicted())
    model.take_picture(number, red(), large=True)

    assert model.rowCount() == 0
    assert model.large_picture(number) is None


def test_only_the_pictures_looked_at_last_are_kept_large(model: PicturesModel) -> None:
    numbers = [model.add(Path(f"/{row}.png"), predicted(row)) for row in range(40)]
    for number in numbers:
        model.take_picture(number, red(8, 8), large=True)

    kept = [number for number in numbers if model.large_picture(number) is not None]

    assert kept == numbers[-24:]


def test_a_small_preview_is_not_taken_for_a_large_picture(model: PicturesModel) -> None:
    number = model.add(Path("/ant.png"), predicted())
    model.take_picture(number, red(), large=False)

    assert model.large_picture(number) is None
    assert not model.thumbnail(number).isNull()


def test_pixels_become_a_picture_whatever_its_width(qtbot: QtBot) -> None:
    image = image_of(bytes(range(3 * 5 * 2)), 5, 2)

    colour = image.pixelColor(4, 1)
    assert (colour.red(), colour.green(), colour.blue()) == (27, 28, 29)


def test_the_bars_show_at_most_five_classes(bars: PredictionBars) -> None:
    bars.show_classes([(f"class {number}", 0.1) for number in range(8)])

    assert bars.classes.rowCount() == 5
    assert bars.classes.index(0).data(PROBABILITY_ROLE) == pytest.approx(0.1)


def test_each_bar_is_read_with_its_percentage(bars: PredictionBars) -> None:
    bars.show_classes([("ants", 0.9342)])

    assert bars.classes.index(0).data(Qt.ItemDataRole.AccessibleTextRole) == "ants: 93.42 %"


def test_a_longer_bar_is_drawn_for_a_likelier_class(bars: PredictionBars) -> None:
    bars.show_classes([("ants", 0.9), ("bees", 0.1)])
    picture = bars.grab().toImage()

    def filled(row: int) -> int:
        area = bars.visualRect(bars.classes.index(row))
        line = area.bottom() - 12
        groove = picture.pixelColor(area.right() - 4, line)
        return sum(picture.pixelColor(x, line) != groove for x in range(area.left() + 6, area.right() - 4))

    assert filled(0) > 5 * filled(1) > 0


def test_a_picture_is_fitted_into_its_room_and_at_most_doubled() -> None:
    room = QRectF(0, 0, 400, 400)

    assert fitted(QSize(800, 400), room) == QRectF(0, 100, 400, 200)
    assert fitted(QSize(50, 50), room) == QRectF(150, 150, 100, 100)
