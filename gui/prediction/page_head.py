"""The head of the pages that use a model: the page's title, and the model in use with the way to open another."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from gui.prediction.model_line import ModelLine
from gui.session import Session
from gui.window.theme import TITLE_SCALE, scaled_font


class PageHead(QWidget):
    """One line: title on the left, model on the right."""

    def __init__(self, *, title: str, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        label = QLabel(title)
        label.setFont(scaled_font(self.font(), TITLE_SCALE, strong=True))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(label)
        row.addWidget(ModelLine(session=session), 1)
