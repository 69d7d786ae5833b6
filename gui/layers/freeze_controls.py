"""The controls beside the tree: the preset, the plan as a SPEC to read and to type, and the BatchNorm switch.

They show a plan and announce wishes; they know the network only to read and write SPECs.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.errors import UnusableInput
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, parse_spec
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.layers.presets import CUSTOM_TITLE, preset_of, presets
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL, SMALL_SCALE, TIGHT, accents

_WHY_BATCH_NORM = tr(
    "Off is safer: BatchNorm in thawed blocks keeps its statistics of a million pictures, which a small data set "
    "would spoil."
)


class FreezeControls(QWidget):
    """Preset, SPEC and switch; disabled until a network is shown."""

    layers_chosen = Signal(object)  # frozenset[str]: the layers to thaw, all others to freeze
    batch_norm_toggled = Signal(bool)

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._network: NetworkDescription | None = None
        self._plan = FreezePlan()
        self._preset = QComboBox()
        self._purpose = QuietLabel(scale=SMALL_SCALE)
        self._spec = QLineEdit()
        self._error = QLabel()
        self._batch_norm = QCheckBox(tr("Thaw BatchNorm too"))
        self._build()
        self._lay_out()
        self._preset.activated.connect(self._on_preset_activated)
        self._spec.editingFinished.connect(self._on_spec_editing_finished)
        self._spec.textEdited.connect(self._on_spec_text_edited)
        self._batch_norm.toggled.connect(self.batch_norm_toggled)

    def show_network(self, network: NetworkDescription) -> None:
        """Take the network whose names a SPEC may use."""
        self._network = network
        self._preset.clear()
        for preset in presets(network):
            self._preset.addItem(preset.title, preset.spec)
        self._preset.addItem(CUSTOM_TITLE)
        self.setEnabled(True)
        self.show_plan(self._plan)

    def show_plan(self, plan: FreezePlan) -> None:
        """Show this plan."""
        self._plan = plan
        self._batch_norm.blockSignals(True)
        self._batch_norm.setChecked(plan.thaw_batch_norm)
        self._batch_norm.blockSignals(False)
        if self._network is None:
            return
        preset = preset_of(plan.thawed, self._network)
        self._preset.setCurrentText(CUSTOM_TITLE if preset is None else preset.title)
        self._purpose.setText(tr("Your own choice of layers") if preset is None else preset.purpose)
        self._spec.setText(format_spec(plan.thawed, self._network))
        self._spec.setCursorPosition(0)
        self._show_error("")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_error()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.setEnabled(False)
        self._preset.setObjectName("freeze_preset")
        self._preset.setAccessibleName(tr("Preset of the freeze plan"))
        self._spec.setObjectName("freeze_spec")
        self._spec.setAccessibleName(tr("Layers to thaw, as text"))
        self._spec.setPlaceholderText(tr("head, conv5, conv4+, conv5_block3, all"))
        self._spec.setToolTip(tr("Stages, blocks or layers with commas between; conv4+ means conv4 and all above"))
        self._error.setObjectName("freeze_spec_error")
        self._error.setWordWrap(True)
        self._error.hide()
        self._batch_norm.setObjectName("thaw_batch_norm")
        self._batch_norm.setAccessibleName(tr("Thaw BatchNorm layers too"))
        self._batch_norm.setAccessibleDescription(_WHY_BATCH_NORM)
        self._colour_error()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(TIGHT)
        column.addWidget(_label(tr("P&reset"), self._preset))
        column.addWidget(self._preset)
        column.addWidget(self._purpose)
        column.addSpacing(SMALL)
        column.addWidget(_label(tr("Tha&wed layers"), self._spec))
        column.addWidget(self._spec)
        column.addWidget(self._error)
        column.addSpacing(SMALL)
        column.addWidget(self._batch_norm)
        column.addWidget(QuietLabel(_WHY_BATCH_NORM, scale=SMALL_SCALE))

    def _colour_error(self) -> None:
        palette = QPalette(self._error.palette())
        red = accents(self.palette()).error
        if palette.color(QPalette.ColorRole.WindowText) != red:
            palette.setColor(QPalette.ColorRole.WindowText, red)
            self._error.setPalette(palette)

    # ------------------------------------------------------------------ answers

    def _on_preset_activated(self, row: int) -> None:
        spec = self._preset.itemData(row)
        if self._network is None:
            return
        if spec is None:
            self.show_plan(self._plan)
            self._spec.setFocus()
            self._spec.selectAll()
        else:
            self.layers_chosen.emit(parse_spec(str(spec), self._network))

    def _on_spec_text_edited(self, _text: str) -> None:
        self._show_error("")

    def _on_spec_editing_finished(self) -> None:
        if self._network is None:
            return
        try:
            layers = parse_spec(self._spec.text(), self._network)
        except UnusableInput as error:
            self._show_error(said_by_core(error.message))
            return
        if layers == self._plan.thawed:
            self.show_plan(self._plan)
        else:
            self.layers_chosen.emit(layers)

    def _show_error(self, sentence: str) -> None:
        self._error.setText(sentence)
        self._error.setVisible(bool(sentence))


def _label(words: str, buddy: QWidget) -> QLabel:
    label = QLabel(words)
    label.setBuddy(buddy)
    return label
