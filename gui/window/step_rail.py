"""The rail of steps on the left edge of the window: an icon, a name and a mark where a step is done."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from gui.language.translate import tr
from gui.window.icons import themed_icon, tinted_pixmap
from gui.window.steps import STEPS, Step
from gui.window.theme import LARGE, MEDIUM, SMALL, TIGHT, accents, blend, scaled_font

STEP_ROLE = Qt.ItemDataRole.UserRole
DONE_ROLE = Qt.ItemDataRole.UserRole + 1

_WIDTH, _ROW_HEIGHT, _ICON, _MARK = 168, 44, 20, 16
_FONT_SCALE = 1.1


class StepRail(QListWidget):
    """The steps; the chosen one is the current item."""

    step_chosen = Signal(str)  # the name of a step

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("step_rail")
        self.setAccessibleName(tr("Steps"))
        self.setItemDelegate(_StepDelegate(parent=self))
        self.setFixedWidth(self._width)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setViewportMargins(0, SMALL, 0, SMALL)
        self.viewport().setAutoFillBackground(False)
        for number, step in enumerate(STEPS, start=1):
            self.addItem(_item(step, number))
        self.currentItemChanged.connect(self._on_rail_current_changed)

    @property
    def _width(self) -> int:
        """As wide as usual, or as the longest title takes while it is chosen."""
        metrics = QFontMetrics(scaled_font(self.font(), _FONT_SCALE, strong=True))
        longest = max(metrics.horizontalAdvance(step.title) for step in STEPS)
        return max(_WIDTH, 2 * SMALL + LARGE - TIGHT + _ICON + MEDIUM + longest + MEDIUM + _MARK)

    @property
    def step(self) -> str:
        """The name of the chosen step."""
        item = self.currentItem()
        return "" if item is None else str(item.data(STEP_ROLE))

    def choose(self, name: str) -> None:
        """Make the step of that name the current one."""
        self.setCurrentRow([step.name for step in STEPS].index(name))

    def set_done(self, name: str, done: bool) -> None:
        """Mark a step as done, or take the mark away."""
        row = [step.name for step in STEPS].index(name)
        item = self.item(row)
        item.setData(DONE_ROLE, done)
        item.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            tr("{title}, done", title=STEPS[row].title) if done else STEPS[row].title,
        )

    def is_done(self, name: str) -> bool:
        """Return whether a step is marked as done."""
        return bool(self.item([step.name for step in STEPS].index(name)).data(DONE_ROLE))

    def sizeHint(self) -> QSize:
        return QSize(self._width, _ROW_HEIGHT * len(STEPS))

    def _on_rail_current_changed(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.step_chosen.emit(str(item.data(STEP_ROLE)))


def _item(step: Step, number: int) -> QListWidgetItem:
    item = QListWidgetItem(themed_icon(step.icon), step.title)
    item.setData(STEP_ROLE, step.name)
    item.setData(DONE_ROLE, False)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, step.title)
    item.setToolTip(tr("{purpose} (Ctrl+{number})", purpose=step.purpose, number=number))
    return item


class _StepDelegate(QStyledItemDelegate):
    def __init__(self, *, parent: QWidget) -> None:
        super().__init__(parent)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(_WIDTH, _ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area: QRect = option.rect.adjusted(SMALL, HALF_GAP, -SMALL, -HALF_GAP)
        _paint_ground(painter, area, option)
        _paint_step(painter, area, option, index)
        painter.restore()


#: Half of the gap between two entries.
HALF_GAP = 2


def _paint_ground(painter: QPainter, area: QRect, option: QStyleOptionViewItem) -> None:
    state: QStyle.StateFlag = option.state
    palette: QPalette = option.palette
    window = palette.color(QPalette.ColorRole.Window)
    painter.setPen(Qt.PenStyle.NoPen)
    if state & QStyle.StateFlag.State_Selected:
        highlight = palette.color(QPalette.ColorRole.Highlight)
        painter.setBrush(blend(highlight, window, 0.2))
        painter.drawRoundedRect(area, 6, 6)
        painter.setBrush(highlight)
        painter.drawRoundedRect(QRectF(area.left(), area.top() + SMALL, 3, area.height() - 2 * SMALL), 1.5, 1.5)
    elif state & QStyle.StateFlag.State_MouseOver:
        painter.setBrush(blend(palette.color(QPalette.ColorRole.WindowText), window, 0.07))
        painter.drawRoundedRect(area, 6, 6)
    if state & QStyle.StateFlag.State_HasFocus and state & QStyle.StateFlag.State_KeyboardFocusChange:
        painter.setPen(palette.color(QPalette.ColorRole.Highlight))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(area).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def _paint_step(
    painter: QPainter, area: QRect, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
) -> None:
    state: QStyle.StateFlag = option.state
    palette: QPalette = option.palette
    ratio = painter.device().devicePixelRatioF()
    text: QColor = palette.color(QPalette.ColorRole.WindowText)
    left, middle = area.left() + LARGE - TIGHT, area.center().y() + 1
    icon = index.data(Qt.ItemDataRole.UserRole)
    painter.drawPixmap(QPointF(left, middle - _ICON / 2), tinted_pixmap(str(icon), _ICON, palette, text, ratio))
    painter.setPen(text)
    selected = bool(state & QStyle.StateFlag.State_Selected)
    painter.setFont(scaled_font(option.font, _FONT_SCALE, strong=selected))
    words = area.adjusted(left - area.left() + _ICON + MEDIUM, 0, -_MARK - MEDIUM, 0)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, str(index.data(Qt.ItemDataRole.DisplayRole)))
    if index.data(DONE_ROLE):
        mark = tinted_pixmap("done", _MARK, palette, accents(palette).success, ratio)
        painter.drawPixmap(QPointF(area.right() - _MARK - SMALL, middle - _MARK / 2), mark)
