"""Brings together the pictures that are selected, the buttons that correct them, and the next training. No rules."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from gui.prediction.answer_corrections import AnswerCorrections, FolderCorrections
from gui.prediction.correction_bar import CorrectionBar
from gui.prediction.picture_strip import PictureStrip
from gui.prediction.pictures_model import PicturesModel
from gui.session import Session
from gui.training.obstacles import new_run_folder
from gui.training.selected_run import SelectedRun


class CorrectionDesk(QObject):
    """Listens to the view of pictures and to the bar, and keeps the bar up to date."""

    training_wanted = Signal(object, object)  # TrainingSpecification; Path: the run that it is to improve on
    folder_wanted = Signal(object)  # Path: the data folder of the run in use

    def __init__(
        self,
        *,
        session: Session,
        history: FolderCorrections,
        pictures: PicturesModel,
        strip: PictureStrip,
        bar: CorrectionBar,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._strip = strip
        self._bar = bar
        self._answers = AnswerCorrections(
            session=session,
            selected=SelectedRun(session=session, parent=self),
            pictures=pictures,
            history=history,
            parent=self,
        )
        bar.listen_to(strip)
        bar.class_chosen.connect(self.assign)
        bar.training_wanted.connect(self.train_again)
        bar.folder_wanted.connect(self._on_bar_folder_wanted)
        strip.selectionModel().selectionChanged.connect(self.show_state)
        pictures.modelReset.connect(self._on_pictures_reset)
        self._pictures = pictures
        for news in (self._answers.changed, session.training_begun, session.training_ended):
            news.connect(self.show_state)
        self.show_state()

    def assign(self, class_name: str) -> None:
        """Say that the selected pictures are of this class."""
        self._answers.assign(self._strip.selected_pictures, class_name)

    def train_again(self) -> None:
        """Wish for a training as the one of the run in use, with the corrections."""
        earlier, folder = self._session.run, self._session.folder
        if earlier is None or folder is None or self._session.training is not None:
            return
        run = new_run_folder(self._session.place_for_runs, folder, f"{datetime.now():%Y-%m-%d %H.%M.%S}")
        specification = self._answers.next_training(run)
        if specification is not None:
            self.training_wanted.emit(specification, earlier)

    def show_state(self, *_news: object) -> None:
        """Offer what can be done now."""
        answers = self._answers
        self._bar.show_state(
            pictures=self._strip.selected_pictures,
            classes=answers.class_names,
            why_not=answers.why_not,
            can_open=answers.missing_folder is not None,
            count=answers.count,
            is_training=self._session.training is not None,
        )

    def _on_pictures_reset(self) -> None:
        if not self._pictures.total:
            self._answers.forget()
        self.show_state()

    def _on_bar_folder_wanted(self) -> None:
        folder: Path | None = self._answers.missing_folder
        if folder is not None:
            self.folder_wanted.emit(folder)
