"""How a command is drawn in a list: icon, name with the typed letters strong, menu, keys; and why it can't be done."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from gui.commands.command import Command
from gui.commands.command_model import COMMAND_ROLE, PLACES_ROLE
from gui.window.theme import MEDIUM, SMALL, SMALL_SCALE, TIGHT, blend, hairline, muted_text, scaled_font

Index = QModelIndex | QPersistentModelIndex

_ICON = 18


class CommandDelegate(QStyledItemDelegate):
    """One line for what is possible; a second one below says why something isn't."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        command = index.data(COMMAND_ROLE)
        line = QFontMetrics(option.font).height()
        small = QFontMetrics(scaled_font(option.font, SMALL_SCALE)).height()
        lines = line + small if isinstance(command, Command) and command.why_not else line
        return QSize(0, lines + MEDIUM)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        command = index.data(COMMAND_ROLE)
        if not isinstance(command, Command):
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        palette: QPalette = option.palette
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected:
            ground = blend(palette.color(QPalette.ColorRole.Highlight), palette.color(QPalette.ColorRole.Base), 0.2)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground)
            painter.drawRoundedRect(option.rect.adjusted(TIGHT, 1, -TIGHT, -1), 6, 6)
        area = option.rect.adjusted(MEDIUM, SMALL - 2, -MEDIUM, -SMALL + 2)
        self._paint_command(painter, area, option, command, index.data(PLACES_ROLE) or frozenset())
        painter.restore()

    def _paint_command(
        self,
        painter: QPainter,
        area: QRect,
        option: QStyleOptionViewItem,
        command: Command,
        places: frozenset[int],
    ) -> None:
        palette: QPalette = option.palette
        quiet = muted_text(palette)
        text = quiet if command.why_not else palette.color(QPalette.ColorRole.Text)
        line = QRect(area.left(), area.top(), area.width(), QFontMetrics(option.font).height())
        if command.icon is not None:
            command.icon.paint(painter, line.left(), line.top(), _ICON, line.height())
        line.setLeft(line.left() + _ICON + MEDIUM)
        small = scaled_font(option.font, SMALL_SCALE)
        right = _paint_keys(painter, line, command.keys, small, palette) if command.keys else line.right()
        where = QRect(line)
        where.setRight(right - (SMALL if command.keys else 0))
        painter.setFont(small)
        painter.setPen(quiet)
        painter.drawText(where, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, command.where)
        room = where.width() - QFontMetrics(small).horizontalAdvance(command.where) - MEDIUM
        _paint_title(painter, QRect(line.topLeft(), QSize(room, line.height())), command.title, places, option, text)
        if command.why_not:
            below = QRect(line.left(), line.bottom() + 1, area.right() - line.left(), area.bottom() - line.bottom())
            reason = QFontMetrics(small).elidedText(command.why_not, Qt.TextElideMode.ElideRight, below.width())
            painter.setFont(small)
            painter.setPen(quiet)
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, reason)


def _paint_keys(painter: QPainter, line: QRect, keys: str, font: QFont, palette: QPalette) -> int:
    """Paint the keys in a frame at the right end of `line`; return where that begins."""
    letters = QFontMetrics(font)
    frame = QRect(0, 0, letters.horizontalAdvance(keys) + 2 * TIGHT + 2, letters.height() + 2)
    frame.moveCenter(line.center())
    frame.moveRight(line.right())
    painter.setPen(hairline(palette))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(frame, 4, 4)
    painter.setFont(font)
    painter.setPen(muted_text(palette))
    painter.drawText(frame, Qt.AlignmentFlag.AlignCenter, keys)
    return frame.left()


def _paint_title(
    painter: QPainter, area: QRect, title: str, places: frozenset[int], option: QStyleOptionViewItem, colour: QColor
) -> None:
    """Paint the title; the letters that were typed are strong."""
    usual, strong = option.font, scaled_font(option.font, 1.0, strong=True)
    shown = QFontMetrics(usual).elidedText(title, Qt.TextElideMode.ElideRight, area.width())
    painter.setPen(colour)
    left = area.left()
    for piece, found in _pieces(shown, places):
        font = strong if found else usual
        painter.setFont(font)
        width = QFontMetrics(font).horizontalAdvance(piece)
        painter.drawText(
            QRect(left, area.top(), width + TIGHT, area.height()),
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter,
            piece,
        )
        left += width


def _pieces(title: str, places: frozenset[int]) -> list[tuple[str, bool]]:
    """Return the title in pieces of letters that were all typed, or none of them."""
    pieces: list[tuple[str, bool]] = []
    for place, letter in enumerate(title):
        found = place in places
        if pieces and pieces[-1][1] == found:
            pieces[-1] = (pieces[-1][0] + letter, found)
        else:
            pieces.append((letter, found))
    return pieces
