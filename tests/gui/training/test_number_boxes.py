from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.training.number_boxes import (
    LearningRateBox,
    ShareBox,
    WeightDecayBox,
    WholeNumberBox,
    next_learning_rate,
)


@pytest.fixture
def rate(qtbot: QtBot) -> LearningRateBox:
    box = LearningRateBox()
    qtbot.addWidget(box)
    box.setValue(1e-3)
    return box


@pytest.fixture
def share(qtbot: QtBot) -> ShareBox:
    box = ShareBox(highest=0.95, word_for_lowest="none")
    qtbot.addWidget(box)
    return box


def test_a_learning_rate_is_shown_without_trailing_zeros(rate: LearningRateBox) -> None:
    assert rate.text() == "0.001"


@pytest.mark.parametrize(("typed", "value"), [("3e-5", 3e-5), ("0.02", 0.02), ("0,5", 0.5)])
def test_a_learning_rate_is_typed_as_people_write_it(
    qtbot: QtBot, rate: LearningRateBox, typed: str, value: float
) -> None:
    rate.selectAll()
    qtbot.keyClicks(rate, typed)
    qtbot.keyClick(rate, Qt.Key.Key_Return)

    assert rate.value() == pytest.approx(value)


def test_letters_are_not_taken_for_a_learning_rate(qtbot: QtBot, rate: LearningRateBox) -> None:
    rate.selectAll()
    qtbot.keyClicks(rate, "fast")
    qtbot.keyClick(rate, Qt.Key.Key_Return)

    assert rate.value() == pytest.approx(1e-3)


def test_the_arrows_go_through_round_learning_rates(rate: LearningRateBox) -> None:
    seen = []
    for _ in range(4):
        rate.stepDown()
        seen.append(rate.text())

    assert seen == ["0.0005", "0.0002", "0.0001", "5e-05"]


def test_from_an_odd_learning_rate_the_arrows_go_to_the_nearest_round_one() -> None:
    assert next_learning_rate(0.0037, up=True) == pytest.approx(0.005)
    assert next_learning_rate(0.0037, up=False) == pytest.approx(0.002)


def test_a_share_is_shown_and_typed_in_per_cent(qtbot: QtBot, share: ShareBox) -> None:
    share.setValue(0.2)
    assert share.text() == "20 %"

    share.selectAll()
    qtbot.keyClicks(share, "12.5")
    qtbot.keyClick(share, Qt.Key.Key_Return)

    assert share.value() == pytest.approx(0.125)
    assert share.text() == "12.5 %"


def test_the_lowest_share_is_said_in_a_word(share: ShareBox) -> None:
    share.setValue(0.0)

    assert share.text() == "none"


def test_a_whole_number_has_its_unit(qtbot: QtBot) -> None:
    box = WholeNumberBox(lowest=0, highest=9, unit="epochs", word_for_lowest="off")
    qtbot.addWidget(box)

    assert box.text() == "off"
    box.setValue(3)
    assert box.text() == "3 epochs"


@pytest.fixture
def decay(qtbot: QtBot) -> WeightDecayBox:
    box = WeightDecayBox(word_for_none="by the optimizer")
    qtbot.addWidget(box)
    return box


def test_a_weight_decay_is_left_to_the_optimizer_until_someone_sets_it(decay: WeightDecayBox) -> None:
    assert decay.decay is None
    assert decay.text() == "by the optimizer"


def test_the_arrows_of_a_weight_decay_go_from_the_optimizer_over_nothing_upwards(decay: WeightDecayBox) -> None:
    shown = []
    for _ in range(4):
        decay.stepBy(1)
        shown.append(decay.text())
    decay.stepBy(-4)

    assert shown == ["0", "1e-05", "2e-05", "5e-05"]
    assert decay.decay is None


@pytest.mark.parametrize(("typed", "decay_then"), [("0.004", 0.004), ("0", 0.0), ("0,01", 0.01)])
def test_a_weight_decay_can_be_typed(qtbot: QtBot, decay: WeightDecayBox, typed: str, decay_then: float) -> None:
    decay.selectAll()
    qtbot.keyClicks(decay, typed)
    decay.interpretText()

    assert decay.decay == pytest.approx(decay_then)


def test_a_weight_decay_that_is_no_number_changes_nothing(qtbot: QtBot, decay: WeightDecayBox) -> None:
    decay.set_decay(0.004)

    decay.selectAll()
    qtbot.keyClicks(decay, "-")
    decay.interpretText()

    assert decay.decay == pytest.approx(0.004)


def test_one_of_a_thing_is_said_as_one_and_typing_goes_on(qtbot: QtBot) -> None:
    box = WholeNumberBox(lowest=0, highest=100, unit="epochs", unit_of_one="epoch", word_for_lowest="off")
    qtbot.addWidget(box)
    at_first = box.text()

    box.selectAll()
    qtbot.keyClicks(box, "1")
    one = box.text()
    qtbot.keyClicks(box, "2")

    assert (at_first, one, box.text()) == ("off", "1 epoch", "12 epochs")
