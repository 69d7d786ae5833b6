from __future__ import annotations

import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage
from pytestqt.qtbot import QtBot

from core.data.decode import open_upright
from gui.prediction.dropped_sources import NOT_FETCHED, encoded_as_png, may_hold_pictures, read_sources


@pytest.fixture
def mime(qtbot: QtBot) -> QMimeData:
    return QMimeData()


@pytest.fixture
def image() -> QImage:
    made = QImage(30, 20, QImage.Format.Format_RGB32)
    made.fill(QColor(200, 10, 20))
    return made


def png(image: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(content.data())


def test_files_from_a_file_manager_are_taken_as_paths(mime: QMimeData) -> None:
    files = [Path("/pictures/ünïcode ant.jpg"), Path("/pictures/100%.png")]
    mime.setUrls([QUrl.fromLocalFile(str(file)) for file in files])

    dropped = read_sources(mime)

    assert dropped.sources == tuple(files)
    assert dropped.refusals == ()


def test_a_picture_from_a_browser_is_taken_itself_and_not_by_its_address(mime: QMimeData, image: QImage) -> None:
    mime.setUrls([QUrl("https://example.org/ant.jpg")])
    mime.setImageData(image)

    dropped = read_sources(mime)

    (source,) = dropped.sources
    assert isinstance(source, bytes)
    assert open_upright(source, 64).getpixel((5, 5)) == (200, 10, 20)
    assert dropped.refusals == ()


def test_an_encoded_picture_is_taken_without_encoding_it_anew(mime: QMimeData, image: QImage) -> None:
    content = png(image)
    mime.setData("image/png", content)

    assert read_sources(mime).sources == (content,)


def test_a_file_that_a_browser_drags_comes_before_its_picture(mime: QMimeData, image: QImage) -> None:
    mime.setUrls([QUrl.fromLocalFile("/downloads/ant.jpg")])
    mime.setImageData(image)

    assert read_sources(mime).sources == (Path("/downloads/ant.jpg"),)


@pytest.mark.parametrize("address", ["http://example.org/ant.jpg", "https://example.org/?q=ant"])
def test_an_address_alone_is_refused_since_nothing_is_fetched(mime: QMimeData, address: str) -> None:
    mime.setUrls([QUrl(address)])

    dropped = read_sources(mime)

    assert dropped.sources == ()
    (refusal,) = dropped.refusals
    assert refusal.name == address
    assert refusal.reason == NOT_FETCHED


def test_an_address_among_files_is_refused_alone(mime: QMimeData) -> None:
    mime.setUrls([QUrl.fromLocalFile("/pictures/ant.jpg"), QUrl("https://example.org/bee.jpg")])

    dropped = read_sources(mime)

    assert dropped.sources == (Path("/pictures/ant.jpg"),)
    assert [refusal.name for refusal in dropped.refusals] == ["https://example.org/bee.jpg"]


def test_a_picture_inside_its_address_is_decoded(mime: QMimeData, image: QImage) -> None:
    content = png(image)
    mime.setUrls([QUrl("data:image/png;base64," + base64.b64encode(content).decode())])

    assert read_sources(mime).sources == (content,)


def test_an_address_that_holds_no_picture_is_refused(mime: QMimeData) -> None:
    mime.setUrls([QUrl("data:text/plain;base64,aGVsbG8=")])

    dropped = read_sources(mime)

    assert dropped.sources == ()
    assert len(dropped.refusals) == 1


def test_paths_pasted_as_text_are_taken(mime: QMimeData) -> None:
    mime.setText("/pictures/ant.jpg\nfile:///pictures/bee.jpg\n")

    assert read_sources(mime).sources == (Path("/pictures/ant.jpg"), Path("/pictures/bee.jpg"))


@pytest.mark.parametrize("text", ["", "just words", "/pictures/ant.jpg and more\nwords"])
def test_anything_else_is_refused_with_what_was_expected(mime: QMimeData, text: str) -> None:
    mime.setText(text)

    dropped = read_sources(mime)

    assert dropped.sources == ()
    assert "expected picture files" in dropped.refusals[0].reason


def test_an_endless_address_is_shown_shortly(mime: QMimeData) -> None:
    mime.setUrls([QUrl("https://example.org/" + "x" * 5000)])

    assert len(read_sources(mime).refusals[0].name) <= 60


def test_what_may_hold_pictures_is_seen_before_it_is_let_go(mime: QMimeData, image: QImage) -> None:
    assert not may_hold_pictures(mime)

    mime.setImageData(image)

    assert may_hold_pictures(mime)


def test_nothing_is_encoded_of_no_picture(qtbot: QtBot) -> None:
    assert encoded_as_png(QImage()) == b""
