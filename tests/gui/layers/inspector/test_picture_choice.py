from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from core.messages import FolderScan
from gui.layers.inspector.picture_choice import PictureChoice


@pytest.fixture
def choice(qtbot: QtBot, insects: FolderScan) -> PictureChoice:
    made = PictureChoice()
    made.show_scan(insects)
    return made


def test_without_a_folder_there_is_no_picture(qtbot: QtBot) -> None:
    choice = PictureChoice()

    choice.step(1)

    assert choice.source is None
    assert (choice.name, choice.place, choice.class_names) == ("", (0, 0), ())


def test_first_picture_of_the_folder_is_chosen_at_first(choice: PictureChoice, insects: FolderScan) -> None:
    assert choice.source == insects.folder / "ants" / "ants_0.jpg"
    assert choice.name == "ants_0.jpg"
    assert choice.place == (1, 3)


def test_classes_without_pictures_are_not_offered(choice: PictureChoice) -> None:
    assert choice.class_names == ("ants", "wasps")


def test_steps_go_round_and_round_in_a_class(choice: PictureChoice) -> None:
    names = []
    for _ in range(4):
        names.append(choice.name)
        choice.step(1)
    choice.step(-1)
    choice.step(-1)

    assert names == ["ants_0.jpg", "ants_1.jpg", "ants_2.jpg", "ants_0.jpg"]
    assert choice.name == "ants_2.jpg"


def test_another_class_begins_with_its_first_picture(choice: PictureChoice, insects: FolderScan) -> None:
    choice.step(1)

    choice.choose_class(1)

    assert choice.source == insects.folder / "wasps" / "wasps_0.jpg"
    assert choice.place == (1, 2)


def test_same_class_again_is_no_change(choice: PictureChoice, qtbot: QtBot) -> None:
    choice.step(1)

    with qtbot.assertNotEmitted(choice.changed):
        choice.choose_class(0)

    assert choice.name == "ants_1.jpg"


def test_dropped_picture_goes_first_and_a_step_puts_it_away(choice: PictureChoice) -> None:
    choice.step(1)
    choice.take_dropped(Path("/elsewhere/bee.png"))
    assert (choice.source, choice.name, choice.is_dropped) == (Path("/elsewhere/bee.png"), "bee.png", True)

    choice.step(1)

    assert not choice.is_dropped
    assert choice.name == "ants_1.jpg"


def test_encoded_picture_has_a_name_too(choice: PictureChoice) -> None:
    choice.take_dropped(b"encoded")

    assert choice.source == b"encoded"
    assert choice.name == "Dropped picture"


def test_class_of_a_dropped_picture_can_be_chosen_again(choice: PictureChoice) -> None:
    choice.take_dropped(b"encoded")

    choice.choose_class(0)

    assert choice.name == "ants_0.jpg"


def test_chosen_picture_stays_when_the_folder_is_scanned_again(choice: PictureChoice, insects: FolderScan) -> None:
    choice.choose_class(1)
    choice.step(1)
    more = (("ants/a_new_one.jpg", *insects.files[0]), insects.files[1], ("wasps/another.jpg", *insects.files[2]))

    choice.show_scan(replace(insects, files=more))

    assert choice.name == "wasps_1.jpg"
    assert choice.place == (3, 3)


def test_picture_that_is_gone_gives_way_to_the_first(choice: PictureChoice, insects: FolderScan) -> None:
    choice.choose_class(1)

    choice.show_scan(replace(insects, files=(insects.files[0], (), ())))

    assert choice.name == "ants_0.jpg"


def test_dropped_picture_outlives_its_folder(choice: PictureChoice) -> None:
    choice.take_dropped(b"encoded")

    choice.show_scan(None)

    assert choice.source == b"encoded"
