"""From what was dropped or pasted to pictures that can be classified: a plain function over Qt's mime data.

Files and folders come before the picture itself, which comes before addresses: a file has the picture as its owner
made it, and nothing is ever fetched from the network. Folders are opened by `gui.prediction.folder_pictures`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote_to_bytes

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QMimeData, QUrl
from PySide6.QtGui import QImage

from gui.language.translate import tr

#: Encoded pictures that are taken as they are, best first; anything else is encoded anew as PNG.
_ENCODED_KINDS = ("image/png", "image/jpeg", "image/webp", "image/gif", "image/bmp", "image/tiff")
_LONGEST_NAME = 60

NOT_FETCHED = tr(
    "Frostline fetches nothing from the network: save the picture and drop its file, or copy it and paste it."
)


@dataclass(frozen=True)
class Refusal:
    """Something that can't be classified: what it is, and why, in a sentence."""

    name: str
    reason: str


@dataclass(frozen=True)
class DroppedSources:
    """What there is to classify: paths (of files and folders) and encoded pictures; and what was refused."""

    sources: tuple[Path | bytes, ...]
    refusals: tuple[Refusal, ...] = ()


def may_hold_pictures(mime: QMimeData) -> bool:
    """Return whether it is worth letting go here; cheap, since it is asked while the mouse moves."""
    return mime.hasUrls() or mime.hasImage() or any(mime.hasFormat(kind) for kind in _ENCODED_KINDS)


def read_sources(mime: QMimeData) -> DroppedSources:
    """Return the pictures that `mime` holds, and a refusal for each address that can't be used."""
    addresses = mime.urls() or _addresses_in_text(mime.text() if mime.hasText() else "")
    files = tuple(Path(url.toLocalFile()) for url in addresses if url.isLocalFile())
    if not files and (picture := _picture_itself(mime)):
        return DroppedSources(sources=(picture,))
    inline = tuple(content for url in addresses if (content := _content_of_data_address(url)))
    elsewhere = [url for url in addresses if not url.isLocalFile() and not _content_of_data_address(url)]
    refusals = tuple(Refusal(name=_short_name(url), reason=NOT_FETCHED) for url in elsewhere)
    if not (files or inline or refusals):
        refusals = (
            Refusal(name=tr("This"), reason=tr("There is no picture in it: expected picture files, or a picture.")),
        )
    return DroppedSources(sources=(*files, *inline), refusals=refusals)


def encoded_as_png(image: QImage) -> bytes:
    """Return the content of a PNG file of `image`; b'' when there is no picture in it."""
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    # Quality 80 asks for light compression: the bytes only travel to the worker, and nobody should wait for them.
    written = not image.isNull() and image.save(buffer, "PNG", 80)  # type: ignore[call-overload]
    return bytes(content.data()) if written else b""


def _picture_itself(mime: QMimeData) -> bytes:
    for kind in _ENCODED_KINDS:
        if mime.hasFormat(kind) and (content := bytes(mime.data(kind).data())):
            return content
    image = mime.imageData() if mime.hasImage() else None
    return encoded_as_png(image) if isinstance(image, QImage) else b""


def _addresses_in_text(text: str) -> list[QUrl]:
    """Return the addresses and the paths that a text consists of; nothing when any line is something else."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    addresses = [QUrl.fromLocalFile(line) if Path(line).is_absolute() else QUrl(line) for line in lines]
    known = ("file", "http", "https", "data")
    return addresses if all(address.scheme() in known for address in addresses) else []


def _content_of_data_address(url: QUrl) -> bytes:
    if url.scheme() != "data":
        return b""
    header, _, content = url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(",")
    if not header.startswith("data:image/"):
        return b""
    raw = unquote_to_bytes(content)
    return bytes(QByteArray.fromBase64(QByteArray(raw)).data()) if header.endswith(";base64") else raw


def _short_name(url: QUrl) -> str:
    name = url.toDisplayString()
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
