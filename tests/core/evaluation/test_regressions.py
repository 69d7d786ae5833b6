from __future__ import annotations

from pathlib import Path

from core.evaluation.regressions import Answer, change_between
from core.messages import Regression


def answers(**said: tuple[str, str, float]) -> dict[Path, Answer]:
    return {
        Path(name): Answer(true_class=true, predicted_class=called, probability=share)
        for name, (true, called, share) in said.items()
    }


def test_what_was_right_and_is_wrong_now_is_named_the_surest_first() -> None:
    before = answers(a=("ants", "ants", 0.9), b=("bees", "bees", 0.8), c=("bees", "ants", 0.7), d=("ants", "ants", 0.6))
    now = answers(a=("ants", "bees", 0.6), b=("bees", "ants", 0.95), c=("bees", "bees", 0.9), d=("ants", "ants", 0.6))

    change = change_between(before, now)

    assert change.regressions == (
        Regression(file=Path("b"), true_class="bees", probability_before=0.8, predicted_class="ants", probability=0.95),
        Regression(file=Path("a"), true_class="ants", probability_before=0.9, predicted_class="bees", probability=0.6),
    )
    assert (change.images, change.improved) == (4, 1)
    assert (change.accuracy_before, change.accuracy) == (0.75, 0.5)


def test_only_images_that_both_were_asked_about_count() -> None:
    change = change_between(answers(a=("ants", "ants", 0.9)), answers(b=("ants", "bees", 0.9)))

    assert (change.images, change.regressions, change.accuracy) == (0, (), 0.0)
