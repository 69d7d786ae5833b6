"""The platform's style for tables and trees, with more air in cells and headers and check boxes that show in the dark.

Nothing else is changed. Fusion outlines a check box in a darker tone of the window, which is just the ground of a
table when the desktop is dark: there the box is drawn here.
"""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPalette, QPen
from PySide6.QtWidgets import QHeaderView, QProxyStyle, QStyle, QStyleOption, QTableView, QTreeView, QWidget

from gui.window.theme import TIGHT, blend, is_dark

_WIDER = {QStyle.PixelMetric.PM_HeaderMargin: TIGHT + 1, QStyle.PixelMetric.PM_FocusFrameHMargin: TIGHT}
_CHECK_BOX = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck


class AiryStyle(QProxyStyle):
    """Belongs to one view and dies with it."""

    def __init__(self, *, parent: QWidget) -> None:
        super().__init__()
        self.setParent(parent)

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        wider = _WIDER.get(metric)
        return super().pixelMetric(metric, option, widget) if wider is None else wider

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _CHECK_BOX and is_dark(option.palette) and self.baseStyle().name() == "fusion":
            _draw_check_box(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)


def give_air(view: QTableView | QTreeView) -> None:
    """Let `view` and its header breathe."""
    style = AiryStyle(parent=view)
    view.setStyle(style)
    header: QHeaderView = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
    header.setStyle(style)


def _draw_check_box(option: QStyleOption, painter: QPainter) -> None:
    text = option.palette.color(QPalette.ColorRole.Text)
    base = option.palette.color(QPalette.ColorRole.Base)
    box = QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(blend(text, base, 0.55))
    painter.setBrush(blend(text, base, 0.08))
    painter.drawRoundedRect(box, 2, 2)
    if option.state & QStyle.StateFlag.State_On:
        painter.setPen(QPen(text, 1.8, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
        tick = ((0.22, 0.52), (0.42, 0.72), (0.78, 0.28))
        painter.drawPolyline([box.topLeft() + QPointF(x * box.width(), y * box.height()) for x, y in tick])
    elif option.state & QStyle.StateFlag.State_NoChange:
        painter.fillRect(box.adjusted(3, 3, -3, -3), text)
    painter.restore()
