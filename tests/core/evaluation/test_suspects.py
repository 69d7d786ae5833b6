from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.corrections import FileCorrection, update_corrections
from core.evaluation.evaluate import evaluate
from core.evaluation.trained_on import trained_on
from core.job_control import JobControl
from core.training.run_record import read_run_record
from core.training.training_data import read_labelled_folder


@pytest.fixture
def mislabelled(tmp_path: Path) -> Path:
    """New pictures of both classes, and one that is in the wrong one."""
    generator = np.random.default_rng(7)
    folder = tmp_path / "new pictures"
    for class_name, lowest, highest in (("dark", 0, 100), ("light", 150, 256)):
        (folder / class_name).mkdir(parents=True)
        for number in range(6):
            pixels = generator.integers(lowest, highest, (40, 48, 3), dtype=np.uint8)
            Image.fromarray(pixels).save(folder / class_name / f"{number}.png")
    # As sure as the surest light one: the other eye of the same picture.
    shutil.copy(folder / "light" / "0.png", folder / "dark" / "really light.png")
    shutil.copy(folder / "light" / "1.png", folder / "dark" / "light too.png")
    shutil.copy(folder / "light" / "2.png", folder / "dark" / "and light.png")
    return folder


def test_a_planted_wrong_label_is_suspected(trained_run: Path, mislabelled: Path) -> None:
    evaluation = evaluate(trained_run, mislabelled, JobControl())

    assert evaluation.suspects
    planted = {"dark/really light.png", "dark/light too.png", "dark/and light.png"}
    assert {one.name for one in evaluation.suspects} <= planted
    first = evaluation.suspects[0]
    assert (first.class_name, first.suggested_class) == ("dark", "light")
    assert first.file == mislabelled / first.name
    assert first.probability >= first.threshold
    assert evaluation.judged_images == 15
    assert evaluation.suspects_remark == ""

    # And a label that somebody vouched for is not suspected again
    update_corrections(mislabelled, {first.name: FileCorrection(kept=True)})
    again = evaluate(trained_run, mislabelled, JobControl())
    assert {one.name for one in again.suspects} == {one.name for one in evaluation.suspects[1:]}
    assert again.accuracy == evaluation.accuracy


def test_labels_that_were_learnt_are_not_judged(trained_run: Path, dark_and_light: Path) -> None:
    evaluation = evaluate(trained_run, dark_and_light, JobControl())

    assert evaluation.judged_images == 4
    assert evaluation.suspects_remark.startswith("The model was trained on 12 of these images")


def test_copies_of_what_was_learnt_are_known_by_their_content(
    trained_run: Path, dark_and_light: Path, mislabelled: Path
) -> None:
    record = read_run_record(trained_run)
    learnt = record.training_files[0]
    shutil.copy(dark_and_light / learnt, mislabelled / learnt.partition("/")[0] / "copy.png")
    images = read_labelled_folder(mislabelled, record.class_names, JobControl())

    known = trained_on(record, images, JobControl())

    assert [name for name, one in zip(images.names, known, strict=True) if one] == [
        f"{learnt.partition('/')[0]}/copy.png"
    ]


def test_of_a_model_without_a_run_nothing_is_suspected(trained_run: Path, mislabelled: Path, tmp_path: Path) -> None:
    file = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))
    shutil.copy(trained_run / "labels.txt", tmp_path / "mine.labels.txt")

    evaluation = evaluate(file, mislabelled, JobControl())

    assert evaluation.suspects == ()
    assert "not known which images" in evaluation.suspects_remark
