"""Folders for the parts of a data set are found by their names, and nothing else is taken for one."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.data.layout import DataLayout, find_layout, layout_around


def make(folder: Path, *names: str) -> Path:
    for name in names:
        (folder / name).mkdir(parents=True)
    return folder


@pytest.mark.parametrize(
    ("training", "validation", "test"),
    [("train", "val", "test"), ("Training", "VALIDATION", "Testing"), ("train", "valid", "test")],
)
def test_parts_are_found_in_any_case(tmp_path: Path, training: str, validation: str, test: str) -> None:
    make(tmp_path, f"{training}/ants", f"{training}/bees", f"{validation}/ants", f"{test}/ants", ".git", "__MACOSX")

    found = find_layout(tmp_path)

    expected = DataLayout(
        folder=tmp_path / training, validation_folder=tmp_path / validation, test_folder=tmp_path / test
    )
    assert found == expected
    assert layout_around(tmp_path / training) == expected
    assert layout_around(tmp_path / validation).folder == tmp_path / validation


def test_a_part_may_be_missing(tmp_path: Path) -> None:
    make(tmp_path, "train/ants", "train/bees", "val/ants")

    assert find_layout(tmp_path).test_folder is None
    assert find_layout(tmp_path).in_words().endswith("train is used to learn from, val to validate with.")


@pytest.mark.parametrize(
    "names", [("ants", "bees"), ("train/ants", "train/bees", "plane/a"), ("train", "test"), ("val/ants", "val/bees")]
)
def test_a_folder_of_classes_is_what_it_is(tmp_path: Path, names: tuple[str, ...]) -> None:
    make(tmp_path, *names)

    assert find_layout(tmp_path) == DataLayout(folder=tmp_path)


def test_a_folder_that_is_not_there_is_no_matter(tmp_path: Path) -> None:
    assert find_layout(tmp_path / "gone") == DataLayout(folder=tmp_path / "gone")
