"""The weights of a layer: which one, how its values are spread as a picture and in words."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from core.messages import WeightHistogram
from gui.language.translate import tr
from gui.layers.inspector.calm_combo_box import CalmComboBox
from gui.layers.inspector.histogram_view import HistogramView
from gui.layers.inspector.histogram_words import shape_of_weight, spread_in_words
from gui.layers.inspector.section import Section
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL_SCALE


class WeightsSection(Section):
    """The weight that was looked at stays chosen from layer to layer, where there is one of its name."""

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(tr("Weights"), parent=parent)
        self._histograms: tuple[WeightHistogram, ...] = ()
        self._preferred = ""
        self._choice = CalmComboBox()
        self._choice.setObjectName("inspected_weight")
        self._choice.setAccessibleName(tr("Which of the layer's weights"))
        self._view = HistogramView()
        self._view.setObjectName("weight_histogram")
        self._words = QuietLabel(scale=SMALL_SCALE)
        self._words.setObjectName("weight_spread")
        for part in (self._choice, self._view, self._words):
            self.add(part)
        self._choice.activated.connect(self._on_choice_activated)
        self._choice.currentIndexChanged.connect(self._on_choice_current_index_changed)

    def show_histograms(self, histograms: tuple[WeightHistogram, ...]) -> None:
        """Show these weights; none while they are waited for."""
        self._histograms = histograms
        self._choice.blockSignals(True)
        self._choice.clear()
        for histogram in histograms:
            self._choice.addItem(f"{histogram.weight}, {shape_of_weight(histogram)}", histogram.weight)
        self._choice.setCurrentIndex(max(0, self._choice.findData(self._preferred)) if histograms else -1)
        self._choice.blockSignals(False)
        self._choice.setEnabled(len(histograms) > 1)
        self._show_chosen()

    def show_learning(self, learns: bool) -> None:
        """Say whether the layer will learn."""
        self._view.show_learning(learns)

    def _show_chosen(self) -> None:
        number = self._choice.currentIndex()
        histogram = self._histograms[number] if 0 <= number < len(self._histograms) else None
        self._view.show_histogram(histogram)
        # Two lines are kept free while the weights are waited for, so that what stands below stays in its place.
        self._words.setText("\n\n" if histogram is None else spread_in_words(histogram))
        self._view.setAccessibleDescription("" if histogram is None else spread_in_words(histogram))

    def _on_choice_activated(self, number: int) -> None:
        self._preferred = str(self._choice.itemData(number))

    def _on_choice_current_index_changed(self, _number: int) -> None:
        self._show_chosen()
