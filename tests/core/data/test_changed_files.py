"""A file that is no longer what it was when a training listed it is refused by name."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from core.data import content
from core.data.augment import View, decode_view
from core.data.content import image_digest, read_picture
from core.data.decode import ImageUnusable, decode_image

WritePicture = Callable[..., Path]


@pytest.fixture
def view(tmp_path: Path, write_picture: WritePicture) -> View:
    file = write_picture(tmp_path / "1.png")
    return View(file, image_digest(file))


def refusal_of(view: View) -> ImageUnusable:
    with pytest.raises(ImageUnusable) as caught:
        decode_view(view, 8)
    return caught.value


def test_an_unchanged_file_is_decoded(view: View) -> None:
    np.testing.assert_array_equal(decode_view(view, 8), decode_image(view.file, 8))


def test_another_picture_in_its_place_is_refused(view: View, write_picture: WritePicture) -> None:
    write_picture(view.file, colour="orange")

    refusal = refusal_of(view)

    assert refusal.reason == "The file has changed since the training began."
    assert str(view.file) in refusal.message
    assert refusal.may_pass


def test_a_file_that_is_gone_is_refused(view: View) -> None:
    view.file.unlink()

    assert refusal_of(view).message == f"{view.file} can't be used: the file is no longer there."


def test_what_can_not_be_decoded_is_refused_by_the_name_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "2.png"
    file.write_text("no picture")

    assert refusal_of(View(file, image_digest(file))).message == f"{file} can't be used: it is not an image."


def test_large_files_are_read_piece_by_piece(view: View, monkeypatch: pytest.MonkeyPatch) -> None:
    in_memory, digest = read_picture(view.file)
    monkeypatch.setattr(content, "IN_MEMORY_BYTES", 10)

    assert read_picture(view.file) == (view.file, digest)
    assert in_memory == view.file.read_bytes()
    assert decode_view(view, 8).shape == (8, 8, 3)
