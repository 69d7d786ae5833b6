from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import pytest

from core.command_line.event_json import event_line, failure_line
from core.command_line.event_text import text_of
from core.errors import Failure
from core.messages import (
    AverageMetrics,
    BatchFinished,
    EpochFinished,
    Evaluation,
    ImageAnswers,
    ImagePredicted,
    ImageRefused,
    ImageShown,
    LearningRatesTried,
    MachineDescription,
    MachineFact,
    Mistake,
    Notice,
    PhaseStarted,
    RunFinished,
    RunSeconds,
    SuspectedLabel,
)

EPOCH = EpochFinished(
    epoch=3, loss=0.5, accuracy=0.75, val_loss=None, val_accuracy=None, learning_rate=1e-3, seconds=0.1
)


def test_the_keys_are_the_fields_of_the_event() -> None:
    line = json.loads(event_line(EPOCH))

    shown = {one.name: getattr(EPOCH, one.name) for one in dataclasses.fields(EPOCH) if one.repr}
    assert line == {"event": "epoch", **shown}
    assert list(line)[:3] == ["event", "epoch", "loss"]


@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_is_not_a_number_is_null(value: float) -> None:
    line = event_line(dataclasses.replace(EPOCH, loss=value, val_loss=value))

    assert json.loads(line)["loss"] is None
    assert json.loads(line)["val_loss"] is None


def test_a_phase_and_the_rates_that_were_tried_are_said_in_words() -> None:
    phase = PhaseStarted(
        first_epoch=4,
        last_epoch=9,
        thaw="conv5",
        thaw_batch_norm=False,
        learning_rate=1e-4,
        cut_layer="conv4_block6_out",
        frozen_layers=96,
        trainable_parameters=1_000,
        reason="planned",
    )
    tried = LearningRatesTried(rates=(1e-5, 1e-3), losses=(0.7, 0.4), suggestion=1e-4)

    assert "From epoch 4 on, thawed: conv5; learning rate 0.0001" in text_of(phase)[0]
    assert text_of(tried)[-1] == "Suggested: --learning-rate 0.0001"


def test_pixels_stay_out_of_json() -> None:
    shown = ImageShown(index=0, width=2, height=1, pixels=b"abcdef")

    assert json.loads(event_line(shown)) == {"event": "picture", "index": 0, "width": 2, "height": 1}
    assert text_of(shown) == []


def test_a_prediction_is_a_line() -> None:
    event = ImagePredicted(index=0, source="a.png", top=(("ants", 0.75), ("bees", 0.25)), seconds=0.01)

    assert json.loads(event_line(event)) == {
        "event": "prediction",
        "index": 0,
        "source": "a.png",
        "top": [["ants", 0.75], ["bees", 0.25]],
        "seconds": 0.01,
        "distance": None,
        "threshold": None,
        "farther_than": None,
        "is_unlike": False,
    }


def test_a_line_stays_one_line_of_ascii() -> None:
    line = event_line(Notice(message="two\nlines, a snowflake \u2744 and a broken name \udcff"))

    assert line.isascii()
    assert "\n" not in line
    assert json.loads(line)["message"].startswith("two\nlines, a snowflake \u2744")


def test_a_failure_has_kind_message_and_hint() -> None:
    assert json.loads(failure_line(Failure("weights_unavailable", "There are none.", "Get some."))) == {
        "event": "failed",
        "kind": "weights_unavailable",
        "message": "There are none.",
        "hint": "Get some.",
    }


def test_batches_say_nothing_to_people() -> None:
    assert text_of(BatchFinished(epoch=1, batch=2, batches=3, loss=0.1, accuracy=0.9)) == []


def test_an_epoch_without_validation_leaves_it_out() -> None:
    [without] = text_of(EPOCH)
    [with_validation] = text_of(dataclasses.replace(EPOCH, val_loss=0.4, val_accuracy=0.8))

    assert "validation" not in without
    assert "validation loss 0.4000  validation accuracy 80.0%" in with_validation


def test_the_end_of_a_run_tells_the_proof_of_freezing() -> None:
    text = "\n".join(
        text_of(
            RunFinished(
                run=Path("run"),
                best_epoch=1,
                val_accuracy=0.9,
                epochs=1,
                stopped=True,
                frozen_layers_checked=106,
                frozen_layers_changed=2,
                seconds=RunSeconds(decode=1, extract=2, fit=3, total=6),
                images_extracted=1,
                images_reused=1000,
            )
        )
    )

    assert "Stopped after 1 epoch; kept epoch 1, validation accuracy 90.0%" in text
    assert "104 of 106 frozen layers unchanged" in text
    assert "1 image computed" in text
    assert "1,000 reused" in text


def test_a_refused_picture_is_named_with_the_reason() -> None:
    assert text_of(ImageRefused(index=0, source="a.txt", reason="It is not an image.")) == [
        "a.txt: It is not an image."
    ]


def test_an_evaluation_shows_the_first_mistakes_and_counts_the_rest() -> None:
    mistakes = tuple(
        Mistake(file=Path(f"{number}.png"), true_class="a", predicted_class="b", probability=0.9)
        for number in range(25)
    )
    lines = text_of(
        Evaluation(
            model=Path("run"),
            folder=Path("photos"),
            split="folder",
            images=25,
            loss=1.0,
            accuracy=0.0,
            class_names=("a", "b"),
            confusion=((0, 25), (0, 0)),
            classes=(),
            mistakes=mistakes,
        )
    )

    assert sum(line.endswith("is a") for line in lines) == 20
    assert lines[-1] == "  and 5 more"


def an_evaluation(classes: int) -> Evaluation:
    names = tuple(f"class {number}" for number in range(classes))
    return Evaluation(
        model=Path("run"),
        folder=Path("photos"),
        split="folder",
        images=25,
        loss=1.0,
        accuracy=0.5,
        class_names=names,
        confusion=tuple(tuple(7 * (row == 1 and column == 2) for column in range(classes)) for row in range(classes)),
        classes=(),
        mistakes=(),
        averages=(AverageMetrics(average="macro", precision=0.5, recall=0.25, f1=0.3, support=25),),
        top_k=((1, 0.5), (3, 0.75)),
        calibration_error=0.125,
        suspects=(
            SuspectedLabel(
                file=Path("a.png"),
                name="a.png",
                class_name="class 1",
                suggested_class="class 2",
                probability=0.9,
                own_probability=0.01,
                threshold=0.8,
            ),
        ),
        suspects_remark="Some were not judged.",
        answers=ImageAnswers(names=("a.png",), labels=(1,), predicted=(2,), probabilities=(0.9,)),
    )


def test_an_evaluation_says_how_sure_it_was_and_which_labels_may_be_wrong() -> None:
    lines = text_of(an_evaluation(3))

    assert "Among the 3 likeliest 75.0%, expected calibration error 12.5%" in lines
    assert any(line.split() == ["(macro)", "50.0%", "25.0%", "30.0%", "25"] for line in lines)
    assert lines[-4:] == [
        "Labels that may be wrong:",
        "  a.png: class 1, or class 2 (90.0%)?",
        "",
        "Some were not judged.",
    ]


def test_of_many_classes_the_pairs_that_are_confused_are_told_rather_than_a_matrix() -> None:
    lines = text_of(an_evaluation(1000))

    assert max(map(len, lines)) < 120
    assert any(line.split() == ["class", "1", "class", "2", "7"] for line in lines)


def test_answers_to_every_image_stay_out_of_json() -> None:
    line = json.loads(event_line(an_evaluation(3)))

    assert "answers" not in line
    assert line["suspects"][0]["suggested_class"] == "class 2"
    assert line["top_k"] == [[1, 0.5], [3, 0.75]]


def test_the_doctor_s_remedy_stands_below_its_finding() -> None:
    lines = text_of(
        MachineDescription(
            backend="tensorflow",
            device="CPU",
            facts=(
                MachineFact(topic="GPU", finding="none in use", ok=False, remedy="Install CUDA."),
                MachineFact(topic="keras", finding="3.15.1", ok=True),
            ),
        )
    )

    assert lines[0].startswith("!!  GPU")
    assert lines[1].strip() == "Install CUDA."
    assert lines[2].startswith("ok  keras")
