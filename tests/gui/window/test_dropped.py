"""What was dropped is read the same wherever it comes from."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from gui.window.dropped import DroppedFolder, DroppedPictures, DroppedRun, NothingUsable, may_be_dropped, read_dropped

MakeMime = Callable[..., QMimeData]


def test_one_folder_is_data(tmp_path: Path, files_as_mime: MakeMime) -> None:
    assert read_dropped(files_as_mime(tmp_path)) == DroppedFolder(tmp_path)


def test_folder_of_a_run_is_that_run(tmp_path: Path, files_as_mime: MakeMime) -> None:
    for name in ("run.json", "model.keras"):
        (tmp_path / name).touch()
    assert read_dropped(files_as_mime(tmp_path)) == DroppedRun(tmp_path)


def test_files_are_pictures_to_classify(pictures: tuple[Path, ...], files_as_mime: MakeMime) -> None:
    assert read_dropped(files_as_mime(*pictures)) == DroppedPictures(pictures)


def test_picture_without_a_file_is_taken_itself(qapp: object) -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    image.fill(0xFF3366CC)
    mime = QMimeData()
    mime.setImageData(image)
    read = read_dropped(mime)
    assert isinstance(read, DroppedPictures)
    (content,) = read.sources
    assert isinstance(content, bytes)
    assert QImage.fromData(content).pixelColor(0, 0).blue() == 0xCC


def test_address_alone_is_refused_since_nothing_is_fetched() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/cat.jpg")])
    read = read_dropped(mime)
    assert isinstance(read, NothingUsable)
    assert "network" in read.reason


def test_text_is_not_worth_dropping() -> None:
    mime = QMimeData()
    mime.setText("a sentence")
    assert not may_be_dropped(mime)
