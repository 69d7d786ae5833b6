"""What the Data page makes of a scan: few findings, the worst first, each with its remedy."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QListView, QPushButton, QSpinBox
from pytestqt.qtbot import QtBot

from core.messages import Caution, ClassCount, FileProblem, FolderScan
from gui.data.findings import IMBALANCE, NOTICE, OBSTACLE, TOO_LARGE, findings_of, limit_that_helps
from gui.data.findings_view import FindingsView
from gui.shared_settings import SharedSettings

_FOLDER = Path("/pictures")


def _scan(*cautions: Caution, problems: tuple[FileProblem, ...] = (), obstacles: tuple[str, ...] = ()) -> FolderScan:
    return FolderScan(
        folder=_FOLDER,
        classes=(ClassCount(class_name="ants", images=3),),
        problems=problems,
        files=(("a.jpg", "b.jpg", "c.jpg"),),
        obstacles=obstacles,
        cautions=cautions,
    )


def _bomb(name: str, pixels: int) -> FileProblem:
    return FileProblem(
        file=_FOLDER / "ants" / name, class_name="ants", reason="Too big.", kind="too_large", pixels=pixels
    )


_UNEVEN = Caution(kind="imbalance", message="The classes are uneven.", hint="Use class weights.")


@pytest.fixture
def view(qtbot: QtBot) -> FindingsView:
    made = FindingsView()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.show()
    return made


def _button(view: FindingsView, name: str) -> QPushButton:
    button = view.findChild(QPushButton, name)
    assert isinstance(button, QPushButton)
    return button


def test_what_forbids_training_comes_first_and_remarks_last() -> None:
    scan = _scan(_UNEVEN, problems=(_bomb("a.png", 0),), obstacles=("There is only one class.",))
    found = findings_of(scan, ["2 images lie outside of any class."])
    assert [one.kind for one in found] == [OBSTACLE, TOO_LARGE, IMBALANCE, NOTICE]
    assert found[0].sentence == "There is only one class."
    assert found[2].sentence == _UNEVEN.message
    assert "class weights" in found[2].hint


def test_many_of_a_kind_are_one_finding_with_details() -> None:
    cautions = [
        Caution(kind="one_image", message=f"Class {number} has one.", hint="Add some.") for number in range(1000)
    ]
    (found,) = findings_of(_scan(*cautions))
    assert found.sentence == "1,000 classes have one image only."
    assert len(found.details) == 1000
    (obstacles,) = findings_of(_scan(obstacles=("No image in a.", "No image in b.")))
    assert obstacles.details == ("No image in a.", "No image in b.")


def test_kind_that_this_window_does_not_know_is_told_all_the_same() -> None:
    cautions = [Caution(kind="new", message="Something {odd}.") for _ in range(2)]
    (found,) = findings_of(_scan(*cautions))
    assert found.sentence == "2 times: Something {odd}."


def test_files_of_a_caution_are_named_within_the_folder() -> None:
    files = (_FOLDER / "ants" / "a.jpg", Path("/elsewhere/b.jpg"))
    (found,) = findings_of(_scan(Caution(kind="misnamed", message="Two are misnamed.", files=files)))
    assert found.details == ("ants/a.jpg", str(files[1]))
    remarks = ("is PNG", "is GIF")
    (found,) = findings_of(_scan(Caution(kind="misnamed", message="Two.", files=files, remarks=remarks)))
    assert found.details == ("ants/a.jpg is PNG", f"{files[1]} is GIF")


def test_suggested_limit_lets_every_picture_in() -> None:
    assert limit_that_helps(_scan(problems=(_bomb("a.png", 600_000_001), _bomb("b.png", 3)))) == 601
    assert limit_that_helps(_scan(problems=(_bomb("a.png", 0),))) == 179


def test_one_click_turns_class_weights_on_and_another_off(view: FindingsView, qtbot: QtBot) -> None:
    view.show_scan(_scan(_UNEVEN), ())
    button = _button(view, "use_class_weights")
    with qtbot.waitSignal(view.class_weights_wished) as wished:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert wished.args == [True]
    view.show_settings(dataclasses.replace(SharedSettings(), class_weights=True))
    assert button.text() == "Class weights are on"
    assert button.isChecked()
    with qtbot.waitSignal(view.class_weights_wished) as wished:
        QTest.keyClick(button, Qt.Key.Key_Space)
    assert wished.args == [False]
    view.show_settings(SharedSettings())
    assert button.text() == "Use class weights"


def test_limit_of_pixels_is_raised_to_what_the_box_says_and_set_back(view: FindingsView, qtbot: QtBot) -> None:
    view.show_scan(_scan(problems=(_bomb("a.png", 600_000_000),)), ())
    assert view.findChild(QPushButton, "usual_pixel_limit") is None
    box = view.findChild(QSpinBox, "pixel_limit")
    assert isinstance(box, QSpinBox)
    assert box.value() == 600
    box.setValue(300)
    with qtbot.waitSignal(view.pixel_limit_wished) as wished:
        QTest.mouseClick(_button(view, "raise_pixel_limit"), Qt.MouseButton.LeftButton)
    assert wished.args == [300_000_000]
    # Once a limit is set, the way back is offered too
    view.show_settings(SharedSettings(pixel_limit=300_000_000))
    view.show_scan(_scan(problems=(_bomb("a.png", 600_000_000),)), ())
    with qtbot.waitSignal(view.pixel_limit_wished) as wished:
        QTest.mouseClick(_button(view, "usual_pixel_limit"), Qt.MouseButton.LeftButton)
    assert wished.args == [None]


def test_raised_limit_can_be_taken_back_where_nothing_is_too_large_any_more(view: FindingsView) -> None:
    view.show_settings(SharedSettings(pixel_limit=600_000_000))
    view.show_scan(_scan(), ())
    assert "600 million" in view.findings[0].sentence
    assert _button(view, "usual_pixel_limit").isVisible()


def test_details_can_be_walked_through_with_the_keyboard(view: FindingsView) -> None:
    cautions = [Caution(kind="one_image", message=f"Class {number} has one.") for number in range(30)]
    view.show_scan(_scan(*cautions), ())
    details = view.findChild(QListView, "details_one_image")
    assert isinstance(details, QListView)
    assert details.model().rowCount() == 30
    assert details.height() < 150
    assert details.accessibleName() == "30 classes have one image only."
    assert details.focusPolicy() & Qt.FocusPolicy.TabFocus
