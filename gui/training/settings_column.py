"""The left side of the Train page: the settings, what will be trained in words, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.training.controls import TrainingControls
from gui.training.settings_form import SettingsForm
from gui.training.validation_choice import ValidationChoice
from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import MEDIUM, SMALL, TITLE_SCALE, scaled_font

#: As wide as that, or as the longest names of settings and their fields take in another language.
WIDTH = 300


class SettingsColumn(QWidget):
    """Form and plan scroll when they are taller than the window; the buttons stay in sight below them."""

    def __init__(self, *, below: QWidget | None = None, parent: QWidget | None = None) -> None:
        """Make the column. below: what stands under the buttons."""
        super().__init__(parent)
        self._below = below
        self.form = SettingsForm()
        self.controls = TrainingControls()
        self.validation = ValidationChoice()
        self._plan = QuietLabel()
        self._plan.setObjectName("plan_in_words")
        self._lay_out()

    def _lay_out(self) -> None:
        title = QLabel(tr("Train"))
        title.setFont(scaled_font(self.font(), TITLE_SCALE, strong=True))
        plan = QHBoxLayout()
        plan.setSpacing(SMALL)
        plan.addWidget(IconLabel(name="snowflake", size=18), 0, Qt.AlignmentFlag.AlignTop)
        plan.addWidget(self._plan, 1)
        content = QWidget()
        inside = QVBoxLayout(content)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(MEDIUM)
        inside.addLayout(plan)
        rows = QVBoxLayout()
        rows.setSpacing(SMALL)
        rows.addWidget(self.validation)
        rows.addWidget(self.form)
        inside.addLayout(rows)
        self.validation.align(self.form.indent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(MEDIUM)
        column.addWidget(title)
        width = max(WIDTH, content.minimumSizeHint().width())
        column.addWidget(_AsTallAsNeeded(content, width), 1)
        column.addWidget(self.controls)
        if self._below is not None:
            column.addWidget(self._below)
        column.addStretch(0)
        self.setFixedWidth(width)

    def show_plan(self, words: str) -> None:
        """Say what will be trained."""
        self._plan.setText(words)


class _AsTallAsNeeded(QScrollArea):
    """Scrolls only when there is no room; takes no more room than its content needs, so that the buttons follow it."""

    def __init__(self, content: QWidget, width: int, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._content, self._width = content, width
        self.setWidget(content)
        content.installEventFilter(self)
        self.verticalScrollBar().rangeChanged.connect(self._on_bar_range_changed)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._fit()
        return super().eventFilter(watched, event)

    def _on_bar_range_changed(self, _lowest: int, highest: int) -> None:
        """Keep the fields off the scroll bar while there is one."""
        self.setViewportMargins(0, 0, SMALL if highest else 0, 0)

    def _fit(self) -> None:
        height = self._content.heightForWidth(self._width)
        self.setMaximumHeight(height if height > 0 else self._content.sizeHint().height())
