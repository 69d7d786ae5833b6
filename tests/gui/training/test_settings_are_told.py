from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from gui.session import Session
from gui.shared_settings import SharedSettings
from gui.training.page import TrainPage
from gui.training.settings_form import SettingsForm
from gui.worker.workers import Workers


@pytest.fixture
def form(qtbot: QtBot, session: Session, scripted_workers: Workers) -> SettingsForm:
    """Give the form of a page."""
    page = TrainPage(session=session, workers=scripted_workers)
    qtbot.addWidget(page)
    found = page.findChild(SettingsForm)
    assert found is not None
    return found


def test_other_pages_hear_what_the_next_training_will_see(qtbot: QtBot, session: Session, form: SettingsForm) -> None:
    with qtbot.waitSignal(session.settings_changed):
        form.show_values(image_size=96, batch_size=8, validation_split=0.25, weights="random", seed=7)

    assert session.settings == SharedSettings(
        image_size=96, batch_size=8, validation_split=0.25, weights="random", seed=7
    )


def test_what_is_typed_on_the_way_is_not_told(qtbot: QtBot, session: Session, form: SettingsForm) -> None:
    told: list[int] = []
    session.settings_changed.connect(lambda settings: told.append(settings.image_size))

    with qtbot.waitSignal(session.settings_changed):
        for size in (32, 100, 96):
            form.show_values(image_size=size)

    assert told == [96]


def test_weights_are_told_of_when_their_file_is_there(
    qtbot: QtBot, tmp_path: Path, session: Session, form: SettingsForm
) -> None:
    file, line = tmp_path / "mine.weights.h5", form.findChild(QLineEdit, "weights_file")
    assert line is not None
    file.write_bytes(b"weights")
    form.weights.set_weights(str(tmp_path / "other.weights.h5"))
    with qtbot.waitSignal(session.settings_changed):
        form.show_values(batch_size=8)
    missing = session.settings.weights

    with qtbot.waitSignal(session.settings_changed):
        line.setText(str(file))

    assert missing == "imagenet"
    assert session.settings.weights == str(file)


def test_what_another_page_turns_on_is_shown_in_the_form_and_stays(
    qtbot: QtBot, session: Session, form: SettingsForm
) -> None:
    # Given class weights that the Data page turned on, and a limit of pixels that it set
    session.set_settings(dataclasses.replace(session.settings, class_weights=True, pixel_limit=600_000_000))
    assert form.values()["class_weights"] is True
    # When something else is set in the form
    with qtbot.waitSignal(session.settings_changed):
        form.show_values(batch_size=8)
    # Then neither is lost
    assert session.settings == SharedSettings(batch_size=8, class_weights=True, pixel_limit=600_000_000)
    session.set_settings(dataclasses.replace(session.settings, class_weights=False))
    assert form.values()["class_weights"] is False


def test_form_that_is_made_later_shows_what_was_turned_on_before(
    qtbot: QtBot, session: Session, scripted_workers: Workers
) -> None:
    session.set_settings(SharedSettings(class_weights=True))
    page = TrainPage(session=session, workers=scripted_workers)
    qtbot.addWidget(page)
    form = page.findChild(SettingsForm)
    assert form is not None
    assert form.values()["class_weights"] is True
