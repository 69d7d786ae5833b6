from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from core.export.card import CardFacts, is_untouched_card, write_card
from core.export.card_text import card_text, code, escaped
from core.messages import ClassMetrics, Evaluation, ModelExported
from core.network.description import LayerDescription, NetworkDescription
from core.training.phases import planned_phases
from core.training.run_record import RunRecord, Unlikeness
from core.training.specification import TrainingSpecification

CLASSES = ("ants", "bees|wasps")


def exported_to(destination: Path, form: str = "keras") -> ModelExported:
    return ModelExported(
        format=form,
        destination=destination,
        labels=destination.with_name("ants.labels.txt"),
        size_bytes=94_987_654,
        images_compared=32,
        max_difference=3e-7,
    )


def record(**wishes: object) -> RunRecord:
    folder = Path("/pictures")
    specification = dataclasses.replace(TrainingSpecification(folder=folder, run=Path("/run")), **wishes)  # type: ignore[arg-type]
    return RunRecord(
        specification=specification,
        state="finished",
        created="2026-03-01T12:00:00+00:00",
        class_names=CLASSES,
        trainable_layers=("conv5_block3_2_conv",),
        cut_layer="conv5_block2_out",
        dataset_digest="0123456789abcdef",
        training_files=("ants/1.png", "ants/2.png", "bees|wasps/1.png"),
        validation_files=("ants/3.png",),
        phases=planned_phases(specification),
        best_epoch=7,
        backend="torch",
        device="CPU",
        versions={"keras": "3.15.1", "torch": "2.13.0"},
        frozen_layers_checked=105,
    )


EVALUATION = Evaluation(
    model=Path("/run"),
    folder=Path("/pictures"),
    split="validation",
    images=10,
    loss=0.25,
    accuracy=0.8,
    class_names=CLASSES,
    confusion=((4, 1), (1, 4)),
    classes=tuple(ClassMetrics(class_name=name, precision=0.8, recall=0.75, f1=0.77, support=5) for name in CLASSES),
    mistakes=(),
)


def facts(destination: Path, **changes: object) -> CardFacts:
    known = CardFacts(
        exported=exported_to(destination),
        class_names=CLASSES,
        image_size=224,
        loading_lines="import keras\nprint('ants')",
        record=record(thaw="conv5_block3_2_conv"),
        evaluation=EVALUATION,
    )
    return dataclasses.replace(known, **changes)  # type: ignore[arg-type]


def test_a_card_says_what_the_model_was_made_from_and_how_good_it_is(tmp_path: Path) -> None:
    card = card_text(facts(tmp_path / "mine.keras"))

    assert "digest of their names and contents\n(xxh3, 128 bits): `0123456789abcdef`" in card
    assert "| ants | 2 | 1 |\n| bees\\|wasps | 1 | 0 |\n" in card
    assert "|  | ants | bees\\|wasps |\n| --- | ---: | ---: |\n| ants | 4 | 1 |\n| bees\\|wasps | 1 | 4 |\n" in card
    assert "accuracy **80.0 %**, loss 0.2500" in card
    assert "thaw were given as `conv5_block3_2_conv`" in card
    assert "| torch | 2.13.0 |" in card
    assert "32 pictures: no probability differs by more than 3.0e-07" in card
    assert "```python\nimport keras\nprint('ants')\n```" in card


def test_the_parameters_that_learned_are_counted(tmp_path: Path) -> None:
    def layer(name: str, parameters: int, trainable: int) -> LayerDescription:
        return LayerDescription(
            name=name, kind="Conv2D", stage="conv5", block="", inputs=(), output_shape=(1,), parameters=parameters,
            trainable_parameters=trainable, multiply_adds=0,
        )  # fmt: skip

    network = NetworkDescription(
        layers=(layer("conv1_conv", 9472, 9472), layer("conv5_block3_2_conv", 2_359_808, 2_359_808)),
        cut_points=(),
        image_size=224,
    )

    card = card_text(facts(tmp_path / "mine.keras", network=network))

    assert "9,472 were frozen and 2,359,808 learned, in 1 layer." in card


@pytest.mark.parametrize(
    ("weights", "words"),
    [
        ("imagenet", "Kaiming He released under the MIT license"),
        ("random", "nothing of anybody else's weights"),
        ("C:\\weights\\mine.h5", "a weights file of the user's (`mine.h5`)"),
    ],
)
def test_the_licence_note_fits_the_weights(weights: str, words: str, tmp_path: Path) -> None:
    assert words in card_text(facts(tmp_path / "mine.keras", record=record(weights=weights)))


def test_the_network_is_called_by_its_name(tmp_path: Path) -> None:
    card = card_text(facts(tmp_path / "mine.keras", record=record(backbone="ConvNeXtTiny", weights="imagenet")))

    assert "2 classes: ConvNeXtTiny with a new head" in card
    assert "gives for ConvNeXtTiny." in card
    assert "ResNet50" not in card
    assert "Kaiming He" not in card


def test_when_a_picture_is_unlike_is_told_where_the_run_measured_it(tmp_path: Path) -> None:
    unlikeness = Unlikeness(
        method="k-nearest", neighbours=5, percentile=95.0, threshold=0.41234, training_images=195, validation_images=49
    )

    card = card_text(facts(tmp_path / "mine.keras", record=dataclasses.replace(record(), unlikeness=unlikeness)))

    assert "to the 5th nearest of 195 training images is above 0.4123; 95 % of 49 held-out images" in card


def test_what_precision_costs_is_told(tmp_path: Path) -> None:
    measured = dataclasses.replace(exported_to(tmp_path / "mine.keras"), accuracy_change=-0.02, latency_ms=31.4)

    card = card_text(facts(tmp_path / "mine.keras", exported=measured))

    assert "is -2.0 percentage points from the trained model's" in card
    assert "One picture took 31 ms" in card


def test_phases_are_told_where_there_are_several(tmp_path: Path) -> None:
    card = card_text(facts(tmp_path / "mine.keras", record=record(thaw="conv5", head_first=2)))

    assert "| 1 to 2 | `head` | frozen | 0.001 |\n| 3 to 22 | `conv5` | frozen | 0.0001 |\n" in card


def test_a_model_file_without_its_run_has_a_card_that_admits_it(tmp_path: Path) -> None:
    card = card_text(facts(tmp_path / "mine.keras", record=None, evaluation=None))

    assert "Not measured" in card
    assert "without the record of its training. Its classes:\n\n0. ants\n1. bees\\|wasps\n" in card
    assert "look it up before you pass it on" in card


def test_names_that_mean_something_in_markdown_are_shown_as_they_are() -> None:
    assert escaped("a|b *c* <d>\n# e_f [g]") == "a\\|b \\*c\\* \\<d\\> \\# e\\_f \\[g\\]"
    assert code("it`s|ours") == "``it`s\\|ours``"


def test_a_card_is_written_again_over_itself_only(tmp_path: Path) -> None:
    first = write_card(facts(tmp_path / "mine.keras"))
    again = write_card(facts(tmp_path / "mine.keras", evaluation=None))

    assert first == again == tmp_path / "README.md"
    assert "Not measured" in first.read_text(encoding="utf-8")
    assert is_untouched_card(first, "mine.keras")


def test_two_exports_in_a_folder_have_a_card_each(tmp_path: Path) -> None:
    first = write_card(facts(tmp_path / "mine.keras"))
    second = write_card(facts(tmp_path / "yours.keras"))

    assert second == tmp_path / "yours.keras.README.md"
    assert is_untouched_card(first, "mine.keras")


@pytest.mark.parametrize("content", [b"# My thesis\n", b"\xff\xfe", b""])
def test_a_readme_of_the_users_own_is_never_touched(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "README.md").write_bytes(content)

    card = write_card(facts(tmp_path / "mine.keras"))

    assert card == tmp_path / "mine.keras.README.md"
    assert (tmp_path / "README.md").read_bytes() == content


def test_a_card_that_the_user_wrote_into_is_left_alone(tmp_path: Path) -> None:
    for name in ("README.md", "mine.keras.README.md"):
        card = write_card(facts(tmp_path / "mine.keras"))
        assert card.name == name
        card.write_text(card.read_text(encoding="utf-8").replace("What it is for", "My notes"), encoding="utf-8")

    assert write_card(facts(tmp_path / "mine.keras")).name == "mine.keras.README 2.md"


def test_a_name_that_would_end_the_mark_is_no_trouble(tmp_path: Path) -> None:
    destination = tmp_path / "a --> b.keras"

    assert write_card(facts(destination)) == write_card(facts(destination)) == tmp_path / "README.md"


def test_the_card_of_a_folder_lies_inside_it(tmp_path: Path) -> None:
    served = facts(tmp_path / "served", exported=exported_to(tmp_path / "served", "saved_model"))
    (tmp_path / "unfinished").mkdir()

    assert write_card(served) == tmp_path / "served" / "README.md"
    assert write_card(served, tmp_path / "unfinished") == tmp_path / "unfinished" / "README.md"
