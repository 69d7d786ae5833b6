"""What was dropped on the window, or pasted: a data folder, or pictures to classify. A plain function, no widgets.

Nothing is fetched from the network: of what a browser drags, the picture itself is taken, never its address.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage


@dataclass(frozen=True)
class DroppedFolder:
    """One folder: open it as data."""

    folder: Path


@dataclass(frozen=True)
class DroppedPictures:
    """Files, or encoded pictures as bytes: classify them. The files need not be pictures; the worker says so."""

    sources: tuple[Path | bytes, ...]


@dataclass(frozen=True)
class NothingUsable:
    """Nothing that can be used, and why."""

    reason: str
    remedy: str


Dropped = DroppedFolder | DroppedPictures | NothingUsable


def may_hold_something(mime: QMimeData) -> bool:
    """Return whether it is worth letting go here; cheap, since it is asked while the mouse moves."""
    return mime.hasUrls() or mime.hasImage()


def read_dropped(mime: QMimeData) -> Dropped:
    """Return what `mime` holds; files on this machine come before the picture, which comes before addresses."""
    local = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    folders = [path for path in local if path.is_dir()]
    files = [path for path in local if not path.is_dir()]
    if len(folders) == 1 and not files:
        return DroppedFolder(folders[0])
    if folders:
        return NothingUsable(
            "Several things were dropped at once, a folder among them.",
            "Drop one folder to open it as data, or picture files alone to classify them.",
        )
    if files:
        return DroppedPictures(tuple(files))
    return _picture_itself(mime)


def _picture_itself(mime: QMimeData) -> Dropped:
    if mime.hasImage():
        encoded = _as_png(mime.imageData())
        if encoded:
            return DroppedPictures((encoded,))
    inline = tuple(data for url in mime.urls() if (data := _inline_data(url)))
    if inline:
        return DroppedPictures(inline)
    if mime.urls():
        return NothingUsable(
            "The browser gave only the address of the picture, and Frostline fetches nothing from the network.",
            "Save the picture and drop its file, or copy the picture and paste it on the Predict page.",
        )
    return NothingUsable("There is neither a folder nor a picture in this.", "Drop a folder, or picture files.")


def _as_png(image: object) -> bytes:
    if not isinstance(image, QImage) or image.isNull():
        return b""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, b"PNG")
    return bytes(content.data())


def _inline_data(url: QUrl) -> bytes:
    """Return the bytes of a `data:` address, or nothing."""
    if url.scheme() != "data":
        return b""
    header, _, content = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
    raw = unquote_to_bytes(content)
    return bytes(QByteArray.fromBase64(raw).data()) if header.endswith(";base64") else raw
