from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from core.errors import UnusableInput
from core.prediction.model_shelf import ModelShelf


def test_the_same_model_is_opened_once(trained_run: Path) -> None:
    shelf = ModelShelf()

    assert shelf.open(trained_run) is shelf.open(trained_run)


def test_a_model_that_was_written_anew_is_opened_anew(own_run: Path) -> None:
    shelf = ModelShelf()
    before = shelf.open(own_run)

    shutil.copyfile(own_run / "model.keras", own_run / "new.keras")
    (own_run / "new.keras").replace(own_run / "model.keras")

    assert shelf.open(own_run) is not before


def test_new_labels_count_at_once(trained_run: Path, tmp_path: Path) -> None:
    shelf = ModelShelf()
    file = Path(shutil.copy(trained_run / "model.keras", tmp_path / "mine.keras"))
    assert shelf.open(file).class_names == ("class 0", "class 1")

    (tmp_path / "mine.labels.txt").write_text("night\nday\n", encoding="utf-8")

    assert shelf.open(file).class_names == ("night", "day")


def test_a_model_that_went_away_is_not_answered_from_memory(own_run: Path) -> None:
    shelf = ModelShelf()
    shelf.open(own_run)

    shutil.rmtree(own_run)

    with pytest.raises(UnusableInput, match="does not exist"):
        shelf.open(own_run)
