"""The choice of the network whose layers are frozen and thawed, as the title of the Layers page; it can be undone."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QWidget

from core.network.backbones import BACKBONES
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.layers.plan_history import PlanHistory
from gui.session import Session
from gui.window.theme import SMALL, TITLE_SCALE, scaled_font


class BackboneChoice(QWidget):
    """The words "Layers of" and a list of the networks; each says in a tool tip what it is good for."""

    def __init__(self, *, session: Session, history: PlanHistory, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._history = history
        self._title = QLabel(tr("La&yers of"))
        self._list = QComboBox()
        self._list.setObjectName("backbone")
        self._list.setAccessibleName(tr("Network whose layers are shown"))
        for one in BACKBONES:
            self._list.addItem(one.name)
            self._list.setItemData(
                self._list.count() - 1, _sentence(said_by_core(one.about)), Qt.ItemDataRole.ToolTipRole
            )
        font = scaled_font(self.font(), TITLE_SCALE, strong=True)
        self._title.setFont(font)
        self._title.setBuddy(self._list)
        self._list.setFont(font)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(SMALL)
        row.addWidget(self._title)
        row.addWidget(self._list)
        row.addStretch(1)
        self._list.activated.connect(self._on_list_activated)
        session.backbone_changed.connect(self._show)
        self._show(session.backbone)

    def _on_list_activated(self, row: int) -> None:
        self._history.choose_backbone(self._list.itemText(row))

    def _show(self, name: str) -> None:
        self._list.setCurrentText(name)
        self._list.setToolTip(str(self._list.currentData(Qt.ItemDataRole.ToolTipRole)))


def _sentence(words: str) -> str:
    return words[:1].upper() + words[1:] + "."
