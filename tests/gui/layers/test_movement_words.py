"""What is said of movement and of the proof of freezing, in plain functions."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from core.messages import EpochFinished
from core.network.description import HEAD, NetworkDescription
from gui.layers.moved_run import MovedRun, furthest, movement_by_layer, unreadable_run
from gui.layers.movement_words import epoch_in_words, is_broken, proof_in_words, story_in_words


def epoch(number: int, **movement: float) -> EpochFinished:
    return EpochFinished(
        epoch=number,
        loss=1.0,
        accuracy=0.5,
        val_loss=None,
        val_accuracy=None,
        learning_rate=1e-3,
        seconds=0.1,
        movement=tuple(movement.items()),
    )


def run(*epochs: EpochFinished, **changes: Any) -> MovedRun:
    usual: dict[str, Any] = {
        "name": "insects",
        "thaw": "conv5_block3",
        "planned": 20,
        "running": False,
        "checked": 103,
        "changed": 0,
    }
    return MovedRun(epochs=epochs, **(usual | changes))


def test_layers_of_the_head_are_one_under_the_name_of_its_row(network: NetworkDescription) -> None:
    values = movement_by_layer(epoch(1, conv5_block3_2_conv=0.02, head_hidden=0.3, predictions=0.1), network)
    assert values == {"conv5_block3_2_conv": 0.02, HEAD: 0.3}
    assert furthest(values) == ("conv5_block3_2_conv", 0.02)
    assert furthest({HEAD: 0.3}) is None


def test_story_tells_run_and_epoch_and_what_moved_furthest() -> None:
    one = run(epoch(1, conv5_block3_1_conv=0.001, conv5_block3_2_conv=0.0034))
    values = dict(one.epochs[0].movement)
    words = story_in_words(one, 1, values)
    assert "in epoch 1 of “insects”" in words
    assert words.endswith("Furthest: conv5_block3_2_conv, 0.34 %.")


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (None, "Nothing was trained yet."),
        (run(running=True), "on its way to its first epoch"),
        (run(), "has no epoch to show"),
        (unreadable_run(Path("/runs/insects")), "has no epoch to show"),
        (run(epoch(1)), "before that was measured"),
    ],
)
def test_story_says_why_there_is_nothing_to_see(shown: MovedRun | None, words: str) -> None:
    assert words in story_in_words(shown, 0, {})


def test_story_of_a_run_of_the_head_alone_says_that_the_rest_was_frozen() -> None:
    words = story_in_words(run(epoch(1, predictions=0.1)), 1, {HEAD: 0.1})
    assert words.endswith("The whole backbone was frozen.")


def test_epochs_are_counted_as_far_as_they_are_known() -> None:
    assert epoch_in_words(None, 0) == epoch_in_words(run(running=True), 0) == "No epoch yet"
    assert epoch_in_words(run(epoch(1), epoch(2), epoch(3)), 2) == "Epoch 2 of 3"


@pytest.mark.parametrize(
    ("shown", "words"),
    [
        (None, ""),
        (unreadable_run(Path("/runs/insects")), ""),
        (run(epoch(1)), "103 of 103 frozen layers bit-identical"),
        (run(epoch(1), checked=0), "No layer was frozen, so there was none to compare."),
        (run(epoch(1), changed=2), "2 of 103 frozen layers changed: don't rely on this model."),
        (run(epoch(1), running=True, checked=None, changed=None), "compared bit by bit when the training is over."),
        (run(epoch(1), checked=None, changed=None), "the training did not come to its end."),
    ],
)
def test_proof_says_what_the_digests_say(shown: MovedRun | None, words: str) -> None:
    assert proof_in_words(shown).endswith(words)
    assert is_broken(shown) is (shown is not None and shown.changed == 2)
