"""Thumbnails are asked for where they are in sight, kept in bounds, and shown when they arrive."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from core.messages import ThumbnailMade
from gui.data.thumbnail_model import FILE_ROLE, THUMBNAILS_KEPT, UNREADABLE_ROLE, ThumbnailModel
from gui.data.thumbnail_strip import ThumbnailStrip

_FOLDER = Path("/pictures/bees")


def _thumbnail(name: str, *, width: int = 3, height: int = 2) -> ThumbnailMade:
    return ThumbnailMade(file=_FOLDER / name, width=width, height=height, pixels=b"\x10\x80\xf0" * (width * height))


@pytest.fixture
def model(qtbot: QtBot) -> ThumbnailModel:
    made = ThumbnailModel()
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_thumbnail_appears_at_its_file(model: ThumbnailModel, qtbot: QtBot) -> None:
    model.show_files(_FOLDER, ("a.jpg", "more/b.jpg"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        model.take_thumbnail(_thumbnail("more/b.jpg"))
    assert changed.args is not None
    assert changed.args[0].row() == 1
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    shown = model.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(shown, QPixmap)
    assert shown.toImage().pixelColor(2, 1) == QColor(0x10, 0x80, 0xF0)
    assert model.index(1).data(FILE_ROLE) == _FOLDER / "more" / "b.jpg"


def test_width_that_is_no_multiple_of_four_is_drawn_straight(model: ThumbnailModel) -> None:
    model.show_files(_FOLDER, ("a.jpg",))
    model.take_thumbnail(_thumbnail("a.jpg", width=5, height=7))
    image = model.index(0).data(Qt.ItemDataRole.DecorationRole).toImage()
    assert {image.pixelColor(x, y).name() for x in range(5) for y in range(7)} == {"#1080f0"}


def test_file_that_turns_out_unreadable_is_told_and_not_asked_for_again(model: ThumbnailModel) -> None:
    model.show_files(_FOLDER, ("a.jpg",))
    model.take_thumbnail(ThumbnailMade(file=_FOLDER / "a.jpg", width=0, height=0, pixels=b""))
    assert model.index(0).data(UNREADABLE_ROLE) is True
    assert model.files_without_thumbnail(0, 0) == ()


def test_thumbnail_of_the_class_before_is_let_go(model: ThumbnailModel, qtbot: QtBot) -> None:
    model.show_files(Path("/pictures/ants"), ("a.jpg",))
    with qtbot.assertNotEmitted(model.dataChanged):
        model.take_thumbnail(_thumbnail("a.jpg"))


def test_number_of_thumbnails_kept_is_bounded(model: ThumbnailModel) -> None:
    names = tuple(f"{number}.jpg" for number in range(THUMBNAILS_KEPT + 20))
    model.show_files(_FOLDER, names)
    for name in names:
        model.take_thumbnail(_thumbnail(name))
    missing = model.files_without_thumbnail(0, len(names) - 1)
    assert missing == tuple(_FOLDER / name for name in names[:20])


def test_strip_asks_for_what_is_in_sight_and_after_scrolling_for_what_is_then(
    model: ThumbnailModel, qtbot: QtBot
) -> None:
    # Given a class of very many pictures in a small view
    strip = ThumbnailStrip(model=model)
    qtbot.addWidget(strip)
    strip.resize(400, 300)
    strip.show()
    names = tuple(f"{number:06}.jpg" for number in range(100_000))
    with qtbot.waitSignal(strip.files_in_sight) as first:
        model.show_files(_FOLDER, names)
    # Then only a few screens of it are asked for, beginning at the top
    assert first.args is not None
    assert 6 <= len(first.args[0]) <= 40
    assert first.args[0][0] == _FOLDER / "000000.jpg"
    # When the end is scrolled to, once the view has laid out all rows
    qtbot.waitUntil(lambda: strip.verticalScrollBar().maximum() > 1_000_000, timeout=20_000)
    with qtbot.waitSignal(strip.files_in_sight, check_params_cb=lambda files: files[-1].name == names[-1]) as last:
        strip.verticalScrollBar().setValue(strip.verticalScrollBar().maximum())
    assert last.args is not None
    assert len(last.args[0]) <= 40


def test_strip_paints_pictures_placeholders_and_warnings(model: ThumbnailModel, qtbot: QtBot) -> None:
    strip = ThumbnailStrip(model=model)
    qtbot.addWidget(strip)
    strip.resize(500, 200)
    model.show_files(_FOLDER, ("a.jpg", "b.jpg", "c.jpg"))
    model.take_thumbnail(_thumbnail("a.jpg", width=40, height=30))
    model.take_thumbnail(ThumbnailMade(file=_FOLDER / "b.jpg", width=0, height=0, pixels=b""))
    strip.show()
    image = strip.grab().toImage()
    middles = [strip.visualRect(model.index(row)).center() for row in range(3)]
    colours = [image.pixelColor(middle.x(), middle.y() - 10).name() for middle in middles]
    assert colours[0] == "#1080f0"
    assert "#1080f0" not in colours[1:]
