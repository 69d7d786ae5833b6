"""Icons are there, are drawn, and follow the palette of the application."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage, QPalette
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from assets import icon_file
from gui.layers.node_state import STATE_ICONS
from gui.window.actions import ACTIONS
from gui.window.icons import application_icon, themed_icon, tinted_pixmap
from gui.window.message_bar import Level
from gui.window.steps import STEPS

_ALL = sorted(file.name.removesuffix(".svg") for file in (files("assets") / "icons").iterdir())
_DARK = QPalette(
    QColor(240, 240, 240), QColor(50, 50, 50), *(QColor(50, 50, 50),) * 3, QColor(240, 240, 240), QColor(36, 36, 36)
)


@pytest.fixture
def dark_desktop(qapp: QApplication) -> Iterator[None]:
    before = QApplication.palette()
    QApplication.setPalette(_DARK)
    yield
    QApplication.setPalette(before)


def _ink(image: QImage) -> list[QColor]:
    """Return the colours of the pixels that are covered for the most part."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return [colour for colour in pixels if colour.alpha() > 150]


def test_every_icon_that_is_named_exists() -> None:
    named = {step.icon for step in STEPS} | {action.icon for action in ACTIONS} | set(STATE_ICONS.values())
    named |= {level.value for level in Level}
    for name in named:
        assert icon_file(name).is_file(), name


@pytest.mark.parametrize("name", _ALL)
def test_every_icon_draws_something_at_every_usual_size(qtbot: QtBot, name: str) -> None:
    for size in (16, 20, 24, 64):
        pixmap = tinted_pixmap(name, size, QPalette(), QColor("black"))
        assert pixmap.size().width() == size
        assert _ink(pixmap.toImage()), f"{name} is empty at {size} pixels"


def test_icon_is_sharp_on_a_dense_screen(qtbot: QtBot) -> None:
    pixmap = tinted_pixmap("data", 16, QPalette(), QColor("black"), ratio=2.0)
    assert pixmap.width() == 32
    assert pixmap.deviceIndependentSize().width() == 16


def test_icon_set_once_is_light_after_the_desktop_turns_dark(qtbot: QtBot, request: pytest.FixtureRequest) -> None:
    icon = themed_icon("data")
    on_light = _ink(icon.pixmap(32, 32).toImage())
    request.getfixturevalue("dark_desktop")
    on_dark = _ink(icon.pixmap(32, 32).toImage())
    assert max(colour.lightness() for colour in on_light) < 60
    assert min(colour.lightness() for colour in on_dark) > 200


def test_snowflake_and_flame_keep_their_colours_and_differ_in_shape(qtbot: QtBot) -> None:
    snowflake = tinted_pixmap("snowflake", 64, QPalette(QColor("#efefef")), QColor("black")).toImage()
    flame = tinted_pixmap("flame", 64, QPalette(QColor("#efefef")), QColor("black")).toImage()
    assert {colour.blue() > colour.red() for colour in _ink(snowflake)} == {True}
    assert {colour.red() > colour.blue() for colour in _ink(flame)} == {True}
    differing = sum(
        (snowflake.pixelColor(x, y).alpha() > 127) != (flame.pixelColor(x, y).alpha() > 127)
        for x in range(64)
        for y in range(64)
    )
    assert differing > 500


def test_disabled_icon_is_paler(qtbot: QtBot) -> None:
    icon = themed_icon("export")
    enabled = _ink(icon.pixmap(32, 32).toImage())[0]
    disabled = _ink(icon.pixmap(32, 32, QIcon.Mode.Disabled).toImage())[0]
    assert disabled.lightness() > enabled.lightness() + 40


def test_application_icon_has_a_picture_for_every_place(qtbot: QtBot) -> None:
    icon = application_icon()
    assert {size.width() for size in icon.availableSizes()} >= {16, 32, 48, 256}
    assert len({colour.rgb() for colour in _ink(icon.pixmap(64, 64).toImage())}) > 20


def test_icon_of_a_button_is_sharp_on_a_dense_screen(qtbot: QtBot) -> None:
    pixmap = themed_icon("data").pixmap(QSize(16, 16), 2.0)

    assert pixmap.toImage() == tinted_pixmap("data", 16, QPalette(), _text_colour(), ratio=2.0).toImage()


def _text_colour() -> QColor:
    return QApplication.palette().color(QPalette.ColorRole.ButtonText)


@pytest.mark.parametrize("name", ["snowflake", "flame"])
def test_an_icon_on_a_selected_row_is_in_the_colour_of_its_words(qapp: QApplication, name: str) -> None:
    pixmap = themed_icon(name).pixmap(QSize(32, 32), 1.0, QIcon.Mode.Selected)

    words = QApplication.palette().color(QPalette.ColorRole.HighlightedText)
    assert {colour.name() for colour in _ink(pixmap.toImage())} == {words.name()}
