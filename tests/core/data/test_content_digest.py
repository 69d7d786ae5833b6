"""Digests follow the content of pictures, and of data sets whatever their order."""

from __future__ import annotations

from pathlib import Path

import pytest
import xxhash
from hypothesis import given
from hypothesis import strategies as st

from core.data.content import dataset_digest, image_digest
from core.data.decode import ImageUnusable

ENTRIES = st.dictionaries(
    st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])), st.text("0123456789abcdef")
)


def test_the_digest_is_that_of_the_whole_file(tmp_path: Path) -> None:
    # Given a file of more than one chunk
    content = bytes(range(256)) * 10_000
    (tmp_path / "large").write_bytes(content)

    assert image_digest(tmp_path / "large") == xxhash.xxh3_128_hexdigest(content)
    assert len(image_digest(tmp_path / "large")) == 32


def test_a_copy_has_the_same_digest_and_a_changed_one_another(tmp_path: Path) -> None:
    for name, content in (("one", b"abc"), ("copy", b"abc"), ("changed", b"abd")):
        (tmp_path / name).write_bytes(content)

    assert image_digest(tmp_path / "one") == image_digest(tmp_path / "copy")
    assert image_digest(tmp_path / "one") != image_digest(tmp_path / "changed")


def test_a_vanished_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(ImageUnusable, match=r"gone\.jpg"):
        image_digest(tmp_path / "gone.jpg")


@given(entries=ENTRIES, data=st.data())
def test_the_order_of_a_data_set_does_not_matter(entries: dict[str, str], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(list(entries.items())))

    assert dataset_digest(entries.items()) == dataset_digest(shuffled)


@given(first=ENTRIES, second=ENTRIES)
def test_different_data_sets_have_different_digests(first: dict[str, str], second: dict[str, str]) -> None:
    assert (dataset_digest(first.items()) == dataset_digest(second.items())) == (first == second)


def test_moving_an_image_to_another_class_changes_the_data_set() -> None:
    assert dataset_digest([("ants/1.jpg", "00")]) != dataset_digest([("bees/1.jpg", "00")])
