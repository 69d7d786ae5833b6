"""The Layers page: the network as a map and as a tree, the freeze plan beside them.

Every change goes through the plan's history; what is selected is one selection for all parts of the page.
"""

from __future__ import annotations

import dataclasses

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QProgressBar, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from core.messages import FolderScan
from core.network.description import HEAD, NetworkDescription
from core.network.freeze_plan import FreezePlan
from gui.language.translate import tr
from gui.layers.backbone_choice import BackboneChoice
from gui.layers.cost_panel import CostPanel
from gui.layers.header import LayersHeader
from gui.layers.inspector.inspector import LayerInspector
from gui.layers.layer_tree import LayerTree
from gui.layers.layer_tree_model import LayerTreeModel
from gui.layers.machine_speed import MachineSpeed
from gui.layers.map.layer_map import LayerMap
from gui.layers.movement import MovementModel
from gui.layers.page_actions import offer_layer_actions
from gui.layers.plan_history import PlanHistory
from gui.layers.plan_panel import PlanPanel
from gui.layers.plan_times import PlanTimes
from gui.layers.plan_words import change_in_words
from gui.layers.selection import LayerSelection
from gui.layers.side_panel import SidePanel
from gui.layers.tree_column import TreeColumn
from gui.layers.tree_selection import TreeSelection
from gui.session import Session
from gui.shared_settings import SharedSettings
from gui.window.icons import themed_icon
from gui.window.quiet_label import QuietLabel
from gui.window.theme import LARGE, MEDIUM, PAGE
from gui.worker.workers import Workers

#: How map, tree and panel share the page at first.
_WIDTHS = (480, 270, 280)


class LayersPage(QWidget):
    """Map, tree and panel, once the worker has described the network."""

    def __init__(
        self, *, session: Session, history: PlanHistory, workers: Workers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page_layers")
        self._session = session
        self._history = history
        self._movement = MovementModel(session=session, parent=self)
        self._speed = MachineSpeed(workers=workers, parent=self)
        self._times = PlanTimes(parent=self)
        title = BackboneChoice(session=session, history=history)
        self._header = LayersHeader(movement=self._movement, title=title)
        self._model = LayerTreeModel(icon=themed_icon, parent=self)
        self.selection = LayerSelection(self)
        self._map = LayerMap(session=session, history=history, selection=self.selection)
        self._tree = LayerTree(model=self._model)
        TreeSelection(tree=self._tree, selection=self.selection)
        self._tree_column = TreeColumn(tree=self._tree)
        self._panel = PlanPanel(cost=CostPanel(session=session, speed=self._speed, times=self._times))
        self._inspector = LayerInspector(session=session, workers=workers, selection=self.selection)
        self._side = SidePanel()
        self._states = QStackedWidget()
        self._lay_out()
        self._connect()
        offer_layer_actions(
            self,
            map_=self._map,
            session=session,
            history=history,
            choose_layers=self._choose,
            ways={
                "find_layer": self._tree_column.find_layer,
                "show_plan_panel": lambda: self._side.show_part(self._panel),
                "show_inspector": lambda: self._side.show_part(self._inspector),
            },
        )
        if session.network is not None:
            self._on_session_network_described(session.network)

    @property
    def kind_of_selection(self) -> str:
        """Keras' name of the kind of the selected layer; '' unless exactly one layer is selected."""
        names, network = self.selection.names, self._session.network
        if network is None or len(names) != 1:
            return ""
        (name,) = names
        return next((layer.kind for layer in network.layers if layer.name == name), "Dense" if name == HEAD else "")

    def reveal(self, name: str) -> None:
        """Select the stage, the block or the layer of that name and bring it into sight."""
        self._map.reveal(name)

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self._side.add_part(self._panel, tr("Plan"), tr("What is frozen, what learns, and what that costs"))
        self._side.add_part(self._inspector, tr("Inspector"), tr("What is inside the selected layer"))
        self.columns = QSplitter(Qt.Orientation.Horizontal)
        self.columns.setObjectName("layers_columns")
        self.columns.setChildrenCollapsible(False)
        self.columns.setHandleWidth(LARGE)
        for part, stretch in ((self._map, 3), (self._tree_column, 1), (self._side, 0)):
            self.columns.addWidget(part)
            self.columns.setStretchFactor(self.columns.count() - 1, stretch)
        self.columns.setSizes(list(_WIDTHS))
        self.columns.setCollapsible(self.columns.indexOf(self._tree_column), True)
        self._states.addWidget(_loading())
        self._states.addWidget(self.columns)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(self._header)
        column.addWidget(self._states, 1)

    def _connect(self) -> None:
        self._session.backbone_changed.connect(self._on_session_backbone_changed)
        self._session.network_described.connect(self._on_session_network_described)
        self._session.plan_changed.connect(self._on_session_plan_changed)
        self._session.folder_scanned.connect(self._on_session_folder_scanned)
        self._session.settings_changed.connect(self._on_session_settings_changed)
        self._movement.movement_changed.connect(self._map.show_movement)
        self._movement.movement_changed.connect(self._tree.show_movement)
        self._movement.record_read.connect(self._times.add)
        self._model.thaw_requested.connect(self._on_layers_thaw_requested)
        self._tree.thaw_requested.connect(self._on_layers_thaw_requested)
        self._tree.doubleClicked.connect(self._on_tree_double_clicked)
        self._panel.controls.layers_chosen.connect(self._on_controls_layers_chosen)
        self._panel.controls.batch_norm_toggled.connect(self._on_controls_batch_norm_toggled)

    # ------------------------------------------------------------------ what the session says

    def _on_session_backbone_changed(self, backbone: str) -> None:
        self._states.setCurrentIndex(0)
        self._speed.set_work(self._session.settings.image_size, backbone)

    def _on_session_network_described(self, network: NetworkDescription) -> None:
        self._model.show_network(network)
        self._model.show_plan(self._session.plan)
        if self._session.scan is not None:
            self._on_session_folder_scanned(self._session.scan)
        self._panel.controls.show_network(network)
        self._panel.show_plan(self._session.plan, network)
        if network.backbone == self._session.backbone:
            self._states.setCurrentWidget(self.columns)

    def _on_session_settings_changed(self, settings: SharedSettings) -> None:
        self._speed.set_work(settings.image_size, self._session.backbone)
        if self.isVisible():
            self._speed.want()

    def _on_session_plan_changed(self, plan: FreezePlan) -> None:
        self._model.show_plan(plan)
        if self._session.network is not None:
            self._panel.show_plan(plan, self._session.network)

    def _on_session_folder_scanned(self, scan: FolderScan) -> None:
        self._model.show_classes(len(scan.classes))

    # ------------------------------------------------------------------ what the user wishes

    def _on_tree_double_clicked(self, row: QModelIndex) -> None:
        if not self._tree.model().hasChildren(row.siblingAtColumn(0)):
            self._side.show_part(self._inspector)

    def _on_layers_thaw_requested(self, names: frozenset[str], thaw: bool) -> None:
        before = self._session.plan.thawed
        self._choose(before | names if thaw else before - names)

    def _on_controls_layers_chosen(self, thawed: frozenset[str]) -> None:
        self._choose(thawed)

    def _on_controls_batch_norm_toggled(self, thaw: bool) -> None:
        plan = dataclasses.replace(self._session.plan, thaw_batch_norm=thaw)
        self._history.change(plan, tr("thaw BatchNorm") if thaw else tr("freeze BatchNorm"))

    def _choose(self, thawed: frozenset[str]) -> None:
        plan, network = self._session.plan, self._session.network
        if network is not None:
            words = change_in_words(plan.thawed, thawed, network)
            self._history.change(dataclasses.replace(plan, thawed=thawed), words)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._speed.want()
        self._times.read(self._session.runs_folder)


def _loading() -> QWidget:
    """The calm that is shown until the worker has imported Keras and described the network."""
    box = QWidget()
    words = QuietLabel(tr("Keras is being loaded; the layers of the network follow in a moment."))
    words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
    bar.setObjectName("network_loading")
    bar.setAccessibleName(tr("Loading the network"))
    bar.setFixedSize(220, 6)
    column = QVBoxLayout(box)
    column.setSpacing(MEDIUM)
    column.addStretch(2)
    column.addWidget(words)
    column.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
    column.addStretch(3)
    return box
