"""A plot with its title and its menu: save as a picture, save the values, reset the zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.training.curve_plot import CurvePlot
from gui.training.measures import Measure
from gui.window.icons import themed_icon
from gui.window.theme import HAIR, scaled_font


class CurvePanel(QWidget):
    """One measure's plot; the menu opens from the button beside the title and from a right click."""

    picture_wanted = Signal()
    values_wanted = Signal()

    def __init__(self, *, measure: Measure, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.measure = measure
        self.plot = CurvePlot(measure=measure)
        self._title = QLabel(measure.title)
        self._button = QToolButton()
        self._build()
        self._lay_out()

    def _build(self) -> None:
        name = self.measure.name
        self._title.setFont(scaled_font(self.font(), 1.0, strong=True))
        self._button.setObjectName(f"{name}_menu")
        self._button.setAccessibleName(tr("{title}: save the plot, reset the zoom", title=self.measure.title))
        self._button.setToolTip(tr("Save this plot, or reset its zoom"))
        self._button.setIcon(themed_icon("more"))
        self._button.setIconSize(QSize(16, 16))
        self._button.setAutoRaise(True)
        self._button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        menu = QMenu(self)
        actions = (
            self._action("save_picture", tr("Save as &picture…"), "picture"),
            self._action("save_values", tr("Save &values…"), "export"),
            self._action("reset_zoom", tr("&Reset zoom"), "reset_zoom"),
        )
        menu.addActions(actions)
        self._button.setMenu(menu)
        self.plot.addActions(actions)
        actions[0].triggered.connect(lambda _checked: self.picture_wanted.emit())
        actions[1].triggered.connect(lambda _checked: self.values_wanted.emit())
        actions[2].triggered.connect(lambda _checked: self.plot.reset_zoom())

    def _action(self, name: str, words: str, icon: str) -> QAction:
        action = QAction(themed_icon(icon), words, self)
        action.setObjectName(f"{name}_of_{self.measure.name}")
        return action

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.addWidget(self._title, 1)
        header.addWidget(self._button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(header)
        column.addWidget(self.plot, 1)
