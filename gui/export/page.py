"""The Export page: the model in use, written in a format that other programs open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QModelIndex, QStandardPaths, Qt
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from core.export.formats import FORMATS, ExportFormat
from core.messages import Event, Export, JobEnded, ModelExported, Notice, Outcome, Progress
from gui.export.export_words import (
    default_destination,
    expected_size_in_words,
    export_progress_in_words,
    missing_in_words,
    size_of_model,
    with_suffix_of,
)
from gui.export.format_model import FormatColumn, FormatModel
from gui.export.format_table import FormatTable
from gui.export.option_row import OptionRow
from gui.export.page_actions import offer_export_actions
from gui.export.result_panel import ExportResultPanel
from gui.language.core_sentences import said_by_core
from gui.language.translate import tr
from gui.prediction.empty_state import EmptyState
from gui.prediction.invitations import NO_MODEL
from gui.prediction.page_head import PageHead
from gui.session import Session
from gui.training.named_button import named_button
from gui.training.progress_line import ProgressLine
from gui.window.icon_label import IconLabel
from gui.window.message_bar import Level, MessageBar
from gui.window.quiet_label import QuietLabel
from gui.window.theme import LARGE, MEDIUM, PAGE, SMALL, accents
from gui.worker.bridge import Job
from gui.worker.workers import Workers

_PROMISE = tr(
    "Scaling is inside every model: it takes the colours of a picture as they are. An export is opened again in its "
    "own runtime and compared with the trained model, from picture files, before it is put in place."
)


class ExportPage(QWidget):
    """Format and destination above; below, what came of the export."""

    def __init__(self, *, session: Session, workers: Workers, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page_export")
        self._session = session
        self._workers = workers
        self._job: Job | None = None
        self._shown_format = FORMATS[0]
        self._shown_run: Path | None = None
        self._build()
        self._lay_out()
        self._connect()
        offer_export_actions(self)
        self._show_run()

    # ------------------------------------------------------------------ what a user can do

    def export(self) -> None:
        """Write the model in use in the chosen format to the chosen place."""
        destination = self._destination.text().strip()
        if self._session.run is None or not destination or self._job is not None or self._is_missing_something:
            return
        self._messages.dismiss()
        request = Export(
            run=self._session.run,
            format=self.format.name,
            destination=Path(destination).absolute(),
            precision=self._options.precision,
            resize_inside=self._options.resize_inside,
        )
        self._job = self._workers.submit(request, parent=self)
        self._job.reported.connect(self._on_job_reported)
        self._job.ended.connect(self._on_job_ended)
        self._progress.show_progress(tr("Waiting for the worker"), 0, 0)
        self._show_controls()

    def stop(self) -> None:
        """Give up the export under way; nothing is left of it."""
        if self._job is not None:
            self._job.stop()

    def choose_destination(self) -> None:
        """Ask where to write."""
        dialog = QFileDialog(self, tr("Export to"), str(Path(self._destination.text()).parent))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.selectFile(Path(self._destination.text()).name)
        # An earlier export may be replaced, anything else is refused by the worker, whatever the dialog asks.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.fileSelected.connect(self._destination.setText)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    @property
    def format(self) -> ExportFormat:
        """The chosen format."""
        return FORMATS[self._format.currentIndex()]

    @property
    def _is_missing_something(self) -> bool:
        return bool(self._formats.missing(self.format))

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._messages = MessageBar()
        self._formats = FormatModel(parent=self)
        self._format = QComboBox()
        self._format.setObjectName("export_format")
        self._format.setAccessibleName(tr("Format"))
        self._format.setModel(self._formats)
        self._format.setModelColumn(FormatColumn.NAME)
        self._table = FormatTable(model=self._formats)
        self._description = QuietLabel()
        self._options = OptionRow()
        self._missing = QLabel()
        self._missing.setObjectName("export_missing")
        self._missing.setTextFormat(Qt.TextFormat.PlainText)
        self._missing.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._lack = QWidget()
        sign = IconLabel(name="warning", size=16)
        sign.set_icon("warning", colour=lambda palette: accents(palette).warning)
        lack = _row(sign, self._missing, stretch=1)
        lack.setContentsMargins(0, 0, 0, 0)
        self._lack.setLayout(lack)
        self._destination = QLineEdit()
        self._destination.setObjectName("export_destination")
        self._destination.setAccessibleName(tr("Where to write"))
        self._choose = named_button("choose_export_destination", tr("Choose…"), "folder_open")
        self._export = named_button("export_button", tr("Export"), "export")
        self._export.setDefault(True)
        self._stop = named_button("stop_export", tr("Stop"), "stop")
        self._progress = ProgressLine(name="export_progress", accessible_name=tr("Progress of the export"))
        self._invitation = EmptyState(icon="export")
        self._invitation.say(*NO_MODEL)
        self._result = ExportResultPanel()

    def _lay_out(self) -> None:
        self._layers = QStackedWidget()
        self._layers.addWidget(self._invitation)
        self._layers.addWidget(self._choice())
        self._layers.addWidget(self._result)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PageHead(title=tr("Export"), session=self._session))
        column.addWidget(self._messages)
        column.addLayout(self._form())
        column.addSpacing(LARGE)
        column.addWidget(self._layers, 1)

    def _choice(self) -> QWidget:
        """Return what is shown while there is a model but no export of it: all formats side by side."""
        choice = QWidget()
        column = QVBoxLayout(choice)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        column.addWidget(self._table)
        column.addWidget(QuietLabel(_PROMISE))
        column.addStretch(1)
        return choice

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self._form_layout = form
        form.setVerticalSpacing(SMALL)
        form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft)
        form.setHorizontalSpacing(MEDIUM)
        form.addRow(tr("Format"), _row(self._format, self._description, stretch=1))
        form.addRow("", self._lack)
        form.addRow(tr("Options"), self._options)
        form.addRow(tr("Write to"), _row(self._destination, self._choose, stretch=0))
        buttons = _row(self._export, self._stop, self._progress, stretch=2)
        buttons.setStretch(2, 100)
        buttons.addStretch(1)
        form.addRow("", buttons)
        return form

    def _connect(self) -> None:
        self._format.currentIndexChanged.connect(self._on_format_changed)
        self._table.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._options.changed.connect(self._show_controls)
        self._destination.textChanged.connect(self._show_controls)
        self._choose.clicked.connect(self.choose_destination)
        self._export.clicked.connect(self.export)
        self._stop.clicked.connect(self.stop)
        self._session.run_selected.connect(self._show_run)

    # ------------------------------------------------------------------ the job

    def _on_job_reported(self, event: Event) -> None:
        if isinstance(event, Progress):
            # Steps of one unit say nothing while they last: the bar moves to and fro.
            total = event.total if event.total > 1 else 0
            self._progress.show_progress(export_progress_in_words(event), event.done, total)
        elif isinstance(event, Notice):
            self._messages.show_message(Level.INFORMATION, event.message)

    def _on_job_ended(self, ended: JobEnded) -> None:
        self._job = None
        if isinstance(ended.result, ModelExported):
            self._result.show_result(ended.result)
            self._layers.setCurrentWidget(self._result)
        elif ended.outcome is Outcome.STOPPED:
            self._messages.show_message(Level.INFORMATION, tr("The export was stopped; nothing was written."))
        if ended.failure is not None:
            self._messages.show_message(Level.ERROR, ended.failure.message, ended.failure.hint)
        self._show_controls()

    # ------------------------------------------------------------------ what is shown

    def _on_format_changed(self) -> None:
        before, self._shown_format = self._shown_format, self.format
        if self._destination.text():
            self._destination.setText(str(with_suffix_of(Path(self._destination.text()), before, self.format)))
        if self._job is None and self._layers.currentWidget() is self._result:
            self._layers.setCurrentIndex(self._layers.indexOf(self._result) - 1)
        self._show_controls()

    def _on_row_changed(self, row: QModelIndex, _before: QModelIndex) -> None:
        if row.isValid() and self._format.isEnabled():
            self._format.setCurrentIndex(row.row())

    def _show_run(self, *_news: object) -> None:
        before, self._shown_run = self._shown_run, self._session.run
        run = self._shown_run
        if run is None or run != before:  # The same run trained on keeps the destination that was typed for it.
            self._destination.setText("" if run is None else str(default_destination(run, self.format, self._folder())))
        self._formats.set_model_size(None if run is None else size_of_model(run))
        self._layers.setCurrentIndex(0 if run is None else 1)
        self._show_controls()

    def _folder(self) -> Path:
        """Return the folder of the destination before, or the user's documents."""
        if self._destination.text():
            return Path(self._destination.text()).parent
        return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation) or Path.home())

    def _show_controls(self, *_news: object) -> None:
        has_model, busy, chosen = self._session.run is not None, self._job is not None, self.format
        self._form_layout.setRowVisible(self._options, self._options.show_options_of(chosen))
        size = expected_size_in_words(chosen, self._formats.model_bytes, self._options.precision)
        description = said_by_core(chosen.description)
        about = f"{description[:1].upper()}{description[1:]}."
        self._description.setText(f"{about} {size[:1].upper()}{size[1:]}." if size else about)
        self._missing.setText(missing_in_words(chosen, self._formats.missing(chosen)))
        self._form_layout.setRowVisible(self._lack, self._is_missing_something)
        self._table.selectRow(self._format.currentIndex())
        for part in (self._format, self._table, self._options, self._destination, self._choose):
            part.setEnabled(has_model and not busy)
        ready = has_model and not busy and not self._is_missing_something
        self._export.setEnabled(ready and bool(self._destination.text().strip()))
        self._stop.setVisible(busy)
        self._progress.setVisible(busy)


def _row(*widgets: QWidget, stretch: int) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(SMALL)
    for position, widget in enumerate(widgets):
        row.addWidget(widget, 1 if position == stretch else 0)
    return row
