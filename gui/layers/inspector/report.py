"""What was found in a layer: whose weights, the weights, the filters, the activations, the configuration.

While it is waited for, the places are kept, so that nothing jumps when it comes.
"""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import LayerInspected
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.layers.inspector.activations_section import ActivationsSection
from gui.layers.inspector.facts import Fact
from gui.layers.inspector.filters_section import FiltersSection
from gui.layers.inspector.picture_choice import PictureChoice
from gui.layers.inspector.problem_label import ProblemLabel
from gui.layers.inspector.section import Section
from gui.layers.inspector.subject import Subjects
from gui.layers.inspector.term_list import TermList
from gui.layers.inspector.weights_section import WeightsSection
from gui.layers.tree_node import TreeNode
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL_SCALE, TIGHT

#: Nothing moves for a look that is answered by then.
_CALM_MILLISECONDS = 400
_BAR_HEIGHT = 4
_FIRST_LOOK = tr("Keras is being loaded for the first look.")


class LayerReport(QWidget):
    """Shows a `LayerInspected`, the wait for one, or why there is none."""

    retry_wanted = Signal()

    def __init__(self, *, choice: PictureChoice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_looked = False
        self._bar = QProgressBar(textVisible=False, minimum=0, maximum=0)
        self._source = QuietLabel(scale=SMALL_SCALE)
        self._problem = ProblemLabel()
        self._retry = QPushButton(tr("Try again"))
        self.weights = WeightsSection()
        self.filters = FiltersSection()
        self.activations = ActivationsSection(choice=choice)
        self._configuration = TermList()
        self._details = Section(tr("Configuration"))
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MILLISECONDS)
        self._build()
        self._lay_out()
        self._calm.timeout.connect(self._on_calm_timeout)
        self._retry.clicked.connect(self.retry_wanted)

    # ------------------------------------------------------------------ what is to be shown

    def expect_head(self) -> None:
        """Wait for what is in the head."""
        self._wait()
        self._retract_weights()
        self.weights.show()
        self.filters.hide()
        self.activations.hide()

    def expect_layer(self, node: TreeNode, subjects: Subjects, *, with_picture: bool, same_picture: bool) -> None:
        """Wait for what is in another layer."""
        self._wait()
        self._retract_weights()
        self.weights.setVisible(node.parameters > 0)
        self.filters.expect(subjects.filters_to_see(node))
        self.activations.show()
        if with_picture:
            self.activations.expect(node.layers[0].output_shape, same_picture=same_picture)
        else:
            self.activations.clear()

    def expect_activations(self, node: TreeNode) -> None:
        """Wait for what the layer on show makes of another picture."""
        self._wait()
        self.activations.expect(node.layers[0].output_shape, same_picture=False)

    def show_found(self, found: LayerInspected) -> None:
        """Show what was found."""
        self._rest()
        self._source.setText(tr("Seen with {source}", source=said_by_core(found.source)))
        self.weights.show_histograms(found.histograms)
        self.weights.setVisible(bool(found.histograms))
        self.filters.show_filters(found.filters)
        if found.activations or found.picture_problem:
            self.activations.show_found(found)
        facts = tuple(Fact(term, value.replace(" x ", " × ")) for term, value in found.configuration)
        self._configuration.show_facts(facts)
        self._details.setVisible(bool(facts))

    def show_failure(self, failure: Failure) -> None:
        """Show why nothing was found."""
        self._rest()
        self._source.clear()
        self._problem.say(said_by_core(f"{failure.message} {failure.hint}".strip()))
        self._retry.show()
        for section in (self.weights, self.filters, self.activations, self._details):
            section.hide()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._bar.setObjectName("layer_inspection_progress")
        self._bar.setAccessibleName(tr("Looking into the layer"))
        self._bar.setFixedHeight(_BAR_HEIGHT)
        policy = self._bar.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._bar.setSizePolicy(policy)
        self._bar.hide()
        self._source.setObjectName("inspected_source")
        self._problem.setObjectName("inspection_problem")
        self._retry.setObjectName("retry_inspection")
        self._retry.setAccessibleName(tr("Look into the layer again"))
        self._retry.hide()
        self._details.add(self._configuration)
        self._details.hide()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(self._bar)
        column.addWidget(self._source)
        column.addWidget(self._problem)
        column.addWidget(self._retry, 0, Qt.AlignmentFlag.AlignLeft)
        for section in (self.weights, self.filters, self.activations, self._details):
            column.addWidget(section)

    # ------------------------------------------------------------------ waiting

    def _wait(self) -> None:
        self._calm.start()
        self._problem.say("")
        self._retry.hide()

    def _on_calm_timeout(self) -> None:
        self._bar.show()
        if not self._has_looked:
            self._source.setText(_FIRST_LOOK)

    def _rest(self) -> None:
        self._has_looked = True
        self._calm.stop()
        self._bar.hide()

    def _retract_weights(self) -> None:
        self.weights.show_histograms(())
        self._details.hide()
