"""What the style paints, pixel by pixel where it matters, and where the parts of its scroll bars are."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QScrollBar,
    QSlider,
    QSpinBox,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)
from pytestqt.qtbot import QtBot

from gui.style.frost_palette import frost_palette
from gui.style.frost_style import FrostStyle
from gui.window.theme import accents, contrast_ratio

WHITE, BLACK = QColor("white"), QColor("black")


@pytest.fixture(params=["day", "night", "high contrast"])
def palette(request: pytest.FixtureRequest) -> Iterator[QPalette]:
    """Give the application each of the palettes in turn."""
    before = QApplication.palette()
    chosen = QPalette(WHITE, BLACK, BLACK, BLACK, BLACK, WHITE, BLACK)
    if request.param != "high contrast":
        chosen = frost_palette(dark=request.param == "night")
    QApplication.setPalette(chosen)
    yield chosen
    QApplication.setPalette(before)


def shown(qtbot: QtBot, widget: QWidget) -> QImage:
    qtbot.addWidget(widget)
    widget.show()
    return widget.grab().toImage()


def colours(image: QImage) -> list[QColor]:
    return [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]


def strongest(image: QImage, ground: QColor) -> float:
    """Return the greatest contrast of any pixel with the ground."""
    return max(contrast_ratio(colour, ground) for colour in colours(image))


@pytest.mark.parametrize("kind", [QLineEdit, QSpinBox, QComboBox, QPushButton, QCheckBox])
def test_the_edge_of_a_control_tells_it_from_its_ground(
    qtbot: QtBot, palette: QPalette, kind: type[QLineEdit | QSpinBox | QComboBox | QPushButton | QCheckBox]
) -> None:
    control = kind()
    control.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    column = shown(qtbot, control)

    middle = 8 if kind is QCheckBox else column.width() // 2
    edge = [column.pixelColor(middle, y) for y in range(column.height() // 2)]
    assert max(contrast_ratio(one, palette.color(QPalette.ColorRole.Window)) for one in edge) >= 2.9


def test_the_application_wears_it(qapp: QApplication) -> None:
    assert isinstance(qapp.style(), FrostStyle)


@pytest.mark.parametrize("kind", [QCheckBox, QRadioButton])
def test_an_empty_box_is_seen_and_a_chosen_one_is_seen_otherwise(
    qtbot: QtBot, palette: QPalette, kind: type[QCheckBox | QRadioButton]
) -> None:
    empty, chosen = kind(), kind()
    chosen.setChecked(True)

    one, other = shown(qtbot, empty), shown(qtbot, chosen)

    assert strongest(one, palette.color(QPalette.ColorRole.Window)) > 2.0
    assert one != other


def test_a_box_that_is_chosen_in_part_is_neither_full_nor_empty(qtbot: QtBot) -> None:
    looks = []
    for state in Qt.CheckState:
        box = QCheckBox()
        box.setTristate(True)
        box.setCheckState(state)
        looks.append(shown(qtbot, box))

    assert all(one != other for place, one in enumerate(looks) for other in looks[:place])


def test_the_button_that_enter_presses_is_ice_and_its_words_can_be_read(qtbot: QtBot, palette: QPalette) -> None:
    button = QPushButton("Start training")
    button.setDefault(True)

    image = shown(qtbot, button)

    ice = accents(palette).ice
    assert image.pixelColor(12, image.height() // 2) == ice
    assert strongest(image, ice) > 4.5


def test_a_disabled_button_is_not_ice(qtbot: QtBot, palette: QPalette) -> None:
    button = QPushButton("Start training")
    button.setDefault(True)
    button.setEnabled(False)

    assert accents(palette).ice not in colours(shown(qtbot, button))


def test_a_held_button_differs_from_one_that_is_not(qtbot: QtBot, palette: QPalette) -> None:
    held, free = QPushButton("Why?"), QPushButton("Why?")
    for button in (held, free):
        button.setCheckable(True)
    held.setChecked(True)

    assert shown(qtbot, held) != shown(qtbot, free)


def test_labels_stand_beside_the_middle_of_their_fields(qtbot: QtBot) -> None:
    window = QWidget()
    form = QFormLayout(window)
    fields = (QSpinBox(), QComboBox(), QLineEdit())
    labels = [QLabel(f"Field {number}") for number, _ in enumerate(fields)]
    for label, field in zip(labels, fields, strict=True):
        form.addRow(label, field)

    shown(qtbot, window)

    for label, field in zip(labels, fields, strict=True):
        assert abs(label.geometry().center().y() - field.geometry().center().y()) <= 1
    assert len({field.height() for field in fields}) == 1


def test_arrows_of_a_number_grow_dim_at_its_end(qtbot: QtBot) -> None:
    free, ended = QSpinBox(), QSpinBox()
    for field, value in ((free, 50), (ended, 99)):
        field.setRange(0, 99)
        field.setPrefix("no ")
        field.setValue(value)

    one, other = shown(qtbot, free), shown(qtbot, ended)

    right = one.width() - 14
    assert one.copy(right, 0, 14, one.height() // 2) != other.copy(right, 0, 14, one.height() // 2)
    assert one.copy(right, one.height() // 2, 14, 99) == other.copy(right, one.height() // 2, 14, 99)


@pytest.mark.parametrize("orientation", list(Qt.Orientation))
def test_the_handle_of_a_scroll_bar_is_dragged_from_end_to_end(qtbot: QtBot, orientation: Qt.Orientation) -> None:
    bar = QScrollBar(orientation)
    bar.setRange(0, 900)
    bar.setPageStep(100)
    bar.resize(12, 200) if orientation == Qt.Orientation.Vertical else bar.resize(200, 12)
    shown(qtbot, bar)
    along = QPoint(0, 1) if orientation == Qt.Orientation.Vertical else QPoint(1, 0)
    across = QPoint(6, 6) - along * 6

    QTest.mousePress(bar, Qt.MouseButton.LeftButton, pos=across + along * 10)
    QTest.mouseMove(bar, across + along * 195)
    QTest.mouseRelease(bar, Qt.MouseButton.LeftButton, pos=across + along * 195)
    assert bar.value() == 900

    QTest.mouseClick(bar, Qt.MouseButton.LeftButton, pos=across + along * 20)
    assert bar.value() == 800, "a click before the handle goes a page back"


def test_a_scroll_bar_with_nothing_to_scroll_shows_no_handle(qtbot: QtBot) -> None:
    bar = QScrollBar(Qt.Orientation.Vertical)
    bar.setRange(0, 0)
    bar.resize(12, 100)

    assert len({colour.rgb() for colour in colours(shown(qtbot, bar))}) == 1


def test_a_slider_shows_how_far_it_is(qtbot: QtBot) -> None:
    slider = QSlider(Qt.Orientation.Horizontal)
    slider.resize(120, 22)
    slider.setValue(80)

    row = shown(qtbot, slider)

    ice = accents(slider.palette()).ice
    assert row.pixelColor(20, 11) == ice
    assert row.pixelColor(112, 11) != ice


@pytest.mark.parametrize(("value", "done"), [(0, 0.0), (50, 0.5), (100, 1.0)])
def test_progress_is_as_long_as_what_is_done(qtbot: QtBot, value: int, done: float) -> None:
    bar = QProgressBar()
    bar.setTextVisible(False)
    bar.resize(200, 8)
    bar.setValue(value)

    image = shown(qtbot, bar)

    ice = accents(bar.palette()).ice
    full = sum(image.pixelColor(x, image.height() // 2) == ice for x in range(image.width()))
    assert full == pytest.approx(done * image.width(), abs=6)


def test_the_chosen_tab_is_underlined(qtbot: QtBot, palette: QPalette) -> None:
    tabs = QTabWidget()
    for name in ("Plan", "Inspector"):
        tabs.addTab(QWidget(), name)

    shown(qtbot, tabs)

    ice = accents(palette).ice
    first, second = (tabs.tabBar().grab(tabs.tabBar().tabRect(index)).toImage() for index in range(2))
    assert ice in colours(first)
    assert ice not in colours(second)


def test_a_tree_tells_open_branches_from_closed_ones(qtbot: QtBot) -> None:
    tree = QTreeWidget()
    item = QTreeWidgetItem(["conv5"])
    item.addChild(QTreeWidgetItem(["conv5_block1"]))
    tree.addTopLevelItem(item)
    closed = shown(qtbot, tree).copy(0, 0, 20, 60)

    item.setExpanded(True)

    assert tree.grab().toImage().copy(0, 0, 20, 60) != closed
