from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QComboBox, QDoubleSpinBox, QLabel, QLineEdit, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from core.training.specification import TrainingSpecification
from gui.training.settings_form import SettingsForm


@pytest.fixture
def form(qtbot: QtBot) -> SettingsForm:
    made = SettingsForm()
    qtbot.addWidget(made)
    made.show()
    return made


def find(form: SettingsForm, kind: type[Any], name: str) -> Any:
    found = form.findChild(kind, name)
    assert found is not None, name
    return found


def specification(form: SettingsForm) -> TrainingSpecification:
    return form.specification(folder=Path("ants"), run=Path("run"), thaw="head", thaw_batch_norm=False)


def test_an_untouched_form_is_the_specification_with_its_own_defaults(form: SettingsForm) -> None:
    assert specification(form) == TrainingSpecification(folder=Path("ants"), run=Path("run"))


@pytest.mark.parametrize(
    "name", ["epochs", "batch_size", "learning_rate", "validation_split", "weights_choice", "more_settings"]
)
def test_the_usual_settings_are_in_sight(form: SettingsForm, name: str) -> None:
    field = find(form, QWidget, name)

    assert field.isVisible()


@pytest.mark.parametrize("name", ["optimizer", "seed", "image_size", "hidden", "dropout", "early_stopping", "run_name"])
def test_the_rarer_settings_are_folded_away_until_they_are_wanted(form: SettingsForm, name: str) -> None:
    field = find(form, QWidget, name)
    assert not field.isVisible()

    find(form, QToolButton, "more_settings").click()

    assert field.isVisible()


def test_every_setting_reaches_the_specification(form: SettingsForm) -> None:
    for name, number in (("epochs", 7), ("batch_size", 5), ("seed", 11), ("hidden", 64), ("early_stopping", 3)):
        find(form, QSpinBox, name).setValue(number)
    find(form, QSpinBox, "image_size").setValue(96)
    for name, share in (("learning_rate", 0.02), ("validation_split", 0.3), ("dropout", 0.25)):
        find(form, QDoubleSpinBox, name).setValue(share)
    find(form, QComboBox, "optimizer").setCurrentText("SGD")
    find(form, QComboBox, "weights_choice").setCurrentIndex(1)
    form.class_weights.setChecked(True)
    form.feature_store.setChecked(False)

    made = specification(form)

    expected = TrainingSpecification(
        folder=Path("ants"),
        run=Path("run"),
        epochs=7,
        batch_size=5,
        learning_rate=0.02,
        optimizer="sgd",
        validation_split=0.3,
        seed=11,
        weights="random",
        image_size=96,
        hidden=64,
        dropout=0.25,
        class_weights=True,
        early_stopping=3,
        feature_store=False,
    )
    assert dataclasses.asdict(made) == pytest.approx(dataclasses.asdict(expected))


def test_a_weights_file_is_asked_for_only_when_it_is_the_choice(qtbot: QtBot, form: SettingsForm) -> None:
    line = find(form, QLineEdit, "weights_file")
    assert not line.isVisible()

    with qtbot.waitSignal(form.changed):
        find(form, QComboBox, "weights_choice").setCurrentIndex(2)

    assert line.isVisible()
    assert form.weights.weights == ""
    line.setText("/weights/mine.weights.h5")
    assert form.weights.weights == "/weights/mine.weights.h5"


def test_random_weights_are_said_to_transfer_nothing(form: SettingsForm) -> None:
    form.weights.set_weights("random")

    said = [label.text() for label in form.weights.findChildren(QLabel) if label.isVisible()]
    assert said == ["Nothing is transferred: expect worse results."]
