"""The layer inspector: what is selected, in facts; and of a single layer, what the worker finds in it.

It decides what is to be looked into, and shows only what belongs to the present selection. Nothing is looked into
while it is out of sight.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import EpochFinished, FolderScan, InspectLayer
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, FreezeState
from gui.language.translate import tr
from gui.layers.inspector.drop_card import DropCard
from gui.layers.inspector.header import InspectorHeader
from gui.layers.inspector.layer_look import LayerLook
from gui.layers.inspector.picture_choice import PictureChoice
from gui.layers.inspector.problem_label import ProblemLabel
from gui.layers.inspector.report import LayerReport
from gui.layers.inspector.subject import Subjects, is_layer
from gui.layers.inspector.wish import is_same_but_picture, why_no_look, wish_for
from gui.layers.node_state import learning_state
from gui.layers.selection import LayerSelection
from gui.layers.tree_node import TreeNode
from gui.layers.tree_selection import names_in
from gui.prediction.empty_state import EmptyState
from gui.session import Session
from gui.window.quiet_label import QuietLabel
from gui.window.theme import LARGE, SMALL, SMALL_SCALE
from gui.worker.workers import Workers

#: Four pictures of 56 pixels stand side by side, eight of 28, each pixel of them a whole number of the screen's.
WIDTH = 292

#: While a training is looked into, its layers are looked at anew at most so often.
_FOLLOWING_MILLISECONDS = 3000

_EMPTY = (tr("No layer is selected"), tr("Select one to see its weights, and what it makes of one of your pictures."))


class LayerInspector(DropCard):
    """Listens to the session and to the selection; a picture can be dropped on it."""

    def __init__(
        self, *, session: Session, workers: Workers, selection: LayerSelection, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent=parent)
        self._session, self._workers, self._selection = session, workers, selection
        self._subjects: Subjects | None = None
        self._node: TreeNode | None = None
        self._wish: InspectLayer | None = None
        self._choice = PictureChoice(parent=self)
        self._look = LayerLook(workers=workers, parent=self)
        self._following = QTimer(self, singleShot=True, interval=_FOLLOWING_MILLISECONDS)
        self._build()
        self._lay_out()
        self._connect()
        self._choice.show_scan(session.scan)
        if session.network is not None:
            self._on_session_network_described(session.network)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.setObjectName("layer_inspector")
        self.setAccessibleName(tr("Layer inspector"))
        self.setAccessibleDescription(tr("What is selected, its weights, and what it makes of a picture"))
        self.setMinimumWidth(WIDTH)
        self._header = InspectorHeader()
        self._note = QuietLabel(scale=SMALL_SCALE)
        self._note.setObjectName("inspection_note")
        self._report = LayerReport(choice=self._choice)
        self._refusal = ProblemLabel()
        self._refusal.setObjectName("drop_refusal")
        self._empty = EmptyState(icon="layers")
        self._empty.say(*_EMPTY)
        self._scroll = QScrollArea(widgetResizable=True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._states = QStackedWidget()

    def _lay_out(self) -> None:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(SMALL)
        for part in (self._refusal, self._header, self._note, self._report):
            column.addWidget(part)
        column.addStretch(1)
        self._scroll.setWidget(content)
        content.setAutoFillBackground(False)
        self._scroll.viewport().setAutoFillBackground(False)
        self._states.addWidget(self._empty)
        self._states.addWidget(self._scroll)
        around = QVBoxLayout(self)
        around.setContentsMargins(1, 1, 1, 1)
        around.addWidget(self._states)

    def _connect(self) -> None:
        self._session.network_described.connect(self._on_session_network_described)
        self._session.plan_changed.connect(self._on_session_plan_changed)
        self._session.folder_opened.connect(self._on_session_folder_opened)
        self._session.folder_scanned.connect(self._on_session_folder_scanned)
        self._session.run_selected.connect(self._on_session_run_selected)
        self._session.settings_changed.connect(self._look_if_changed)
        self._session.epoch_finished.connect(self._on_session_epoch_finished)
        self._following.timeout.connect(self._on_following_timeout)
        self._selection.selection_changed.connect(self._on_selection_changed)
        self._choice.changed.connect(self._on_choice_changed)
        self._look.found.connect(self._report.show_found)
        self._look.failed.connect(self._on_look_failed)
        self._report.retry_wanted.connect(self._look_again)
        self._header.facts.name_chosen.connect(self._on_facts_name_chosen)
        self.picture_dropped.connect(self._choice.take_dropped)
        self.drop_refused.connect(self._refusal.say)

    # ------------------------------------------------------------------ what is selected

    def _on_session_network_described(self, network: NetworkDescription) -> None:
        self._subjects = Subjects(network)
        self._on_selection_changed(self._selection.names)

    def _on_selection_changed(self, names: frozenset[str]) -> None:
        before = self._node
        self._node = None if self._subjects is None else self._subjects.of_selection(names)
        self._show_facts()
        self._look_if_changed()
        if not (_is_layer(before) and _is_layer(self._node)):
            # From layer to layer the same place stays in sight, so that these can be compared.
            self._scroll.verticalScrollBar().setValue(0)

    def _on_facts_name_chosen(self, name: str) -> None:
        if self._subjects is not None:
            self._selection.select(names_in(self._subjects.named(name)))

    def _on_session_plan_changed(self, _plan: FreezePlan) -> None:
        self._show_facts()

    def _show_facts(self) -> None:
        node, subjects = self._node, self._subjects
        if node is None or subjects is None:
            self._states.setCurrentWidget(self._empty)
            return
        scan = self._session.scan
        self._header.show_subject(node, subjects, self._session.plan, 0 if scan is None else len(scan.classes))
        self._report.weights.show_learning(learning_state(node, self._session.plan) == FreezeState.TRAINABLE)
        self._states.setCurrentWidget(self._scroll)

    # ------------------------------------------------------------------ looking into it

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._workers.warm_viewer()
        self._look_if_changed()

    def _on_choice_changed(self) -> None:
        self._refusal.say("")
        self._look_if_changed()

    def _on_session_folder_opened(self, _folder: Path) -> None:
        self._choice.show_scan(None)

    def _on_session_folder_scanned(self, scan: FolderScan) -> None:
        self._choice.show_scan(scan)
        self._show_facts()

    def _on_session_run_selected(self, _run: Path) -> None:
        self._look_again()

    def _on_session_epoch_finished(self, _epoch: EpochFinished) -> None:
        training = self._session.training
        if training is not None and training.run == self._session.run and not self._following.isActive():
            self._following.start()

    def _on_following_timeout(self) -> None:
        if self.isVisible():
            self._look_again()

    def _on_look_failed(self, failure: Failure) -> None:
        self._wish = None
        self._report.show_failure(failure)

    def _look_again(self) -> None:
        """Look even if the same was looked into before: the run may hold another model by now."""
        self._wish = None
        self._look_if_changed()

    def _look_if_changed(self, *_news: object) -> None:
        node, subjects, before = self._node, self._subjects, self._wish
        wish = None if node is None or subjects is None else self._wish_for(node, subjects)
        if node is None or subjects is None or wish is None:
            self._show_no_look(node)
        elif wish != before and not self.isVisible():
            self._look.give_up()
            self._wish = None
        elif wish != before:
            self._wish = wish
            self._note.hide()
            self._expect(wish, before, node, subjects)
            self._report.show()
            self._look.look(wish)

    def _wish_for(self, node: TreeNode, subjects: Subjects) -> InspectLayer | None:
        size = subjects.network.image_size
        return wish_for(
            node,
            run=self._session.run,
            image_size=size,
            image=self._choice.source,
            settings=self._session.settings,
            backbone=subjects.network.backbone,
        )

    def _show_no_look(self, node: TreeNode | None) -> None:
        self._look.give_up()
        self._wish = None
        self._report.hide()
        self._note.setText("" if node is None else why_no_look(node))
        self._note.show()

    def _expect(self, wish: InspectLayer, before: InspectLayer | None, node: TreeNode, subjects: Subjects) -> None:
        """Keep the places of what will be found; what stays the same is left on show."""
        if node.is_head:
            self._report.expect_head()
        elif before is not None and wish.image is not None and is_same_but_picture(before, wish):
            self._report.expect_activations(node)
        else:
            same = before is not None and before.image == wish.image
            self._report.expect_layer(node, subjects, with_picture=wish.image is not None, same_picture=same)


def _is_layer(node: TreeNode | None) -> bool:
    return node is not None and is_layer(node)
