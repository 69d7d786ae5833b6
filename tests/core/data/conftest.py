"""Pictures written for the tests of the data room, and a folder in which permissions count even for root."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image

WritePicture = Callable[..., Path]


@pytest.fixture
def write_picture() -> WritePicture:
    """Return a function that writes a plain picture, in the format that its name asks for, and its folders."""

    def write(file: Path, *, colour: str | tuple[int, ...] = "teal", size: tuple[int, int] = (24, 16)) -> Path:
        file.parent.mkdir(parents=True, exist_ok=True)
        Image.new("RGB", size, colour).save(file)
        return file

    return write


@pytest.fixture
def folder_of_nobody() -> Iterator[Path]:
    """Give a folder of a user who is not root, as whom the test runs: root may read everything."""
    folder = Path(tempfile.mkdtemp())
    is_root = os.geteuid() == 0
    if is_root:
        os.chown(folder, 65534, 65534)
        os.seteuid(65534)
    yield folder
    if is_root:
        os.seteuid(0)
    for path in (folder, *folder.rglob("*")):
        path.chmod(0o700)
    shutil.rmtree(folder)
