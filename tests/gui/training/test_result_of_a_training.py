from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from core.errors import Failure
from core.messages import RunFinished, RunSeconds
from gui.training.result_panel import ResultPanel
from gui.training.result_words import facts_of, frozen_layers_in_words
from gui.training.weights_panel import WeightsPanel

RESULT = RunFinished(
    run=Path("run"),
    best_epoch=12,
    val_accuracy=0.958,
    epochs=20,
    stopped=False,
    frozen_layers_checked=106,
    frozen_layers_changed=0,
    seconds=RunSeconds(decode=0.42, extract=3.2, fit=0.31, total=6.3),
    images_extracted=195,
    images_reused=49,
)


def test_what_came_of_a_training_is_said_in_short_facts() -> None:
    facts = {caption: value for caption, value, _ in facts_of(RESULT)}

    assert facts == {
        "Best epoch": "12 of 20",
        "Validation accuracy": "95.8 %",
        "Whole time": "6.3 s",
        "Decoding": "0.4 s",
        "Features": "3.2 s",
        "Fitting": "0.3 s",
        "Pictures": "195 computed, 49 reused",
    }


@pytest.mark.parametrize(("extracted", "reused", "words"), [(0, 244, "all 244 reused"), (244, 0, "244 computed")])
def test_it_is_said_what_was_computed_and_what_was_reused(extracted: int, reused: int, words: str) -> None:
    result = dataclasses.replace(RESULT, images_extracted=extracted, images_reused=reused)

    assert {caption: value for caption, value, _ in facts_of(result)}["Pictures"] == words


def test_of_a_run_that_was_opened_again_it_is_not_known_what_was_reused() -> None:
    result = dataclasses.replace(RESULT, images_extracted=0, images_reused=0)

    assert "Pictures" not in {caption for caption, _, _ in facts_of(result)}


def test_without_validation_there_is_no_accuracy_to_tell() -> None:
    facts = {caption: value for caption, value, _ in facts_of(dataclasses.replace(RESULT, val_accuracy=None))}

    assert facts["Validation accuracy"] == "–"


def test_the_proof_of_freezing_is_shown(qtbot: QtBot) -> None:
    panel = ResultPanel()
    qtbot.addWidget(panel)
    assert panel.isHidden()

    panel.show_result(RESULT)

    assert not panel.isHidden()
    proof = panel.findChild(QLabel, "freezing_proof")
    assert proof is not None
    assert proof.text() == "106 of 106 frozen layers unchanged"


def test_a_frozen_layer_that_changed_is_a_loud_warning(qtbot: QtBot) -> None:
    panel = ResultPanel()
    qtbot.addWidget(panel)

    panel.show_result(dataclasses.replace(RESULT, frozen_layers_changed=2))

    proof = panel.findChild(QLabel, "freezing_proof")
    assert proof is not None
    assert proof.text() == "2 of 106 frozen layers changed: don't rely on this model"
    assert proof.font().bold() or proof.font().weight() > QLabel().font().weight()


def test_where_nothing_was_frozen_nothing_is_proved() -> None:
    assert "none to check" in frozen_layers_in_words(dataclasses.replace(RESULT, frozen_layers_checked=0))


def test_missing_weights_have_three_ways_out(qtbot: QtBot) -> None:
    panel = WeightsPanel()
    qtbot.addWidget(panel)
    assert panel.isHidden()

    panel.show_failure(Failure("weights_unavailable", "The weights can't be had.", ""))

    assert not panel.isHidden()
    assert any(label.text() == "The weights can't be had." for label in panel.findChildren(QLabel))
    ways = {
        "choose_weights_file": panel.file_wanted,
        "retry_weights": panel.retry_wanted,
        "use_random_weights": panel.random_wanted,
    }
    for name, wanted in ways.items():
        with qtbot.waitSignal(wanted):
            _button(panel, name).click()


def _button(panel: WeightsPanel, name: str) -> QPushButton:
    button = panel.findChild(QPushButton, name)
    assert button is not None
    return button


def test_random_weights_are_offered_with_what_they_cost(qtbot: QtBot) -> None:
    panel = WeightsPanel()
    qtbot.addWidget(panel)

    way = panel.findChild(QWidget, "use_random_weights")

    assert way is not None
    assert "No transfer" in way.accessibleDescription()
    assert "worse" in way.accessibleDescription()
