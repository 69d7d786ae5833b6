"""Draw an SVG file in the sizes of an icon theme, or as the one icon file that Windows or macOS takes.

usage: render_icons.py ICON.svg THEME_FOLDER|FILE.ico|FILE.icns

Writes THEME_FOLDER/NxN/apps/ICON.png for each size, or the file with all of its sizes in it.
"""

from __future__ import annotations

import io
import sys
from pathlib import Path

from PIL import Image
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

#: As the icon theme specification has them: those below 48 for lists, those above for docks and sharp screens.
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
#: Those that the two formats have places for.
SIZES_OF_ICO = (16, 24, 32, 48, 64, 128, 256)
SIZES_OF_ICNS = (16, 32, 64, 128, 256, 512, 1024)


def render(icon: Path, destination: Path) -> None:
    """Draw `icon` in every size: into a theme, or into one file where `destination` is named like one.

    Raises:
        ValueError: the file is no SVG picture.
        OSError: a picture can't be written.

    """
    renderer = QSvgRenderer(str(icon))
    if not renderer.isValid():
        raise ValueError(f"{icon} is no SVG picture")
    if destination.suffix in (".ico", ".icns"):
        _write_one_file(renderer, destination)
        return
    for size in SIZES:
        file = destination / f"{size}x{size}" / "apps" / f"{icon.stem}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not _drawn(renderer, size).save(str(file)):
            raise OSError(f"{file} can't be written")


def _drawn(renderer: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    return image


def _write_one_file(renderer: QSvgRenderer, file: Path) -> None:
    # Qt writes one size into such a file, Pillow all: each drawn for itself, not made smaller.
    sizes = SIZES_OF_ICO if file.suffix == ".ico" else SIZES_OF_ICNS
    pictures = [_as_pillow(_drawn(renderer, size)) for size in sizes]
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.suffix == ".ico":
        pictures[-1].save(file, sizes=[(size, size) for size in sizes], append_images=pictures[:-1])
    else:
        pictures[-1].save(file, append_images=pictures[:-1])


def _as_pillow(image: QImage) -> Image.Image:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return Image.open(io.BytesIO(bytes(buffer.data().data())))


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    render(Path(sys.argv[1]), Path(sys.argv[2]))
