"""Draw an SVG file in the sizes of an icon theme.

usage: render_icons.py ICON.svg THEME_FOLDER

Writes THEME_FOLDER/NxN/apps/ICON.png for each size.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

#: As the icon theme specification has them: those below 48 for lists, those above for docks and sharp screens.
SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)


def render(icon: Path, theme: Path) -> None:
    """Draw `icon` in every size into `theme`.

    Raises:
        ValueError: the file is no SVG picture.
        OSError: a picture can't be written.

    """
    renderer = QSvgRenderer(str(icon))
    if not renderer.isValid():
        raise ValueError(f"{icon} is no SVG picture")
    for size in SIZES:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        file = theme / f"{size}x{size}" / "apps" / f"{icon.stem}.png"
        file.parent.mkdir(parents=True, exist_ok=True)
        if not image.save(str(file)):
            raise OSError(f"{file} can't be written")


if __name__ == "__main__":
    application = QGuiApplication(sys.argv[:1])
    render(Path(sys.argv[1]), Path(sys.argv[2]))
