"""Pictures that are there more than once: what is said of them, the table, and the pictures of a group."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from core.data.changed_scan import changed_scan
from core.data.corrections import FileCorrection
from core.messages import Caution, ClassCount, DuplicateGroup, FolderScan, ThumbnailMade
from gui.data.check_panel import CheckPanel
from gui.data.duplicate_table_model import PIXMAPS_ROLE, Column, DuplicateFilter, DuplicateTableModel, Shown
from gui.data.duplicate_words import why_it_matters
from gui.data.duplicates_view import DuplicatesView
from gui.data.remaining_duplicates import remaining_duplicates
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.data.thumbnail_memory import MADE_EDGE, ThumbnailMemory
from gui.worker.workers import Workers

_FOLDER = Path("/pictures")


def _group(*names: str, exact: bool = True, folder: Path = _FOLDER) -> DuplicateGroup:
    classes = tuple(name.split("/")[0] for name in names)
    return DuplicateGroup(files=tuple(folder / name for name in names), class_names=classes, exact=exact)


_TWICE = _group("ants/a.jpg", "ants/b.jpg")
_ACROSS = _group("ants/c.jpg", "bees/c.jpg", "bees/d.jpg")
_ALIKE = _group("bees/e.jpg", "bees/f.jpg", exact=False)


@pytest.fixture
def memory(qtbot: QtBot) -> ThumbnailMemory:
    return ThumbnailMemory()


def test_group_says_why_it_matters() -> None:
    assert why_it_matters(_TWICE).startswith("The same picture is 2 times in ants. They are kept on one side")
    assert "in ants and bees: at most one is right" in why_it_matters(_ACROSS)
    assert why_it_matters(_ALIKE).startswith("These 2 pictures of bees look alike")
    assert "wrong if they show the same" in why_it_matters(_group("a/1", "b/1", "c/1", exact=False))


def test_table_has_a_row_for_each_group_and_shows_pictures_as_they_come(memory: ThumbnailMemory, qtbot: QtBot) -> None:
    model = DuplicateTableModel(memory=memory)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    model.show_groups((_TWICE, _ACROSS))
    assert [model.index(1, column).data() for column in Column] == ["", "Exact copies", "3", "ants, bees"]
    assert model.files_without_thumbnail([1]) == _ACROSS.files
    with qtbot.waitSignal(model.dataChanged):
        memory.take_thumbnail(ThumbnailMade(file=_ACROSS.files[1], width=1, height=1, pixels=b"abc"))
    shown = model.index(1, Column.PICTURES).data(PIXMAPS_ROLE)
    assert [one is not None for one in shown] == [False, True, False]


@pytest.mark.parametrize(
    ("shown", "kept"),
    [(Shown.ALL, 3), (Shown.ACROSS, 1), (Shown.EXACT, 2), (Shown.ALIKE, 1)],
)
def test_filter_keeps_the_groups_of_a_kind(memory: ThumbnailMemory, shown: Shown, kept: int) -> None:
    model, proxy = DuplicateTableModel(memory=memory), DuplicateFilter()
    model.show_groups((_TWICE, _ACROSS, _ALIKE))
    proxy.setSourceModel(model)
    proxy.show_only(shown)
    assert proxy.rowCount() == kept


def test_groups_follow_what_was_corrected() -> None:
    # Given three groups, and a scan after one picture was left out and another counted as a bee
    checked = FolderScan(
        folder=_FOLDER,
        classes=(ClassCount(class_name="ants", images=3), ClassCount(class_name="bees", images=4)),
        problems=(),
        files=(("ants/a.jpg", "ants/b.jpg", "ants/c.jpg"), ("bees/c.jpg", "bees/d.jpg", "bees/e.jpg", "bees/f.jpg")),
        duplicates=(_TWICE, _ACROSS, _ALIKE),
    )
    corrections = {"ants/b.jpg": FileCorrection(excluded=True), "ants/c.jpg": FileCorrection(class_name="bees")}
    scan = changed_scan(checked, corrections)
    # Then the group of the one left out is none, the next lies in one class, and the last is as it was
    left, same = remaining_duplicates(checked, scan)
    assert tuple(left.files) == _ACROSS.files
    assert tuple(left.class_names) == ("bees", "bees", "bees")
    assert same is _ALIKE
    # And when that is taken back, all are as they were
    back = changed_scan(scan, {name: FileCorrection() for name in corrections})
    assert remaining_duplicates(checked, back) == checked.duplicates


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("ants/a.png", "ants/b.png", "bees/c.png", "bees/d.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        Image.new("RGB", (40, 20), "red").save(tmp_path / name)
    return tmp_path


@pytest.fixture
def view(qtbot: QtBot, memory: ThumbnailMemory, scripted_workers: Workers) -> DuplicatesView:
    def make_loader() -> ThumbnailLoader:
        loader = ThumbnailLoader(workers=scripted_workers, edge=MADE_EDGE)
        loader.thumbnail_made.connect(memory.take_thumbnail)
        return loader

    made = DuplicatesView(memory=memory, make_loader=make_loader)
    qtbot.addWidget(made)
    made.resize(900, 240)
    return made


def test_pictures_of_the_selected_group_stand_side_by_side(
    view: DuplicatesView, memory: ThumbnailMemory, folder: Path, qtbot: QtBot
) -> None:
    # Given two groups
    groups = (_group("ants/a.png", "ants/b.png", folder=folder), _group("bees/c.png", "bees/d.png", folder=folder))
    view.show()
    view.show_groups(folder, groups)
    # When the table is gone through with the keyboard
    table = view.findChild(QTableView, "duplicate_table")
    assert isinstance(table, QTableView)
    assert view.selected_group == groups[0]
    table.setFocus()
    QTest.keyClick(table, Qt.Key.Key_Down)
    # Then the second group's pictures are shown with what they mean, and the thumbnails of all rows in sight come
    assert view.selected_group == groups[1]
    model = view.pictures.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["bees/c.png", "bees/d.png"]
    sentence = view.findChild(QLabel, "duplicate_sentence")
    assert isinstance(sentence, QLabel)
    assert sentence.text() == why_it_matters(groups[1])
    qtbot.waitUntil(lambda: all(file in memory for group in groups for file in group.files))
    found = memory.find(folder / "ants" / "a.png")
    assert found is not None
    assert found.size() == QSize(40, 20)
    # When other kinds are looked for that are not there
    shown = view.findChild(QComboBox, "duplicates_shown")
    assert isinstance(shown, QComboBox)
    shown.setCurrentText(Shown.ALIKE.value)
    # Then nothing is shown, and afterwards all again
    assert view.selected_group is None
    assert model.rowCount() == 0
    shown.setCurrentText(Shown.ALL.value)
    assert view.selected_group == groups[0]


def test_pictures_in_several_classes_are_a_key_away_from_their_caution(
    memory: ThumbnailMemory, scripted_workers: Workers, qtbot: QtBot
) -> None:
    panel = CheckPanel(
        memory=memory, make_loader=lambda: ThumbnailLoader(workers=scripted_workers, edge=MADE_EDGE, parent=None)
    )
    qtbot.addWidget(panel)
    panel.show()
    scan = FolderScan(
        folder=_FOLDER,
        classes=(ClassCount(class_name="ants", images=3), ClassCount(class_name="bees", images=2)),
        problems=(),
        files=(("ants/a.jpg", "ants/b.jpg", "ants/c.jpg"), ("bees/c.jpg", "bees/d.jpg")),
        duplicates=(_TWICE, _ACROSS),
        cautions=(Caution(kind="across_classes", message="1 picture is in more than one class."),),
    )
    panel.show_scan(scan, ())
    button = panel.findChild(QPushButton, "show_duplicates")
    assert isinstance(button, QPushButton)

    QTest.keyClick(button, Qt.Key.Key_Space)

    assert panel.duplicates.isVisible()
    assert panel.duplicates.selected_group == _ACROSS
    table = panel.findChild(QTableView, "duplicate_table")
    assert isinstance(table, QTableView)
    assert table.model().rowCount() == 1
    assert panel.focusWidget() is table
