"""The top of the inspector: what is selected, in which state, and what is known of it without looking into it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from core.network.freeze_plan import FreezePlan
from gui.layers.inspector.facts import facts_of, heading_of
from gui.layers.inspector.subject import Subjects
from gui.layers.inspector.term_list import TermList
from gui.layers.node_state import STATE_ICONS, learning_state
from gui.layers.tree_node import TreeNode
from gui.window.icon_label import IconLabel
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HAIR, HEADING_SCALE, SMALL, SMALL_SCALE, TIGHT, scaled_font


class InspectorHeader(QWidget):
    """Icon of the state, name, kind, facts."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = IconLabel(name="snowflake", size=18)
        self._name = QLabel()
        self._kind = QuietLabel(scale=SMALL_SCALE)
        self.facts = TermList()
        self._build()
        self._lay_out()

    def show_subject(self, node: TreeNode, subjects: Subjects, plan: FreezePlan, classes: int) -> None:
        """Show what is selected, under this plan."""
        has_state = node.can_be_thawed or node.is_head
        self._icon.setVisible(has_state)
        if has_state:
            self._icon.set_icon(STATE_ICONS[learning_state(node, plan)])
        self._name.setText(node.name)
        self._kind.setText(heading_of(node))
        self._kind.setVisible(bool(self._kind.text()))
        self.facts.show_facts(facts_of(node, subjects, plan, classes))

    def _build(self) -> None:
        self._name.setObjectName("inspected_layer")
        self._name.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._kind.setObjectName("inspected_kind")
        self.facts.setObjectName("inspected_facts")

    def _lay_out(self) -> None:
        title = QHBoxLayout()
        title.setSpacing(SMALL)
        title.addWidget(self._icon)
        title.addWidget(self._name, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addLayout(title)
        column.addWidget(self._kind)
        column.addSpacing(TIGHT)
        column.addWidget(self.facts)
