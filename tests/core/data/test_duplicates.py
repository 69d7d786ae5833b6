"""The same picture is found in whatever form it comes, and different ones are kept apart."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray
from PIL import Image, ImageEnhance

from core.data import duplicates
from core.data.close_pairs import by_shared_parts, close_pairs, comparisons_needed, each_with_each
from core.data.content import image_digest
from core.data.decode import decode_image
from core.data.duplicates import Likeness, Prints, duplicate_groups, find_likeness
from core.data.look_alikes import look_numbers
from core.data.looks import LOOK_BYTES, LOOK_EDGE, look_of
from core.data.sample_pictures import draw_sample_pictures
from core.errors import Stopped
from core.job_control import JobControl
from core.messages import DuplicateGroup


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Forty drawn sample pictures, ten of each class."""
    folder = tmp_path_factory.mktemp("drawn") / "pictures"
    draw_sample_pictures(folder, JobControl(), pictures_per_class=10)
    return sorted(folder.rglob("*.jpg"))


def encoded(picture: Image.Image, image_format: str = "JPEG", quality: int = 90) -> bytes:
    file = io.BytesIO()
    picture.save(file, format=image_format, quality=quality)
    return file.getvalue()


def prints_of(pictures: list[Path] | list[bytes]) -> Prints:
    looks = [np.frombuffer(look_of(decode_image(picture, LOOK_EDGE)), dtype=np.uint8) for picture in pictures]
    digests = np.arange(len(pictures), dtype=np.uint8)[:, None].repeat(16, axis=1)
    return Prints(digests, np.stack(looks))


def looks_alike(first: bytes, second: bytes) -> bool:
    numbers = find_likeness(prints_of([first, second]), JobControl()).looks
    return bool(numbers[0] == numbers[1])


def test_no_two_different_pictures_look_alike(drawn: list[Path]) -> None:
    likeness = find_likeness(prints_of(drawn), JobControl())

    assert len(np.unique(likeness.looks)) == len(drawn) == 40


@pytest.mark.parametrize("number", [0, 15, 33])
def test_a_copy_in_another_form_looks_alike(drawn: list[Path], number: int) -> None:
    with Image.open(drawn[number]) as opened:
        picture = opened.convert("RGB")
    original = drawn[number].read_bytes()

    assert looks_alike(original, encoded(picture, quality=30))
    assert looks_alike(original, encoded(picture, "PNG"))
    assert looks_alike(original, encoded(picture.resize((128, 128))))
    assert looks_alike(original, encoded(picture.resize((400, 400))))
    assert looks_alike(original, encoded(ImageEnhance.Brightness(picture).enhance(1.08)))


def test_the_same_shape_in_another_colour_does_not(drawn: list[Path]) -> None:
    with Image.open(drawn[0]) as opened:
        red, green, blue = opened.convert("RGB").split()
    swapped = Image.merge("RGB", (blue, red, green))

    assert not looks_alike(drawn[0].read_bytes(), encoded(swapped))


def test_plain_colours_are_told_apart() -> None:
    red, blue, also_red = (encoded(Image.new("RGB", (40, 40), colour), "PNG") for colour in ("red", "blue", "red"))

    assert not looks_alike(red, blue)
    assert looks_alike(red, also_red)


def test_a_look_has_a_fixed_size() -> None:
    assert len(look_of(np.zeros((LOOK_EDGE, LOOK_EDGE, 3), dtype=np.uint8))) == LOOK_BYTES


# ------------------------------------------------------------------ close pairs


def brute_force(hashes: NDArray[np.uint64], most_bits: int) -> set[tuple[int, int]]:
    distances = np.bitwise_count(hashes[:, None] ^ hashes[None]).sum(axis=2)
    return {(i, j) for i, j in zip(*np.nonzero(distances <= most_bits), strict=True) if i < j}


def spread_hashes(seed: int, count: int) -> NDArray[np.uint64]:
    """Return random hashes, half of which are others with up to forty bits changed."""
    generator = np.random.default_rng(seed)
    bits = generator.integers(0, 2, (count, 256), dtype=np.uint8)
    for row in range(count // 2, count):
        bits[row] = bits[row - count // 2]
        changed = generator.choice(256, generator.integers(0, 41), replace=False)
        bits[row, changed] ^= 1
    return np.packbits(bits, axis=1).view(np.uint64)


@settings(max_examples=25)
@given(seed=st.integers(0, 10**6), most_bits=st.integers(0, 31))
def test_close_pairs_are_those_of_comparing_each_with_each(seed: int, most_bits: int) -> None:
    hashes = spread_hashes(seed, 40)

    for search in (by_shared_parts, each_with_each, close_pairs):
        pairs = np.concatenate(list(search(hashes, most_bits)))
        assert {(min(pair), max(pair)) for pair in pairs.tolist()} == brute_force(hashes, most_bits)


def test_far_fewer_are_compared_than_each_with_each() -> None:
    hashes = spread_hashes(0, 4000)

    assert comparisons_needed(hashes) < 0.01 * 4000**2


def test_pairs_of_one_group_are_passed_over() -> None:
    hashes, one_group = np.zeros((50, 4), dtype=np.uint64), np.zeros(50, dtype=np.int64)

    assert sum(len(pairs) for pairs in close_pairs(hashes, 3, one_group)) == 0
    assert sum(len(pairs) for pairs in by_shared_parts(hashes, 3, one_group)) == 0


def test_more_bits_than_can_be_found_are_refused() -> None:
    with pytest.raises(ValueError, match="expected 0 to 31"):
        next(close_pairs(np.zeros((2, 4), dtype=np.uint64), 32))


# ------------------------------------------------------------------ groups


def prints(contents: list[int], hashes: list[int]) -> Prints:
    """Return prints of these contents, and of looks whose hashes start with so many ones."""
    looks = np.zeros((len(hashes), LOOK_BYTES), dtype=np.uint8)
    for row, ones in enumerate(hashes):
        looks[row, :32] = np.packbits(np.arange(256) < ones)
    return Prints(np.asarray(contents, dtype=np.uint8)[:, None].repeat(16, axis=1), looks)


def test_likeness_goes_on_from_pair_to_pair() -> None:
    likeness = find_likeness(prints([0, 1, 2, 3], [0, 30, 60, 120]), JobControl())

    assert likeness.looks.tolist()[:3] == [likeness.looks[0]] * 3
    assert likeness.looks[3] != likeness.looks[0]


def test_equal_files_and_those_that_look_alike_are_told_apart() -> None:
    folder = Path("data")
    classes = ["x", "x", "y", "y", "x", "y"]
    # Given two copies of a picture, one that looks like them, a pair that looks alike, and one of its own
    likeness = find_likeness(prints([7, 9, 7, 3, 4, 5], [0, 1, 0, 100, 101, 200]), JobControl())

    groups = duplicate_groups(likeness, folder, "abcdef", classes)

    assert groups == (
        DuplicateGroup(files=(folder / "a", folder / "c"), class_names=("x", "y"), exact=True),
        DuplicateGroup(files=(folder / "a", folder / "b", folder / "c"), class_names=("x", "x", "y"), exact=False),
        DuplicateGroup(files=(folder / "d", folder / "e"), class_names=("y", "x"), exact=False),
    )


def test_nothing_to_compare_is_no_trouble() -> None:
    nothing = prints([], [])

    assert duplicate_groups(find_likeness(nothing, JobControl()), Path(), [], []) == ()


def test_where_nearly_all_look_alike_only_copies_are_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(duplicates, "MOST_COMPARISONS", 2)

    likeness = find_likeness(prints([0, 1, 2, 1], [0, 1, 2, 1]), JobControl())

    assert likeness.all_alike
    assert isinstance(likeness, Likeness)
    assert [group.exact for group in duplicate_groups(likeness, Path(), "abcd", ["x"] * 4)] == [True]


def test_the_search_can_be_stopped() -> None:
    control = JobControl()
    control.stop_requested.set()

    with pytest.raises(Stopped):
        find_likeness(prints([0, 1], [0, 1]), control)


def test_files_that_can_not_be_decoded_look_like_nothing(drawn: list[Path], tmp_path: Path) -> None:
    bad = [tmp_path / "1.png", tmp_path / "2.png"]
    for number, file in enumerate(bad):
        file.write_text(f"no picture {number}")
    copy = tmp_path / "copy.png"
    with Image.open(drawn[3]) as opened:
        opened.save(copy)
    files = [bad[0], drawn[3], bad[1], copy, drawn[4]]

    numbers = look_numbers(files, [image_digest(file) for file in files], JobControl()).tolist()

    assert numbers == [0, 1, 2, 1, 4]
