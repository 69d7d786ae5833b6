"""The layer map: the network as a picture in which a person freezes and thaws, with the frost line to drag.

The view composes scene, zoom, pointer and keys, and answers them. It is drawn from the session's network alone;
every change of the plan goes through its history; what is selected is shared through a `LayerSelection`.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QAction, QContextMenuEvent, QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from core.messages import FolderScan
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan
from gui.language.translate import tr
from gui.layers.map.cursor import MapCursor
from gui.layers.map.keys import obey_key
from gui.layers.map.map_words import LINE_TIP, spoken_of_node, tip_of_node
from gui.layers.map.menu import MapMenu
from gui.layers.map.navigation import Way
from gui.layers.map.plan_changes import PlanChanges
from gui.layers.map.pointer import MapPointer
from gui.layers.map.targets import MapTargets, Target
from gui.layers.map.zoomed_view import ZoomedView
from gui.layers.plan_history import PlanHistory
from gui.layers.selection import LayerSelection
from gui.session import Session

_DESCRIPTION = tr(
    "The image at the bottom, the head at the top. Arrow keys move, Space freezes or thaws, "
    "Alt with up or down moves the frost line, plus and minus zoom, Enter shows the layers of a block."
)


class LayerMap(ZoomedView):
    """Shows and changes the freeze plan of a session."""

    def __init__(
        self,
        *,
        session: Session,
        history: PlanHistory,
        selection: LayerSelection | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._session = session
        self._history = history
        self._selection = selection or LayerSelection(self)
        self._changes: PlanChanges | None = None
        self.targets = MapTargets(view=self, scene=self.map_scene)
        self.map_cursor = MapCursor(scene=self.map_scene, targets=self.targets, selection=self._selection, parent=self)
        self._pointer = MapPointer(view=self, targets=self.targets)
        self._menu = MapMenu(view=self)
        self._band_base: frozenset[str] = frozenset()
        self._name()
        self._connect()
        if session.scan is not None:
            self._on_session_folder_scanned(session.scan)
        if session.network is not None:
            self._on_session_network_described(session.network)

    @property
    def network(self) -> NetworkDescription | None:
        """What is drawn; None until the network is described."""
        return self._session.network

    @property
    def selection(self) -> LayerSelection:
        """What is selected."""
        return self._selection

    @property
    def menu_actions(self) -> tuple[QAction, ...]:
        """What the context menu offers to do with the selection."""
        return (self._menu.freeze, self._menu.thaw, self._menu.thaw_from_here)

    def reveal(self, name: str) -> None:
        """Make the stage, the block or the layer of that name current, select it alone and bring it into sight."""
        for row in self.map_scene.rows:
            nodes = [row.node, *([row.stage] if row.stage is not None else []), *(one.node for one in row.layers)]
            node = next((one for one in nodes if one.name == name), None)
            if node is not None:
                self.map_cursor.select(node)
                self.make_visible(self.targets.rect_of(node))
                return

    def show_movement(self, values: Mapping[str, float] | None) -> None:
        """Colour each layer by how much it moved in training; None returns to frozen and trainable.

        values: |dw| / |w| by the layer's name; layers that are not in it, or have 0, did not move.
        """
        self.map_scene.show_movement(values)
        self.footer.show_legend(values is not None)

    # ------------------------------------------------------------------ commands

    def move_line(self, steps: int) -> None:
        """Move the frost line by whole blocks, up for positive steps."""
        if self._changes is not None:
            self._changes.move_line(steps)
            self.make_visible(self.targets.rect_of_line())

    def toggle_selection(self) -> None:
        """Thaw what is selected, unless all of it is thawed already."""
        if self._changes is not None:
            self._changes.toggle(self._selection.names)

    def freeze_selection(self) -> None:
        """Freeze what is selected."""
        if self._changes is not None:
            self._changes.freeze(self._selection.names)

    def thaw_selection(self) -> None:
        """Thaw what is selected."""
        if self._changes is not None:
            self._changes.thaw(self._selection.names)

    def thaw_from_current(self) -> None:
        """Thaw the current node and all above it; what lies below stays as it is."""
        if self._changes is not None:
            self._changes.thaw(self.map_cursor.names_from_here_up)

    def go(self, way: Way, *, extend: bool) -> None:
        """Make another node current; extend: add it to the selection rather than select it alone."""
        self.map_cursor.go(way, extend=extend)
        if self.map_cursor.node is not None:
            self.make_visible(self.targets.rect_of(self.map_cursor.node))

    def show_layers(self) -> None:
        """Zoom in until the layers of the current block are seen."""
        if self.map_cursor.row is not None:
            self.zoom_to_row(self.map_cursor.row)

    def select_all(self) -> None:
        """Select all that is there."""
        self.map_cursor.select_all()

    def let_go(self) -> None:
        """Give up a drag, or the selection."""
        if not self._pointer.let_go():
            self._selection.select(frozenset())

    # ------------------------------------------------------------------ building

    def _name(self) -> None:
        self.setObjectName("layer_map")
        self.setAccessibleName(tr("Layer map"))
        self.setAccessibleDescription(_DESCRIPTION)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)

    def _connect(self) -> None:
        self._session.network_described.connect(self._on_session_network_described)
        self._session.plan_changed.connect(self._on_session_plan_changed)
        self._session.folder_scanned.connect(self._on_session_folder_scanned)
        self.map_cursor.moved.connect(self._describe_current)
        self._selection.selection_changed.connect(self._on_selection_changed)
        self._menu.freeze_requested.connect(self.freeze_selection)
        self._menu.thaw_requested.connect(self.thaw_selection)
        self._menu.thaw_from_here_requested.connect(self.thaw_from_current)
        self._pointer.clicked.connect(self._on_pointer_clicked)
        self._pointer.band_started.connect(self.map_cursor.start_band)
        self._pointer.band_moved.connect(self._on_pointer_band_moved)
        self._pointer.line_moved.connect(self._on_pointer_line_moved)
        self._pointer.line_dropped.connect(self._on_pointer_line_dropped)
        self._pointer.line_let_go.connect(self._on_pointer_line_let_go)
        self._pointer.hovered.connect(self._on_pointer_hovered)

    # ------------------------------------------------------------------ what session and selection say

    def _on_session_network_described(self, network: NetworkDescription) -> None:
        self._changes = PlanChanges(session=self._session, history=self._history, network=network)
        self.map_scene.show_plan(self._session.plan)
        self.map_scene.show_network(network)
        self.map_scene.show_selection(self._selection.names)
        self.fit()

    def _on_session_plan_changed(self, plan: FreezePlan) -> None:
        self.map_scene.show_plan(plan)
        self._describe_current()

    def _on_session_folder_scanned(self, scan: FolderScan) -> None:
        self.map_scene.show_classes(len(scan.classes))

    def _on_selection_changed(self, names: frozenset[str]) -> None:
        self.map_scene.show_selection(names)

    # ------------------------------------------------------------------ what the pointer says

    def _on_pointer_clicked(self, target: Target | None, modifiers: Qt.KeyboardModifier) -> None:
        if target is None:
            self._selection.select(frozenset())
        elif modifiers & (Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier):
            self.map_cursor.select_with(target.node, modifiers)
        else:
            self.map_cursor.select(target.node)
            if target.on_shape:
                self.toggle_selection()

    def _on_pointer_band_moved(self, area: QRectF, adds: bool) -> None:
        self.map_cursor.draw_band(area, adds=adds)

    def _on_pointer_line_moved(self, down: float) -> None:
        if self._changes is not None:
            self._changes.preview_line(self.targets.cut_near(down, self._changes.cuts))
            self.map_scene.line.show_pointer(held=True, hovered=True)

    def _on_pointer_line_dropped(self) -> None:
        if self._changes is not None:
            self._changes.keep_line()
        self.map_scene.line.show_pointer(held=False, hovered=True)

    def _on_pointer_line_let_go(self) -> None:
        if self._changes is not None:
            self._changes.drop_line()
        self.map_scene.line.show_pointer(held=False, hovered=False)

    def _on_pointer_hovered(self, target: Target | None, on_line: bool) -> None:
        self.map_scene.show_hovered(target.node if target is not None and target.on_shape else None)
        self.map_scene.line.show_pointer(held=False, hovered=on_line)

    # ------------------------------------------------------------------ Qt's own events

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._pointer.leave()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            if not event.isAutoRepeat():
                self._pointer.hold_space()
        elif not obey_key(event, self):
            super().keyPressEvent(event)
            return
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and not event.isAutoRepeat():
            if not self._pointer.release_space():
                self.toggle_selection()
            event.accept()
        else:
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.map_scene.show_focus(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.map_scene.show_focus(False)
        self._pointer.let_go()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() == QContextMenuEvent.Reason.Mouse:
            target = self.targets.target_at(QPointF(event.pos()))
            node, position = (None if target is None else target.node), event.globalPos()
        else:
            node = self.map_cursor.node
            place = QPointF() if node is None else self.targets.rect_of(node).center()
            position = self.viewport().mapToGlobal(place.toPoint())
        if node is None or self._changes is None:
            return
        self.map_cursor.point_at(node)
        self._menu.pop_up(position, has_something_to_thaw=self._changes.can_thaw(self._selection.names))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_tip(event)
            return True
        return super().viewportEvent(event)

    # ------------------------------------------------------------------ private parts

    def _show_tip(self, event: QHelpEvent) -> None:
        point = QPointF(event.pos())
        target = self.targets.target_at(point)
        if self.targets.is_on_line(point):
            words = LINE_TIP
        elif target is not None:
            words = tip_of_node(target.node, self.map_scene.row_of(target.node), self._session.plan)
        else:
            words = ""
        QToolTip.showText(event.globalPos(), words, self.viewport())

    def _describe_current(self) -> None:
        """Tell screen readers where the keyboard stands."""
        node = self.map_cursor.node
        words = _DESCRIPTION if node is None else spoken_of_node(node, self._session.plan)
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
