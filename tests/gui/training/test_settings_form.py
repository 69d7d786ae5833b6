from __future__ import annotations

import dataclasses
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from core.training.specification import TrainingSpecification
from gui.training.setting_field import show_value
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


#: A value that is not the default, for every setting of the form.
OTHER_VALUES = {
    "epochs": 7,
    "batch_size": 5,
    "learning_rate": 0.02,
    "validation_split": 0.3,
    "weights": "random",
    "hidden": 64,
    "dropout": 0.25,
    "optimizer": "sgd",
    "weight_decay": 0.01,
    "schedule": "cosine",
    "label_smoothing": 0.1,
    "head_first": 4,
    "early_stopping": 3,
    "class_weights": True,
    "image_size": 96,
    "views": 5,
    "fresh_views": True,
    "engine": "openvino",
    "feature_dtype": "float16",
    "devices": 2,
    "mixed_precision": True,
    "feature_store": False,
    "seed": 11,
}


def test_every_field_of_the_specification_that_a_person_sets_is_in_the_form(form: SettingsForm) -> None:
    set_elsewhere = {"folder", "run", "thaw", "thaw_batch_norm", "validation_folder", "time_limit"}
    set_elsewhere |= {"pixel_limit", "held_out", "inner_classes", "backbone", "store"}

    assert set(form.fields) == {one.name for one in dataclasses.fields(TrainingSpecification)} - set_elsewhere


def test_every_setting_reaches_the_specification(form: SettingsForm) -> None:
    form.show_whether_thawed(True)

    for name, value in OTHER_VALUES.items():
        show_value(form.fields[name], value)

    expected = TrainingSpecification(folder=Path("ants"), run=Path("run"), **OTHER_VALUES)  # type: ignore[arg-type]
    assert dataclasses.asdict(specification(form)) == pytest.approx(dataclasses.asdict(expected))


@pytest.mark.parametrize("name", OTHER_VALUES)
def test_every_change_of_a_setting_is_told(qtbot: QtBot, form: SettingsForm, name: str) -> None:
    with qtbot.waitSignal(form.changed):
        show_value(form.fields[name], OTHER_VALUES[name])


@pytest.mark.parametrize("name", sorted(set(OTHER_VALUES) - {"weights"}))
def test_every_setting_has_its_name_its_words_and_a_sentence_that_explains_it(form: SettingsForm, name: str) -> None:
    field = find(form, QWidget, name)

    assert field.accessibleName()
    assert field.toolTip().endswith(".")
    assert field.accessibleDescription() == field.toolTip()


def test_defaults_come_back_at_a_click_and_only_then_are_they_offered(form: SettingsForm) -> None:
    form.unfold(True)
    restore = find(form, QPushButton, "restore_defaults")
    assert not restore.isVisible()
    for name, value in OTHER_VALUES.items():
        show_value(form.fields[name], value)
    find(form, QLineEdit, "run_name").setText("mine")
    assert restore.isVisible()

    restore.click()

    assert specification(form) == TrainingSpecification(folder=Path("ants"), run=Path("run"))
    assert form.run_name == "mine"
    assert not restore.isVisible()


def test_what_was_changed_while_folded_away_is_counted(form: SettingsForm) -> None:
    more = find(form, QToolButton, "more_settings")
    assert more.text() == "More"

    show_value(form.fields["dropout"], 0.5)
    show_value(form.fields["schedule"], "cosine")
    show_value(form.fields["epochs"], 3)

    assert more.text() == "More (2 changed)"


def test_head_first_needs_thawed_layers_and_says_so(form: SettingsForm) -> None:
    field = find(form, QSpinBox, "head_first")
    assert not field.isEnabled()
    assert field.toolTip().startswith("Nothing is thawed")

    form.show_whether_thawed(True)

    assert field.isEnabled()
    assert "a tenth of the learning rate" in field.toolTip()


def test_fresh_augmentation_turns_the_store_off_and_says_what_it_costs(form: SettingsForm) -> None:
    form.unfold(True)
    fresh, store = find(form, QCheckBox, "fresh_views"), find(form, QCheckBox, "feature_store")
    note = find(form, QLabel, "augmentation_note")
    assert not note.isVisible()

    fresh.click()

    assert not store.isEnabled()
    assert not specification(form).feature_store
    assert "through the whole network in every epoch" in note.text()
    assert note.isVisible()
    fresh.click()
    assert specification(form).feature_store
    assert not note.isVisible()


def test_a_store_that_was_off_stays_off_after_fresh_augmentation(form: SettingsForm) -> None:
    find(form, QCheckBox, "feature_store").setChecked(False)

    find(form, QCheckBox, "fresh_views").setChecked(True)
    find(form, QCheckBox, "fresh_views").setChecked(False)

    assert not specification(form).feature_store


def test_several_views_say_what_they_cost(form: SettingsForm) -> None:
    find(form, QSpinBox, "views").setValue(5)

    assert find(form, QLabel, "augmentation_note").text() == (
        "The frozen part is computed 5 times for each training picture, once."
    )


def test_the_wheel_scrolls_the_form_rather_than_change_a_field_without_the_keyboard(form: SettingsForm) -> None:
    field = find(form, QSpinBox, "batch_size")
    field.clearFocus()
    centre = QPointF(field.rect().center())
    wheel = QWheelEvent(
        centre, field.mapToGlobal(centre), QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip

    QApplication.sendEvent(field, wheel)

    assert field.value() == 32
    assert not wheel.isAccepted()


def test_a_search_that_is_not_possible_says_why(qtbot: QtBot, form: SettingsForm) -> None:
    button = find(form, QPushButton, "find_learning_rate")
    with qtbot.waitSignal(form.learning_rate_search_wanted):
        button.click()

    form.allow_search("A training is under way.")

    assert not button.isEnabled()
    assert button.toolTip() == "A training is under way."


def test_the_keyboard_goes_through_the_form_from_top_to_bottom(form: SettingsForm) -> None:
    form.unfold(True)
    form.show_whether_thawed(True)
    widget, names = find(form, QSpinBox, "epochs"), []
    while widget.objectName() != "run_name":
        if widget.objectName() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            names.append(widget.objectName())
        widget = widget.nextInFocusChain()

    in_order = [name for name in names if not name.startswith("qt_")]
    usual = ["epochs", "batch_size", "learning_rate", "find_learning_rate", "validation_split"]
    assert in_order[:7] == [*usual, "weights_choice", "weights_file"]
    assert in_order[7:] == ["more_settings", *[name for name in OTHER_VALUES if name not in [*usual, "weights"]]]


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
