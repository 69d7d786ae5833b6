"""Fusion with flat surfaces, round corners and room to breathe. Which part is painted where is said here, and no more.

Everything takes its colours from the palette of what is painted, so a high-contrast palette holds. What isn't listed
here is Fusion's own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QProxyStyle,
    QStyle,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionSlider,
    QWidget,
)

from gui.style import buttons, fields, scroll_bars, surfaces
from gui.window.theme import MEDIUM, TIGHT

Paint = Callable[[QStyleOption, QPainter], None]
_Primitive, _Control, _Complex = QStyle.PrimitiveElement, QStyle.ControlElement, QStyle.ComplexControl

_PRIMITIVES: Mapping[QStyle.PrimitiveElement, Paint] = {
    _Primitive.PE_PanelButtonCommand: buttons.paint_button,
    _Primitive.PE_PanelButtonTool: buttons.paint_tool_button,
    _Primitive.PE_IndicatorCheckBox: buttons.paint_check_box,
    _Primitive.PE_IndicatorItemViewItemCheck: buttons.paint_check_box,
    _Primitive.PE_IndicatorRadioButton: buttons.paint_radio_button,
    _Primitive.PE_IndicatorArrowUp: fields.arrow(fields.UP),
    _Primitive.PE_IndicatorArrowDown: fields.arrow(fields.DOWN),
    _Primitive.PE_IndicatorArrowLeft: fields.arrow(fields.LEFT),
    _Primitive.PE_IndicatorArrowRight: fields.arrow(fields.RIGHT),
    _Primitive.PE_IndicatorBranch: fields.paint_branch,
    _Primitive.PE_IndicatorHeaderArrow: fields.paint_sorting,
    _Primitive.PE_FrameFocusRect: surfaces.paint_focus,
    _Primitive.PE_FrameTabBarBase: surfaces.paint_nothing,
    _Primitive.PE_FrameTabWidget: surfaces.paint_pane,
    _Primitive.PE_FrameGroupBox: surfaces.paint_group,
    _Primitive.PE_Frame: surfaces.paint_frame,
    _Primitive.PE_PanelScrollAreaCorner: surfaces.paint_corner,
}
_CONTROLS: Mapping[QStyle.ControlElement, Paint] = {
    _Control.CE_HeaderSection: surfaces.paint_header,
    _Control.CE_HeaderEmptyArea: surfaces.paint_header,
    _Control.CE_TabBarTabShape: surfaces.paint_tab,
    _Control.CE_ProgressBarGroove: surfaces.paint_progress_groove,
    _Control.CE_ProgressBarContents: surfaces.paint_progress,
    _Control.CE_Splitter: surfaces.paint_splitter,
}
_METRICS: Mapping[QStyle.PixelMetric, int] = {
    QStyle.PixelMetric.PM_HeaderMargin: TIGHT + 1,
    QStyle.PixelMetric.PM_FocusFrameHMargin: TIGHT,
    QStyle.PixelMetric.PM_ScrollBarExtent: scroll_bars.EXTENT,
    QStyle.PixelMetric.PM_IndicatorWidth: buttons.INDICATOR,
    QStyle.PixelMetric.PM_IndicatorHeight: buttons.INDICATOR,
    QStyle.PixelMetric.PM_ExclusiveIndicatorWidth: buttons.INDICATOR,
    QStyle.PixelMetric.PM_ExclusiveIndicatorHeight: buttons.INDICATOR,
    QStyle.PixelMetric.PM_ButtonShiftHorizontal: 0,
    QStyle.PixelMetric.PM_ButtonShiftVertical: 0,
}
#: So much larger than Fusion's.
_ROOMIER: Mapping[QStyle.ContentsType, QSize] = {
    QStyle.ContentsType.CT_PushButton: QSize(MEDIUM - TIGHT, 2),
    QStyle.ContentsType.CT_ComboBox: QSize(TIGHT, 2),
    # A form puts a label beside the middle of its field only if that is no higher than 7/4 of the label.
    QStyle.ContentsType.CT_LineEdit: QSize(TIGHT, 2),
    QStyle.ContentsType.CT_SpinBox: QSize(0, -1),  # it has a line of text inside, which is roomier already
    QStyle.ContentsType.CT_HeaderSection: QSize(0, TIGHT),
    QStyle.ContentsType.CT_MenuItem: QSize(0, 2),
}


class FrostStyle(QProxyStyle):
    """One for the application. Qt asks it without a widget too; PySide's stubs deny that in three places."""

    def __init__(self) -> None:
        super().__init__("fusion")
        self.setObjectName("frost")

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if element == _Primitive.PE_PanelLineEdit and fields.is_framed(option):
            fields.paint_field(option, painter)
        elif paint := _PRIMITIVES.get(element):
            paint(option, painter)
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self, element: QStyle.ControlElement, option: QStyleOption, painter: QPainter, widget: QWidget | None = None
    ) -> None:
        if paint := _CONTROLS.get(element):
            paint(option, painter)
        elif element == _Control.CE_PushButtonLabel and isinstance(option, QStyleOptionButton):
            super().drawControl(element, buttons.label_of(option), painter, widget)
        else:
            super().drawControl(element, option, painter, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        widget: QWidget | None = None,
    ) -> None:
        if control == _Complex.CC_ComboBox:
            fields.paint_combo_box(option, painter, self.subControlRect(control, option, fields.COMBO_ARROW, widget))
        elif control == _Complex.CC_SpinBox:
            up, down = (self.subControlRect(control, option, one, widget) for one in fields.SPIN_ARROWS)
            fields.paint_spin_box(option, painter, up, down)
        elif control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            scroll_bars.paint_scroll_bar(option, painter)
        elif control == _Complex.CC_Slider and isinstance(option, QStyleOptionSlider):
            groove, handle = (self.subControlRect(control, option, one, widget) for one in scroll_bars.SLIDER_PARTS)
            scroll_bars.paint_slider(option, painter, groove, handle)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def subControlRect(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget | None = None,
    ) -> QRect:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return scroll_bars.part_of_scroll_bar(option, part)
        found = super().subControlRect(control, option, part, widget)  # type: ignore[arg-type]
        return found.adjusted(fields.INSET, 0, 0, 0) if (control, part) in fields.INSET_PARTS else found

    def subElementRect(self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget | None = None) -> QRect:
        found = super().subElementRect(element, option, widget)  # type: ignore[arg-type]
        if element == QStyle.SubElement.SE_LineEditContents and fields.is_framed(option):
            return found.adjusted(fields.INSET, 0, -fields.INSET, 0)
        return found

    def pixelMetric(
        self, metric: QStyle.PixelMetric, option: QStyleOption | None = None, widget: QWidget | None = None
    ) -> int:
        own = _METRICS.get(metric)
        return super().pixelMetric(metric, option, widget) if own is None else own

    def sizeFromContents(
        self, kind: QStyle.ContentsType, option: QStyleOption, size: QSize, widget: QWidget | None = None
    ) -> QSize:
        found = super().sizeFromContents(kind, option, size, widget)  # type: ignore[arg-type]
        more = _ROOMIER.get(kind)
        return found if more is None else found + more
