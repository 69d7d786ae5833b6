"""The dialog that lets the cluster compute the features of the open folder, and offers to train from what comes of it.

It does not stop the window; what is computed is kept when the extraction is stopped, and found again the next time.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from core.messages import Event, ExtractToStore, FeaturesExtracted, NodesAtWork, Notice, Progress
from core.training.specification import TrainingSpecification
from gui.cluster.cluster_words import nodes_in_words, proposed_store, result_in_words
from gui.language.translate import tr
from gui.training.job_dialog import JobDialog
from gui.training.named_button import named_button
from gui.training.progress_line import ProgressLine
from gui.training.progress_words import progress_in_words
from gui.window.folder_dialog import folder_dialog
from gui.window.message_bar import Level
from gui.window.quiet_label import QuietLabel
from gui.window.theme import HEADING_SCALE, LARGE, MEDIUM, SMALL, scaled_font
from gui.worker.workers import Workers

_WHAT = tr(
    "Each node reads the pictures and computes what lies below the frost line, as this computer would, into the store. "
    "Both must be where all nodes see them under the same path. What the store has is not computed again."
)


class ExtractionDialog(JobDialog):
    """Asks where the store goes, shows the work, and says `store_chosen` when the user wants to train from it."""

    store_chosen = Signal(object)  # Path

    def __init__(
        self,
        *,
        specification: TrainingSpecification,
        cut: str,
        address: str,
        workers: Workers,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            workers=workers,
            progress=ProgressLine(name="cluster_progress", accessible_name=tr("Progress of the extraction")),
            stop="stop_extraction",
            stopped=tr("The extraction was stopped; what is computed is kept"),
            failed=tr("The extraction failed; what is computed is kept"),
            parent=parent,
        )
        self.setObjectName("cluster_dialog")
        self.setWindowTitle(tr("Extract on the cluster"))
        self._specification, self._cut, self._address = specification, cut, address
        self._done: Path | None = None
        self._place = QLineEdit(str(proposed_store(specification, cut)))
        self._choose = named_button(
            "choose_store", tr("Choose…"), "folder_open", read_as=tr("Choose where the store is")
        )
        self._nodes = QuietLabel()
        self._start = named_button("start_extraction", tr("Extract"), "play")
        self._close = named_button("close_extraction", tr("Close"))
        self._use = named_button("train_from_store", tr("Train from it"), "train")
        self._lay_out()
        self._connect()
        self._show_buttons()

    def _lay_out(self) -> None:
        title = QLabel(tr("On the cluster at {address}", address=self._address))
        title.setFont(scaled_font(self.font(), HEADING_SCALE, strong=True))
        self._place.setObjectName("cluster_store")
        self._place.setAccessibleName(tr("Where the store is"))
        self._nodes.setObjectName("cluster_nodes")
        label = QLabel(tr("&Store"))
        label.setBuddy(self._place)
        place = QHBoxLayout()
        place.setSpacing(SMALL)
        place.addWidget(label)
        place.addWidget(self._place, 1)
        place.addWidget(self._choose)
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        buttons.addWidget(self._start)
        buttons.addWidget(self._stop)
        buttons.addStretch(1)
        buttons.addWidget(self._close)
        buttons.addWidget(self._use)
        column = QVBoxLayout(self)
        column.setContentsMargins(LARGE, LARGE, LARGE, LARGE)
        column.setSpacing(MEDIUM)
        for widget in (title, QuietLabel(_WHAT), self._message):
            column.addWidget(widget)
        column.addLayout(place)
        column.addWidget(self._progress)
        column.addWidget(self._nodes)
        column.addStretch(1)
        column.addLayout(buttons)
        self.resize(560, 320)

    def _connect(self) -> None:
        self._choose.clicked.connect(self._on_choose_clicked)
        self._start.clicked.connect(self._extract)
        self._close.clicked.connect(self.close)
        self._use.clicked.connect(self._on_use_clicked)
        self._place.textChanged.connect(self._on_place_text_changed)

    # ------------------------------------------------------------------ the extraction

    def _extract(self) -> None:
        self._done = None
        self._submit(
            ExtractToStore(
                specification=self._specification, cut=self._cut, cluster=self._address, store=Path(self._place.text())
            )
        )

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            self._progress.show_progress(progress_in_words(event, with_pace=False), event.done, event.total)
        elif isinstance(event, NodesAtWork):
            self._nodes.setText(nodes_in_words(event))
        elif isinstance(event, Notice):
            self._message.show_message(Level.INFORMATION, event.message)

    def _on_job_finished(self, extracted: FeaturesExtracted) -> None:
        self._done = Path(extracted.store)
        self._end(result_in_words(extracted), done=True)
        self._use.setFocus()

    def _show_buttons(self) -> None:
        super()._show_buttons()
        self._start.setEnabled(not self.working and Path(self._place.text()).is_absolute())
        self._start.setDefault(self._start.isEnabled() and self._done is None)
        for widget in (self._place, self._choose):
            widget.setEnabled(not self.working)
        self._use.setEnabled(self._done is not None)
        self._use.setDefault(self._use.isEnabled())

    # ------------------------------------------------------------------ what the user does

    def _on_choose_clicked(self) -> None:
        place = Path(self._place.text())
        start = next((one for one in (place, *place.parents) if one.is_dir()), None)
        dialog = folder_dialog(self, tr("Where the store is"), start)
        dialog.fileSelected.connect(self._place.setText)
        dialog.open()

    def _on_place_text_changed(self, _text: str) -> None:
        self._done = None
        self._show_buttons()

    def _on_use_clicked(self) -> None:
        self.store_chosen.emit(self._done)
        self.close()
