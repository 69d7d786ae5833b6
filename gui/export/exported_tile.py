"""The tile from which an export is dragged out of the window, onto the desktop or into another program.

With the keyboard the files go to the clipboard instead, from where a file manager pastes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRectF, QSize, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDrag,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from gui.language.translate import counted, tr
from gui.window.elided_label import ElidedLabel
from gui.window.icon_label import IconLabel
from gui.window.icons import tinted_pixmap
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, MEDIUM, SMALL_SCALE, card_surface, hairline, scaled_font

_ICON, _ROUNDING = 32, 6


class ExportedTile(QWidget):
    """Holds the files of one export; a drag or a copy takes all of them, since they belong together."""

    copied = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("exported_tile")
        self.setAccessibleName(tr("The export"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        self._files: tuple[Path, ...] = ()
        self._pressed_at: QPoint | None = None
        self._name = ElidedLabel()
        self._name.setFont(scaled_font(self.font(), 1.0, strong=True))
        self._hint = QuietLabel(scale=SMALL_SCALE)
        self._hint.setWordWrap(False)
        words = QVBoxLayout()
        words.setSpacing(HAIR)
        words.addWidget(self._name)
        words.addWidget(self._hint)
        row = QHBoxLayout(self)
        row.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        row.setSpacing(MEDIUM)
        row.addWidget(IconLabel(name="export", size=_ICON), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)

    @property
    def files(self) -> tuple[Path, ...]:
        """What a drag takes along, the export itself first."""
        return self._files

    def show_files(self, files: Sequence[Path]) -> None:
        """Hold these files, the export itself first."""
        self._files = tuple(files)
        count = len(self._files)
        others = "" if count < 2 else counted(count - 1, " with 1 more file", " with {count} more files")
        self._name.setText(self._files[0].name if self._files else "")
        self._hint.setText(tr("Drag me out of the window{others}, or press Ctrl+C", others=others))
        self._hint.setToolTip("\n".join(str(file) for file in self._files))
        self.setAccessibleName(
            tr("The export {text}{others}: drag it, or copy it with Control C", text=self._name.text(), others=others)
        )

    def mime_data(self) -> QMimeData:
        """Return the files as other programs take them."""
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(file)) for file in self._files])
        return mime

    def copy(self) -> None:
        """Put the files on the clipboard."""
        QGuiApplication.clipboard().setMimeData(self.mime_data())
        self.copied.emit()

    def sizeHint(self) -> QSize:
        return QSize(360, super().sizeHint().height())

    # ------------------------------------------------------------------ mouse and keyboard

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = event.position().toPoint()

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed_at = None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed_at is None or not self._files:
            return
        moved = event.position().toPoint() - self._pressed_at
        if moved.manhattanLength() >= QApplication.startDragDistance():
            self._pressed_at = None
            self._drag()

    def _drag(self) -> None:
        drag = QDrag(self)
        drag.setMimeData(self.mime_data())
        drag.setPixmap(self._pixmap())
        # A copy only: the run's own window must not lose what it shows.
        drag.exec(Qt.DropAction.CopyAction)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Space):
            self.copy()
        else:
            super().keyPressEvent(event)

    # ------------------------------------------------------------------ look

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette = self.palette()
        edge = QPen(palette.color(QPalette.ColorRole.Highlight), HAIR) if self.hasFocus() else QPen(hairline(palette))
        if not self.hasFocus():
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge)
        painter.setBrush(card_surface(palette))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _ROUNDING, _ROUNDING)

    def _pixmap(self) -> QPixmap:
        palette = self.palette()
        colour = palette.color(QPalette.ColorRole.WindowText)
        return tinted_pixmap("export", _ICON, palette, colour, self.devicePixelRatioF())
