"""Thumbnails are asked for where they are in sight, kept in bounds, and shown when they arrive."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QDesktopServices, QGuiApplication, QPixmap
from PySide6.QtTest import QAbstractItemModelTester, QTest
from pytestqt.qtbot import QtBot

from core.messages import ThumbnailMade
from gui.data.thumbnail_memory import EDGE, ThumbnailMemory
from gui.data.thumbnail_model import FILE_ROLE, UNREADABLE_ROLE, ThumbnailModel
from gui.data.thumbnail_strip import ThumbnailStrip

_FOLDER = Path("/pictures/bees")


def _thumbnail(name: str, *, width: int = 3, height: int = 2) -> ThumbnailMade:
    return ThumbnailMade(file=_FOLDER / name, width=width, height=height, pixels=b"\x10\x80\xf0" * (width * height))


class _Catcher(QObject):
    """A program that files are opened with."""

    def __init__(self, opened: list[str]) -> None:
        super().__init__()
        self._opened = opened

    @Slot(QUrl)
    def open(self, url: QUrl) -> None:
        self._opened.append(url.toLocalFile())


@pytest.fixture
def memory(qtbot: QtBot) -> ThumbnailMemory:
    return ThumbnailMemory()


@pytest.fixture
def model(memory: ThumbnailMemory) -> ThumbnailModel:
    made = ThumbnailModel(memory=memory)
    QAbstractItemModelTester(made, QAbstractItemModelTester.FailureReportingMode.Fatal, made)
    return made


def test_thumbnail_appears_at_its_file(model: ThumbnailModel, memory: ThumbnailMemory, qtbot: QtBot) -> None:
    model.show_files(_FOLDER, ("a.jpg", "more/b.jpg"))
    with qtbot.waitSignal(model.dataChanged) as changed:
        memory.take_thumbnail(_thumbnail("more/b.jpg"))
    assert changed.args is not None
    assert changed.args[0].row() == 1
    assert model.index(0).data(Qt.ItemDataRole.DecorationRole) is None
    shown = model.index(1).data(Qt.ItemDataRole.DecorationRole)
    assert isinstance(shown, QPixmap)
    assert shown.toImage().pixelColor(2, 1) == QColor(0x10, 0x80, 0xF0)
    assert model.index(1).data(FILE_ROLE) == _FOLDER / "more" / "b.jpg"


def test_width_that_is_no_multiple_of_four_is_drawn_straight(model: ThumbnailModel, memory: ThumbnailMemory) -> None:
    model.show_files(_FOLDER, ("a.jpg",))
    memory.take_thumbnail(_thumbnail("a.jpg", width=5, height=7))
    image = model.index(0).data(Qt.ItemDataRole.DecorationRole).toImage()
    assert {image.pixelColor(x, y).name() for x in range(5) for y in range(7)} == {"#1080f0"}


def test_file_that_turns_out_unreadable_is_told_and_not_asked_for_again(
    model: ThumbnailModel, memory: ThumbnailMemory
) -> None:
    model.show_files(_FOLDER, ("a.jpg",))
    memory.take_thumbnail(ThumbnailMade(file=_FOLDER / "a.jpg", width=0, height=0, pixels=b""))
    assert model.index(0).data(UNREADABLE_ROLE) is True
    assert model.files_without_thumbnail(0, 0) == ()


def test_thumbnail_of_another_class_changes_nothing_on_show(
    model: ThumbnailModel, memory: ThumbnailMemory, qtbot: QtBot
) -> None:
    model.show_files(Path("/pictures/ants"), ("a.jpg",))
    with qtbot.assertNotEmitted(model.dataChanged):
        memory.take_thumbnail(_thumbnail("a.jpg"))


def test_bytes_that_are_held_are_bounded_and_what_is_in_sight_stays(qtbot: QtBot) -> None:
    # Given room for ten thumbnails, and a class of twelve
    memory = ThumbnailMemory(limit=10 * 3 * 2 * 4)
    model = ThumbnailModel(memory=memory)
    names = tuple(f"{number}.jpg" for number in range(12))
    model.show_files(_FOLDER, names)
    for name in names[:10]:
        memory.take_thumbnail(_thumbnail(name))
    # When the first is in sight while two more arrive
    assert model.files_without_thumbnail(0, 0) == ()
    for name in names[10:]:
        memory.take_thumbnail(_thumbnail(name))
    # Then those go that were not looked at for longest
    assert model.files_without_thumbnail(0, 11) == (_FOLDER / "1.jpg", _FOLDER / "2.jpg")


def test_thumbnail_is_held_no_larger_than_it_is_shown(memory: ThumbnailMemory) -> None:
    memory.take_thumbnail(_thumbnail("a.jpg", width=6 * EDGE, height=3 * EDGE))
    held = memory.find(_FOLDER / "a.jpg")
    assert held is not None
    assert held.height() == round(EDGE * QGuiApplication.primaryScreen().devicePixelRatio())
    assert held.width() == 2 * held.height()


def test_class_looked_at_before_has_its_thumbnails_still(model: ThumbnailModel, memory: ThumbnailMemory) -> None:
    model.show_files(_FOLDER, ("a.jpg",))
    memory.take_thumbnail(_thumbnail("a.jpg"))
    model.show_files(Path("/pictures/ants"), ("a.jpg",))
    assert model.files_without_thumbnail(0, 0) == (Path("/pictures/ants/a.jpg"),)
    model.show_files(_FOLDER, ("a.jpg",))
    assert model.files_without_thumbnail(0, 0) == ()
    assert isinstance(model.index(0).data(Qt.ItemDataRole.DecorationRole), QPixmap)


def test_chosen_picture_is_opened_with_the_keyboard_and_its_path_copied(
    model: ThumbnailModel, qtbot: QtBot, tmp_path: Path
) -> None:
    # Given a program that opens files
    opened: list[str] = []
    catcher = _Catcher(opened)
    QDesktopServices.setUrlHandler("file", catcher, "open")  # type: ignore[arg-type]
    strip = ThumbnailStrip(model=model)
    qtbot.addWidget(strip)
    strip.show()
    model.show_files(tmp_path, ("a.jpg", "b.jpg"))
    actions = {action.objectName(): action for action in strip.actions()}
    assert not any(action.isEnabled() for action in actions.values())
    # When the second is gone to
    strip.setCurrentIndex(model.index(1))
    QTest.keyClick(strip, Qt.Key.Key_Return)
    actions["show_picture_folder"].trigger()
    actions["copy_picture_path"].trigger()
    QDesktopServices.unsetUrlHandler("file")
    # Then
    assert opened == [str(tmp_path / "b.jpg"), str(tmp_path)]
    assert QGuiApplication.clipboard().text() == str(tmp_path / "b.jpg")
    assert strip.selected_files() == (tmp_path / "b.jpg",)
    QGuiApplication.clipboard().clear()


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


def test_strip_paints_pictures_placeholders_and_warnings(
    model: ThumbnailModel, memory: ThumbnailMemory, qtbot: QtBot
) -> None:
    strip = ThumbnailStrip(model=model)
    qtbot.addWidget(strip)
    strip.resize(500, 200)
    model.show_files(_FOLDER, ("a.jpg", "b.jpg", "c.jpg"))
    memory.take_thumbnail(_thumbnail("a.jpg", width=40, height=30))
    memory.take_thumbnail(ThumbnailMade(file=_FOLDER / "b.jpg", width=0, height=0, pixels=b""))
    strip.show()
    image = strip.grab().toImage()
    middles = [strip.visualRect(model.index(row)).center() for row in range(3)]
    colours = [image.pixelColor(middle.x(), middle.y() - 10).name() for middle in middles]
    assert colours[0] == "#1080f0"
    assert "#1080f0" not in colours[1:]
