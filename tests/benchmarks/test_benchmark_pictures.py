"""The pictures that the benchmarks make: all different where the store must not know them, all there where asked."""

from __future__ import annotations

from pathlib import Path

from benchmarks.pictures import copy_some, generate, link_many, picture_files
from core.data.content import image_digest
from core.data.decode import decode_image


def test_generated_pictures_are_all_different_and_a_larger_set_begins_with_a_smaller_one(tmp_path: Path) -> None:
    few, many = generate(tmp_path / "few", 6), generate(tmp_path / "many", 10)

    digests = {file.relative_to(tmp_path / "many"): image_digest(file) for file in picture_files(many)}
    assert len(set(digests.values())) == 10
    assert all(digests[file.relative_to(few)] == image_digest(file) for file in picture_files(few))


def test_many_links_are_as_many_pictures_that_can_be_read(tmp_path: Path) -> None:
    files = picture_files(link_many(tmp_path / "links", 250))

    assert len(files) == 250
    assert len({file.parent for file in files}) == 3  # a hundred in each
    assert decode_image(files[-1], 32).shape == (32, 32, 3)


def test_some_pictures_of_each_class_are_copied(tmp_path: Path) -> None:
    source = generate(tmp_path / "source", 10)

    copied = copy_some(source, tmp_path / "some", 3)

    assert [file.name for file in picture_files(copied)] == [
        *("000000.jpg", "000002.jpg", "000004.jpg"),
        *("000001.jpg", "000003.jpg", "000005.jpg"),
    ]
