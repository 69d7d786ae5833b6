"""The Data page: it opens folders, has them checked, and shows what is in them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPushButton, QStackedWidget, QVBoxLayout, QWidget

from core.errors import Failure
from core.messages import ClassCount, FileProblem, FolderScan
from core.places import sample_pictures_folder
from gui.data.activity_row import ActivityRow
from gui.data.correction_actions import CorrectionActions
from gui.data.correction_history import CorrectionHistory
from gui.data.disk_changes import DiskChanges
from gui.data.empty_state import EmptyState
from gui.data.folder_header import FolderHeader
from gui.data.folder_scanner import FolderScanner
from gui.data.folder_view import FolderView
from gui.data.folder_words import inner_folders_in_words, totals_in_words
from gui.data.page_actions import offer_data_actions
from gui.data.thumbnail_loader import ThumbnailLoader
from gui.data.thumbnail_memory import MADE_EDGE
from gui.language.translate import tr
from gui.session import Session
from gui.window.icons import themed_icon
from gui.window.message_bar import Level, MessageBar
from gui.window.theme import LARGE, MEDIUM, PAGE
from gui.worker.workers import Workers

#: Of what else stands in the way, the strip says so much; the list below the classes has all of it.
_OBSTACLES_SHOWN = 2
#: After so long without another correction the folder is checked again, quietly.
_SETTLING_MILLISECONDS = 500


class DataPage(QWidget):
    """An invitation while no folder is open; afterwards what the scan of the folder found.

    corrections: through which the folder's data are corrected; None: they are only shown.
    """

    folder_wanted = Signal()  # the user wants to choose a folder
    project_wanted = Signal(object)  # Path: a project that was open before
    next_step_wanted = Signal()

    def __init__(
        self,
        *,
        session: Session,
        workers: Workers,
        corrections: CorrectionHistory | None = None,
        recent_folders: Sequence[Path] = (),
        recent_projects: Sequence[Path] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("page_data")
        self._session = session
        self._corrections = corrections or CorrectionHistory(session=session, parent=self)
        self._disk = DiskChanges(history=self._corrections, parent=self)
        self._is_quiet = False
        self._settling = QTimer(self, singleShot=True, interval=_SETTLING_MILLISECONDS)
        self._scanner = FolderScanner(workers=workers, parent=self)
        self._messages = MessageBar()
        self._activity = ActivityRow()
        self._empty = EmptyState(recent_folders=recent_folders, recent_projects=recent_projects)
        self._header = FolderHeader()
        self._view = FolderView(
            make_loader=lambda: ThumbnailLoader(workers=workers, edge=MADE_EDGE, parent=self),
            corrections=self._corrections,
        )
        CorrectionActions(
            strip=self._view.strip, session=session, history=self._corrections, disk=self._disk, parent=self
        )
        self._notices: list[str] = []
        self._choose = QPushButton(themed_icon("folder_open"), tr("Choose a folder…"))
        self._states = QStackedWidget()
        self._lay_out()
        self._connect()
        offer_data_actions(self, self._view.strip)
        if session.folder is not None:
            self._on_session_folder_opened(session.folder)

    def open_sample_pictures(self) -> None:
        """Have the sample pictures drawn, and open them when they are there."""
        self._messages.dismiss()
        self._is_quiet = False
        self._activity.begin(tr("Drawing the sample pictures"))
        self._scanner.draw_sample_pictures(sample_pictures_folder())

    # ------------------------------------------------------------------ building

    def _lay_out(self) -> None:
        self._messages.setObjectName("data_messages")
        self._choose.setObjectName("choose_folder")
        self._choose.setAccessibleName(tr("Choose a folder of pictures"))
        self._choose.setDefault(True)
        self._empty.buttons.insertWidget(1, self._choose)
        opened = QWidget()
        column = QVBoxLayout(opened)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(LARGE)
        column.addWidget(self._header)
        column.addWidget(self._view, 1)
        self._states.addWidget(self._empty)
        self._states.addWidget(opened)
        page = QVBoxLayout(self)
        page.setContentsMargins(PAGE, LARGE, PAGE, LARGE)
        page.setSpacing(MEDIUM)
        page.addWidget(self._messages)
        page.addWidget(self._activity)
        page.addWidget(self._states, 1)
        self._empty.come_after(self._choose)

    def _connect(self) -> None:
        self._session.folder_opened.connect(self._on_session_folder_opened)
        self._session.folder_scanned.connect(self._on_session_folder_scanned)
        self._choose.clicked.connect(self.folder_wanted)
        self._empty.sample_pictures_wanted.connect(self.open_sample_pictures)
        self._empty.folder_chosen.connect(self._session.open_folder)
        self._empty.project_chosen.connect(self.project_wanted)
        self._header.rescan_wanted.connect(self._on_header_rescan_wanted)
        self._header.next_step_wanted.connect(self.next_step_wanted)
        self._activity.cancel_wanted.connect(self._scanner.stop)
        findings = self._view.check_panel.findings
        findings.class_weights_wished.connect(self._on_findings_class_weights_wished)
        findings.pixel_limit_wished.connect(self._on_findings_pixel_limit_wished)
        findings.show_settings(self._session.settings)
        self._session.settings_changed.connect(findings.show_settings)
        scanner = self._scanner
        scanner.running_changed.connect(lambda running: self._activity.setVisible(running and not self._is_quiet))
        scanner.progressed.connect(self._activity.show_progress)
        scanner.noticed.connect(self._notices.append)
        scanner.classes_listed.connect(self._on_scanner_classes_listed)
        scanner.problems_found.connect(self._on_scanner_problems_found)
        scanner.folder_scanned.connect(self._session.set_scan)
        self._corrections.corrected.connect(self._settling.start)
        self._corrections.reading_changed.connect(self._on_header_rescan_wanted)
        self._disk.changed.connect(self._settling.start)
        self._disk.failed.connect(self._on_disk_failed)
        self._settling.timeout.connect(self._on_settling_timeout)
        scanner.pictures_drawn.connect(self._session.open_folder)
        scanner.failed.connect(self._on_scanner_failed)
        scanner.stopped.connect(self._on_scanner_stopped)

    # ------------------------------------------------------------------ answers

    def _on_session_folder_opened(self, folder: Path) -> None:
        self._messages.dismiss()
        self._notices.clear()
        self._settling.stop()
        self._is_quiet = False
        self._view.clear()
        self._header.show_folder(folder)
        self._header.set_ready(False)
        self._header.buttons.insertWidget(0, self._choose)
        self._choose.setDefault(False)
        self._states.setCurrentIndex(1)
        self._activity.begin(tr("Opening the folder"))
        limit = self._session.settings.pixel_limit
        self._view.allow_pixels(limit)
        self._scanner.scan(folder, pixel_limit=limit)

    def _on_header_rescan_wanted(self) -> None:
        if self._session.folder is not None:
            self._session.open_folder(self._session.folder)

    def _on_scanner_classes_listed(self, classes: tuple[ClassCount, ...]) -> None:
        if self._is_quiet:
            return
        self._header.show_totals(totals_in_words(classes), "")
        self._view.show_classes(classes)

    def _on_scanner_problems_found(self, problems: tuple[FileProblem, ...]) -> None:
        if self._is_quiet or self._session.folder is None:
            return
        self._view.add_problems(self._session.folder, problems)
        self._header.show_totals(totals_in_words(self._view.classes), "")

    def _on_findings_class_weights_wished(self, on: bool) -> None:
        self._session.set_settings(replace(self._session.settings, class_weights=on))

    def _on_findings_pixel_limit_wished(self, pixels: int | None) -> None:
        self._session.set_settings(replace(self._session.settings, pixel_limit=pixels))
        self._on_header_rescan_wanted()

    def _on_settling_timeout(self) -> None:
        """Check the folder once more, since copies and cautions may be others by now; unchanged files are not read."""
        if self._session.folder is None:
            return
        if self._scanner.running and not self._is_quiet:
            self._settling.start()  # The check under way may have begun before the correction.
            return
        self._is_quiet = True
        self._notices.clear()
        self._scanner.scan(self._session.folder, pixel_limit=self._session.settings.pixel_limit)

    def _on_disk_failed(self, failure: Failure) -> None:
        self._messages.show_message(Level.ERROR, failure.message, failure.hint)

    def _on_session_folder_scanned(self, scan: FolderScan) -> None:
        """Show what a scan found, or what it is after something was corrected."""
        self._header.show_totals(totals_in_words(scan.classes), "")
        self._header.set_ready(not scan.obstacles)
        self._view.show_scan(scan, self._notices)
        if scan.obstacles:
            first, *others = scan.obstacles
            self._messages.show_message(Level.WARNING, first, " ".join(others[:_OBSTACLES_SHOWN]))
        elif scan.inner_folders and self._corrections.corrections.inner_classes is None:
            self._ask_how_to_read(scan)
        elif self._messages.level is Level.WARNING:
            self._messages.dismiss()

    def _ask_how_to_read(self, scan: FolderScan) -> None:
        """Ask once what folders inside class folders are; the answer is kept with the folder."""
        self._messages.show_message(
            Level.INFORMATION,
            inner_folders_in_words(scan.inner_folders, scan.inner_example),
            tr("Are they classes themselves, or parts of the class around them?"),
            [
                (tr("Use the inner folders as classes"), lambda: self._corrections.read_inner_folders(True)),
                (tr("Keep the outer classes"), lambda: self._corrections.read_inner_folders(False)),
            ],
        )

    def _on_scanner_failed(self, failure: Failure) -> None:
        actions = [] if self._session.folder is None else [(tr("Try again"), self._on_header_rescan_wanted)]
        self._messages.show_message(Level.ERROR, failure.message, failure.hint, actions)

    def _on_scanner_stopped(self) -> None:
        if self._session.folder is None or self._is_quiet:
            return
        self._messages.show_message(
            Level.INFORMATION,
            tr("The check of the folder was cancelled."),
            tr("It must be checked once before it can be trained on."),
            [(tr("Check it now"), self._on_header_rescan_wanted)],
        )
