"""A folder that was corrected gives the very training data of one that was put right on disk."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from core.data.collection import add_to_collection
from core.data.corrections import FileCorrection, update_corrections
from core.data.file_names import name_in_class
from core.job_control import JobControl
from core.training.recording import begin_record
from core.training.specification import TrainingSpecification
from core.training.training_data import TrainingData, read_training_data


def read(folder: Path) -> TrainingData:
    return read_training_data(TrainingSpecification(folder=folder, run=folder / "run"), JobControl())


def test_corrected_and_put_right_are_the_same_data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # Given a folder with a picture too many and one in the wrong class, and a picture from elsewhere
    monkeypatch.setenv("FROSTLINE_HOME", str(tmp_path / "home"))
    corrected, right = tmp_path / "corrected", tmp_path / "right"
    for number in range(20):
        file = corrected / ("ants", "bees")[number % 2] / f"{number}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", (8, 8), (10 * number, 0, 99)).save(file)
    Image.new("RGB", (8, 8), "red").save(tmp_path / "new.png")
    shutil.copytree(corrected, right)

    # When one copy is corrected and the other put right
    wrong = {"ants/4.png": FileCorrection(excluded=True), "ants/6.png": FileCorrection(class_name="bees")}
    update_corrections(corrected, wrong)
    name = add_to_collection(corrected, tmp_path / "new.png", "ants")
    (right / "ants" / "4.png").unlink()
    (right / "ants" / "6.png").rename(right / "bees" / "6.png")
    shutil.copy(tmp_path / "new.png", right / "ants" / Path(name).name)

    # Then both hold the same images in the same order on the same sides
    ours, theirs = read(corrected), read(right)
    assert ours.digest == theirs.digest
    for mine, other in ((ours.training, theirs.training), (ours.validation, theirs.validation)):
        assert mine.digests == other.digests
        np.testing.assert_array_equal(mine.labels, other.labels)
        assert [name_in_class(one) for one in mine.names] == [name_in_class(one) for one in other.names]

    # And the record of a run knows the classes of all
    record = begin_record(TrainingSpecification(folder=corrected, run=tmp_path / "run"), ours)
    classes = {file: record.training_class_of(file) for file in record.training_files}
    classes |= {file: record.validation_class_of(file) for file in record.validation_files}
    assert (classes["ants/6.png"], classes[name], classes["ants/2.png"]) == ("bees", "ants", "ants")
