"""Filters and channels as pictures: the model, the crisp grid, the bars, one in large."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractItemModel, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QFrame, QLineEdit, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from core.messages import SmallPicture
from gui.layers.inspector.channel_bars import ChannelBars
from gui.layers.inspector.enlarged_picture import EnlargedPicture
from gui.layers.inspector.picture_grid import PictureGrid, crisp_place
from gui.layers.inspector.small_pictures_model import PICTURE_ROLE, SmallPicturesModel

RED, BLUE = bytes((255, 0, 0)), bytes((0, 0, 255))


def picture(number: int, edge: int = 7, strength: float = 1.0) -> SmallPicture:
    """Return a picture whose left column is red and the rest blue."""
    pixels = (RED + BLUE * (edge - 1)) * edge
    return SmallPicture(number=number, strength=strength, width=edge, height=edge, pixels=pixels)


@pytest.fixture
def model(qtbot: QtBot) -> SmallPicturesModel:
    made = SmallPicturesModel(things="Channel", measure="mean strength")
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def _texts(model: QAbstractItemModel, role: Qt.ItemDataRole) -> list[object]:
    return [model.index(row, 0).data(role) for row in range(model.rowCount())]


def test_rows_say_number_and_strength(model: SmallPicturesModel) -> None:
    model.show_pictures([picture(37, strength=0.5), picture(2, strength=0.25)])

    assert _texts(model, Qt.ItemDataRole.DisplayRole) == ["37", "2"]
    assert _texts(model, Qt.ItemDataRole.AccessibleTextRole)[0] == "Channel 37, mean strength 0.5"
    image = model.index(0, 0).data(Qt.ItemDataRole.DecorationRole)
    assert (image.width(), image.pixelColor(0, 3), image.pixelColor(1, 3)) == (7, QColor("red"), QColor("blue"))


def test_places_are_kept_while_pictures_are_waited_for(model: SmallPicturesModel, qtbot: QtBot) -> None:
    model.expect(2)
    assert _texts(model, PICTURE_ROLE) == [None, None]

    with qtbot.assertNotEmitted(model.modelReset), qtbot.waitSignal(model.dataChanged):
        model.show_pictures([picture(1), picture(2)])

    assert model.rowCount() == 2


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("edge", [7, 14, 28, 56])
def test_each_pixel_becomes_whole_pixels_of_the_screen(edge: int, ratio: float) -> None:
    place = crisp_place(QSize(edge, edge), QRectF(3, 5, 57, 57), ratio)

    scale = place.width() * ratio / edge
    assert scale == pytest.approx(round(scale))
    assert place.width() <= 57
    assert place.left() * ratio == pytest.approx(round(place.left() * ratio))


def test_a_picture_with_more_pixels_than_there_are_is_shrunk() -> None:
    assert crisp_place(QSize(112, 112), QRectF(0, 0, 56, 56), 1.0) == QRectF(0, 0, 56, 56)


@pytest.fixture
def grid(qtbot: QtBot, model: SmallPicturesModel) -> Iterator[PictureGrid]:
    """Give a grid of 8 columns in a page that scrolls."""
    page = QScrollArea(widgetResizable=True)
    content = QWidget()
    column = QVBoxLayout(content)
    column.setContentsMargins(0, 0, 0, 0)
    made = PictureGrid(pictures=model, columns=8, numbered=False)
    column.addWidget(made)
    column.addStretch(1)
    page.setWidget(content)
    page.setFrameShape(QFrame.Shape.NoFrame)
    qtbot.addWidget(page)
    page.resize(242, 400)
    page.show()
    model.show_pictures([picture(number) for number in range(64)])
    qtbot.waitUntil(lambda: made.height() > 200)
    yield made
    page.hide()


def test_sixty_four_filters_stand_in_eight_rows_of_eight(grid: PictureGrid) -> None:
    places = [grid.visualRect(grid.model().index(row, 0)) for row in range(64)]

    assert len({place.left() for place in places}) == 8
    assert len({place.top() for place in places}) == 8
    assert all(grid.viewport().rect().contains(place) for place in places)


@pytest.mark.parametrize("width", range(236, 300, 7))
def test_columns_stay_eight_whatever_the_width(grid: PictureGrid, width: int, qtbot: QtBot) -> None:
    grid.window().resize(width, 400)

    def stands_well() -> bool:
        places = [grid.visualRect(grid.model().index(row, 0)) for row in range(64)]
        return len({place.left() for place in places}) == 8 and grid.viewport().rect().contains(places[-1])

    qtbot.waitUntil(stands_well)


def test_enlarged_pixels_have_sharp_edges(grid: PictureGrid) -> None:
    shot = grid.viewport().grab().toImage()
    cell = grid.visualRect(grid.model().index(9, 0))
    row = [shot.pixelColor(cell.left() + x, cell.top() + 10) for x in range(28)]

    # 7 pixels, each 4 wide: the first is red, the others blue, nothing is between them.
    assert [colour.name() for colour in row] == ["#ff0000"] * 4 + ["#0000ff"] * 24


def test_arrow_keys_walk_and_return_opens(grid: PictureGrid, qtbot: QtBot) -> None:
    grid.setFocus()
    grid.setCurrentIndex(grid.model().index(0, 0))
    QTest.keyClick(grid, Qt.Key.Key_Right)
    QTest.keyClick(grid, Qt.Key.Key_Down)
    assert grid.currentIndex().row() == 9

    with qtbot.waitSignal(grid.picture_opened) as opened:
        QTest.keyClick(grid, Qt.Key.Key_Return)

    assert opened.args is not None
    assert opened.args[1] == "Channel 9, mean strength 1"


def test_click_opens_a_picture_but_not_a_place_that_waits(
    grid: PictureGrid, model: SmallPicturesModel, qtbot: QtBot
) -> None:
    centre = grid.visualRect(grid.model().index(3, 0)).center()
    with qtbot.waitSignal(grid.picture_opened):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)

    model.expect(64)

    with qtbot.assertNotEmitted(grid.picture_opened):
        QTest.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=centre)


@pytest.mark.parametrize("put_away", ["key", "click", "focus elsewhere"])
def test_picture_in_large_is_put_away_and_gives_the_keyboard_back(qtbot: QtBot, put_away: str) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    row = QVBoxLayout(window)
    opener, other = QLineEdit(), QLineEdit()
    row.addWidget(opener)
    row.addWidget(other)
    window.show()
    window.activateWindow()
    image = QImage(RED * 7 * 7, 7, 7, 21, QImage.Format.Format_RGB888)
    large = EnlargedPicture(image=image, caption="Channel 3", seen=image, opened_from=opener)
    large.open()
    qtbot.waitUntil(large.hasFocus)

    with qtbot.waitSignal(large.destroyed):
        if put_away == "key":
            QTest.keyClick(large, Qt.Key.Key_Escape)
        elif put_away == "click":
            QTest.mouseClick(large, Qt.MouseButton.LeftButton)
        else:
            other.setFocus()

    assert other.hasFocus() if put_away == "focus elsewhere" else opener.hasFocus()


def test_bars_are_in_proportion_to_the_strongest(qtbot: QtBot, model: SmallPicturesModel) -> None:
    bars = ChannelBars(pictures=model)
    qtbot.addWidget(bars)
    model.show_pictures([picture(1203, 1, strength=4.0), picture(7, 1, strength=1.0)])
    bars.resize(240, bars.sizeHint().height())
    bars.show()

    shot = bars.viewport().grab().toImage()

    def length(row: int) -> int:
        place = bars.visualRect(model.index(row, 0))
        line = [shot.pixelColor(x, place.center().y()) for x in range(place.left(), place.right())]
        ink = [x for x, colour in enumerate(line) if colour.blueF() > colour.redF() + 0.2]
        return ink[-1] - ink[0] + 1

    assert length(1) == pytest.approx(length(0) / 4, abs=1)
