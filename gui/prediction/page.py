"""The Predict page: it takes pictures in every way they can come, and shows what the model says of them.

One or few are looked at in large, with the others in a strip; many are a grid of cards.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from core.data.listing import IMAGE_SUFFIXES
from core.errors import Failure
from gui.language.translate import tr
from gui.prediction.answer_corrections import FolderCorrections
from gui.prediction.answer_panel import WIDTH as ANSWER_WIDTH
from gui.prediction.answer_panel import AnswerPanel
from gui.prediction.camera.camera_dialog import CameraDialog
from gui.prediction.camera.frame_source import SourceMaker
from gui.prediction.correction_bar import CorrectionBar
from gui.prediction.correction_desk import CorrectionDesk
from gui.prediction.drop_area import DropArea
from gui.prediction.dropped_sources import DroppedSources, read_sources
from gui.prediction.explanation_view import WIDTH as EXPLANATION_WIDTH
from gui.prediction.explanation_view import ExplanationView
from gui.prediction.folder_pictures import FolderOpener
from gui.prediction.grid_controls import GridControls, classes_of
from gui.prediction.invitations import NO_MODEL, NONE_LEFT, paste_keys, ready_in_words
from gui.prediction.page_actions import offer_prediction_actions
from gui.prediction.page_head import PageHead
from gui.prediction.picture_strip import PictureStrip
from gui.prediction.pictures_model import PICTURE_ROLE, PicturesModel
from gui.prediction.predicted_picture import PredictedPicture
from gui.prediction.predictor import Predictor
from gui.prediction.refusal_list import RefusalList
from gui.prediction.table_file import TableFile, threshold_of_run
from gui.session import Session
from gui.training.named_button import named_button
from gui.window.icons import themed_icon
from gui.window.message_bar import Level, MessageBar
from gui.window.quiet_label import QuietLabel
from gui.window.settings import WindowSettings
from gui.window.theme import LARGE, MEDIUM, PAGE, SMALL
from gui.worker.workers import Workers

_PICTURE_FILES = tr(
    "Pictures ({value});;All files (*)", value=" ".join("*" + suffix for suffix in sorted(IMAGE_SUFFIXES))
)
#: A picture is fetched in large only when the selection has rested on it for this long.
_REST_MILLISECONDS = 80
#: Pictures that come while others do take their places in the order of the grid this often.
_ARRANGE_MILLISECONDS = 400
#: More pictures than that are shown as a grid unless the user wants otherwise.
_MOST_IN_A_STRIP = 8
#: In a narrower page the explanation, which shows the picture too, takes the place of the drop area.
_ROOM_FOR_ALL = 280 + ANSWER_WIDTH + EXPLANATION_WIDTH + 4 * PAGE


class PredictPage(QWidget):
    """Drop area, answer, and what explains it above; the strip of all pictures below, or a grid in their place."""

    training_wanted = Signal(object, object)  # TrainingSpecification, with corrections; Path: the run before
    folder_wanted = Signal(object)  # Path: a data folder is to be opened, so that pictures can join it

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        settings: WindowSettings | None = None,
        corrections: FolderCorrections | None = None,
        camera: SourceMaker | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """Make the page.

        corrections: of the open folder, through which pictures join its classes; None: nothing can be corrected.
        camera: makes a source of pictures; None where cameras can't be used, of which nothing is said then.
        """
        super().__init__(parent)
        self.setObjectName("page_predict")
        self._session = session
        self._workers = workers
        self._settings = WindowSettings() if settings is None else settings
        self._waiting: tuple[Path | bytes, ...] = ()
        self._pictures = PicturesModel(parent=self)
        self._predictor = Predictor(workers=workers, pictures=self._pictures, parent=self)
        self._opener = FolderOpener(parent=self)
        self._rest = QTimer(self, singleShot=True, interval=_REST_MILLISECONDS)
        self._arranging = QTimer(self, singleShot=True, interval=_ARRANGE_MILLISECONDS)
        self._table = TableFile(settings=self._settings, window=self)
        self._make_camera = camera
        self._build()
        self._lay_out()
        self._connect()
        offer_prediction_actions(self)
        if corrections is not None:
            self._desk = CorrectionDesk(
                session=session,
                history=corrections,
                pictures=self._pictures,
                strip=self._strip,
                bar=self._correction,
                parent=self,
            )
            self._desk.training_wanted.connect(self.training_wanted)
            self._desk.folder_wanted.connect(self.folder_wanted)
        self._show_grid(False)
        self._follow_percentile(self._settings.unlike_percentile)
        self._show_pictures()

    # ------------------------------------------------------------------ what a user can do

    def predict_sources(self, sources: list[Path | bytes]) -> None:
        """Classify pictures: files, folders of them, or encoded ones as bytes. Without a model they wait for one."""
        self._take(DroppedSources(sources=tuple(sources)))

    def explain_picture(self, file: Path) -> None:
        """Say why a picture is called what it is; it is classified first unless it is in the list already."""
        self._why.setChecked(True)
        number = next((one.number for one in self._pictures.pictures if one.source == file), None)
        if number is None:
            self.predict_sources([file])
            return
        if self._pictures.row_of(number) < 0:
            self._controls.show_all()
        self._strip.choose_row(self._pictures.row_of(number))

    def choose_files(self) -> None:
        """Ask for picture files and classify them."""
        dialog = QFileDialog(self, tr("Choose pictures"), "", _PICTURE_FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.filesSelected.connect(lambda files: self.predict_sources([Path(file) for file in files]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def paste(self) -> None:
        """Classify what is on the clipboard: a picture, or copied files."""
        self._take(read_sources(QGuiApplication.clipboard().mimeData()))

    def open_camera(self) -> None:
        """Show what a camera sees, and classify the pictures that are taken."""
        source = None if self._make_camera is None else self._make_camera()
        if source is None:
            self._messages.show_message(Level.WARNING, tr("No camera can be used here."), tr("The log files say why."))
            return
        dialog = CameraDialog(source=source, parent=self)
        dialog.picture_taken.connect(lambda content: self.predict_sources([content]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def show_grid(self, grid: bool) -> None:
        """Show the pictures as a grid of cards, or the current one in large."""
        self._grid.setChecked(grid)

    def clear(self) -> None:
        """Forget all pictures, and give up what is under way."""
        self._predictor.stop()
        self._waiting = ()
        self._pictures.clear()
        self._refused.clear()
        self.show_grid(False)
        self._controls.show_all()
        self._show_pictures()

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self._messages = MessageBar()
        self._area = DropArea()
        self._answer = AnswerPanel()
        self._explanation = ExplanationView(workers=self._workers)
        self._why = named_button("explain_answer", tr("&Why?"), "search", read_as=tr("Why?"))
        self._why.setCheckable(True)
        self._why.setToolTip(tr("What in the picture speaks for the class, and which training images are like it"))
        self._strip = PictureStrip(pictures=self._pictures, workers=self._workers)
        self._controls = GridControls(percentile=self._settings.unlike_percentile)
        self._grid = named_button(
            "show_grid", tr("&Grid"), "sample_pictures", read_as=tr("Show all pictures as a grid")
        )
        self._grid.setCheckable(True)
        self._grid.setToolTip(tr("All pictures as a grid of cards, or the current one in large (Return)"))
        self._refused = RefusalList()
        self._choose = named_button("choose_pictures", tr("Choose files…"), "folder_open")
        self._paste = named_button("paste_pictures", tr("Paste"), "paste")
        self._paste.setToolTip(tr("Classify the picture on the clipboard ({paste_keys})", paste_keys=paste_keys()))
        self._camera = named_button("open_camera", tr("Camera…"), "picture")
        self._camera.setToolTip(tr("Classify what a camera sees"))
        self._camera.setVisible(self._make_camera is not None)
        self._correction = CorrectionBar()
        self._correction.hide()
        self._clear = named_button("clear_pictures", tr("Clear"), "close")
        self._stop = named_button("stop_predicting", tr("Stop"), "stop")
        self._progress = QuietLabel()
        self._progress.setWordWrap(False)

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(SMALL)
        for button in (self._choose, self._paste, self._camera, self._clear, self._grid):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._progress)
        buttons.addWidget(self._stop)
        middle = self._middle = QHBoxLayout()
        middle.setSpacing(PAGE)
        middle.addWidget(self._area, 1)
        middle.addWidget(self._answer)
        middle.addWidget(self._explanation)
        self._answer.correction_place.addWidget(self._correction)
        self._answer.explanation_place.addWidget(self._why, 0, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        column.setSpacing(MEDIUM)
        column.addWidget(PageHead(title=tr("Predict"), session=self._session))
        column.addWidget(self._messages)
        column.addLayout(buttons)
        column.addWidget(self._controls)
        column.addLayout(middle, 1)
        column.addWidget(self._strip)
        column.addWidget(self._refused)

    def _connect(self) -> None:
        self._choose.clicked.connect(self.choose_files)
        self._paste.clicked.connect(self.paste)
        self._camera.clicked.connect(self.open_camera)
        self._clear.clicked.connect(self.clear)
        self._stop.clicked.connect(self._predictor.stop)
        self._area.sources_dropped.connect(self._take)
        self._opener.opened.connect(self._on_folders_opened)
        self._predictor.answered.connect(self._on_picture_answered)
        self._predictor.shown.connect(lambda number: self._on_picture_answered(number, False))
        self._predictor.refused.connect(lambda refusal: self._refused.add([refusal]))
        self._predictor.failed.connect(self._on_prediction_failed)
        self._predictor.progressed.connect(self._show_progress)
        self._predictor.finished.connect(self._arrange_anew)
        self._strip.picture_chosen.connect(self._on_picture_chosen)
        self._strip.activated.connect(lambda _index: self.show_grid(not self._grid.isChecked()))
        self._grid.toggled.connect(self._show_grid)
        self._controls.changed.connect(self._on_controls_changed)
        self._controls.export_wanted.connect(self._save_table)
        self._explanation.percentile_changed.connect(self._follow_percentile)
        self._table.said.connect(self._messages.show_message)
        self._arranging.timeout.connect(self._arrange_anew)
        self._why.toggled.connect(lambda _unfolded: self._show_explanation())
        self._rest.timeout.connect(self._fetch_large)
        self._session.run_selected.connect(self._on_run_selected)

    # ------------------------------------------------------------------ pictures and answers

    def _take(self, dropped: DroppedSources) -> None:
        self._opener.open(dropped)

    def _on_folders_opened(self, dropped: DroppedSources) -> None:
        self._refused.add(dropped.refusals)
        if not dropped.sources:
            return
        if self._session.run is None:
            self._waiting += dropped.sources
            count = (
                tr("The picture waits")
                if len(self._waiting) == 1
                else tr("{count} pictures wait", count=len(self._waiting))
            )
            hint = tr("Train one on the Train page, or open one here.")
            self._messages.show_message(
                Level.INFORMATION, tr("There is no model yet. {count} for one.", count=count), hint
            )
        else:
            self._predict(dropped.sources)

    def _predict(self, sources: tuple[Path | bytes, ...]) -> None:
        if self._session.run is not None and sources:
            if len(sources) > _MOST_IN_A_STRIP:
                self.show_grid(True)
            self._predictor.predict_new(self._session.run, sources)

    def _on_run_selected(self, run: Path) -> None:
        self._messages.dismiss()
        self._predictor.predict_again(run)
        waiting, self._waiting = self._waiting, ()
        self._predict(waiting)
        self._show_pictures()

    def _on_picture_answered(self, number: int, first_of_its_drop: bool) -> None:
        current, row = self._strip.current_picture, self._pictures.row_of(number)
        if row >= 0 and (first_of_its_drop or current is None):
            self._strip.choose_row(row)
        elif current is not None and current.number == number:
            self._show_pictures()
        if not self._arranging.isActive():
            self._arranging.start()

    def _on_prediction_failed(self, failure: Failure) -> None:
        self._messages.show_message(Level.ERROR, failure.message, failure.hint)

    def _on_picture_chosen(self, picture: PredictedPicture) -> None:
        self._show_pictures()
        if self._pictures.large_picture(picture.number) is None:
            self._rest.start()

    def _fetch_large(self) -> None:
        picture, run = self._strip.current_picture, self._session.run
        if picture is not None and run is not None and self._pictures.large_picture(picture.number) is None:
            self._predictor.fetch_large(run, picture.number)

    # ------------------------------------------------------------------ the grid

    def _show_grid(self, grid: bool) -> None:
        """Move the view of all pictures between the row below and the room of the picture in large."""
        held = self._middle if self._strip.unfolded else self._column
        held.removeWidget(self._strip)
        self._strip.unfold(grid)
        if grid:
            self._middle.insertWidget(0, self._strip, 1)
        else:
            self._column.insertWidget(self._column.indexOf(self._refused), self._strip)
        self._show_pictures()

    def _on_controls_changed(self) -> None:
        self._follow_percentile(self._controls.arrangement.percentile)
        self._show_pictures()

    def _follow_percentile(self, percentile: float) -> None:
        """Call unlike what lies beyond so many of the validation images, everywhere, and tomorrow too."""
        self._settings.keep_unlike_percentile(percentile)
        self._controls.set_percentile(percentile)
        self._explanation.set_percentile(percentile)
        self._pictures.arrange(self._controls.arrangement)
        self._show_pictures()

    def _arrange_anew(self) -> None:
        self._controls.offer_classes(classes_of(self._pictures.pictures))
        if not self._pictures.arrangement.keeps_all_as_dropped:
            self._pictures.arrange_anew()
        self._show_pictures()

    def _save_table(self) -> None:
        percentile, threshold = self._pictures.arrangement.percentile, None
        if self._session.run is not None:
            threshold = threshold_of_run(self._session.run, percentile)
        shown = [self._pictures.index(row).data(PICTURE_ROLE) for row in range(self._pictures.rowCount())]
        self._table.ask_where_to_save([picture.as_row(percentile, threshold) for picture in shown])

    # ------------------------------------------------------------------ what is shown

    def _show_pictures(self) -> None:
        picture = self._strip.current_picture
        total = self._pictures.total
        grid = self._strip.unfolded and total > 0
        self._answer.show_picture(picture, self._pictures.arrangement.percentile)
        self._strip.setVisible(grid or picture is not None)
        self._controls.setVisible(grid)
        self._controls.show_count(self._pictures.rowCount(), total)
        self._grid.setVisible(total > 1)
        if picture is not None:
            large = self._pictures.large_picture(picture.number)
            image = large if large is not None else self._pictures.thumbnail(picture.number).toImage()
            self._area.show_picture(image, f"{picture.name}: {picture.answer}")
        elif total:
            self._area.invite(*NONE_LEFT)
        elif self._session.run is None:
            self._area.invite(*NO_MODEL)
        else:
            self._area.invite(*ready_in_words())
        self._show_explanation()
        self._show_progress()

    def _show_explanation(self) -> None:
        picture = self._strip.current_picture
        unfolded = self._why.isChecked() and picture is not None
        self._why.setVisible(picture is not None)
        self._why.setIcon(themed_icon("close" if unfolded else "search"))
        self._explanation.show_picture(self._session.run, picture)
        self._explanation.setVisible(unfolded)
        grid = self._strip.unfolded and self._pictures.total > 0
        self._area.setVisible(not grid and (not unfolded or self.width() >= _ROOM_FOR_ALL))

    def _show_progress(self) -> None:
        done, total = self._predictor.progress
        self._explanation.wait_for_predictions(total > 0)
        self._progress.setText(
            tr("{done:,} of {total:,} classified", done=done, total=total)
            if total > 1
            else tr("Classifying…")
            if total
            else ""
        )
        self._stop.setVisible(total > 1)
        self._clear.setEnabled(bool(self._pictures.total or self._refused.refusals or self._waiting))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_explanation()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._workers.warm_viewer()
