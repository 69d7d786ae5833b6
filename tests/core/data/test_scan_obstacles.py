"""Folders with which no training is possible say why, and what was expected instead."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from core.data.scan import scan_folder
from core.job_control import JobControl

WritePicture = Callable[..., Path]


def obstacle_of(folder: Path) -> str:
    (obstacle,) = scan_folder(folder, JobControl()).obstacles
    return obstacle


def test_an_empty_folder_has_no_classes(tmp_path: Path) -> None:
    assert "holds no class folders" in obstacle_of(tmp_path)
    assert "a sub-folder for each class" in obstacle_of(tmp_path)


def test_images_without_class_folders_are_told_the_layout(tmp_path: Path, write_picture: WritePicture) -> None:
    write_picture(tmp_path / "1.png")
    write_picture(tmp_path / "2.png")

    assert obstacle_of(tmp_path).startswith(f"The images (2) lie directly in {tmp_path}")
    assert "a sub-folder for each class" in obstacle_of(tmp_path)


def test_one_class_is_not_enough(tmp_path: Path, write_picture: WritePicture) -> None:
    write_picture(tmp_path / "ants" / "1.png")

    assert obstacle_of(tmp_path) == "There is only one class, 'ants': at least two are needed to tell apart."


def test_a_folder_around_the_data_set_points_to_it(tmp_path: Path, write_picture: WritePicture) -> None:
    write_picture(tmp_path / "insects" / "ants" / "1.png")
    write_picture(tmp_path / "insects" / "bees" / "1.png")

    assert f"choose {tmp_path / 'insects'}" in obstacle_of(tmp_path)


def test_parts_of_a_data_set_are_not_taken_for_classes(tmp_path: Path, write_picture: WritePicture) -> None:
    for name in ("train/ants/1.png", "train/bees/1.png", "val/ants/1.png", "val/bees/1.png"):
        write_picture(tmp_path / name)

    assert "train and val are parts of a data set" in obstacle_of(tmp_path)
    assert str(tmp_path / "train") in obstacle_of(tmp_path)


def test_a_class_may_be_called_train(tmp_path: Path, write_picture: WritePicture) -> None:
    write_picture(tmp_path / "train" / "1.png")
    write_picture(tmp_path / "test" / "1.png")

    assert scan_folder(tmp_path, JobControl()).obstacles == ()


def test_a_class_without_a_usable_image_is_named(tmp_path: Path, write_picture: WritePicture) -> None:
    write_picture(tmp_path / "ants" / "1.png")
    write_picture(tmp_path / "bees" / "1.png")
    (tmp_path / "wasps").mkdir()
    (tmp_path / "flies").mkdir()
    (tmp_path / "flies" / "1.jpg").write_text("no picture")

    obstacles = scan_folder(tmp_path, JobControl()).obstacles

    assert [sentence.split("'")[1] for sentence in obstacles] == ["flies", "wasps"]


def test_no_usable_image_at_all_is_one_sentence(tmp_path: Path) -> None:
    for name in ("ants", "bees"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "notes.txt").write_text("no picture")

    assert obstacle_of(tmp_path) == f"None of the class folders in {tmp_path} has an image that can be used."
