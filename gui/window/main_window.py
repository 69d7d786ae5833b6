"""The window: it composes the rail, the pages, the message strip, the menus and the status bar, and holds no rules.

What a person does that concerns a page leaves as a signal; `gui.app` wires it to whoever answers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer, QUrl, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QStackedWidget,
    QVBoxLayout,
    QWhatsThis,
    QWidget,
)

from core.places import log_folder
from gui.commands.command import Command, commands_of
from gui.commands.command_search import CommandSearch
from gui.commands.page_action import PageAction
from gui.commands.shortcut_list import ShortcutList
from gui.glossary.teaching_tips import TeachingTips
from gui.language.translate import tr
from gui.opened_path import OpenedAs, opened_as
from gui.window.about import AboutDialog
from gui.window.actions import ProjectWish, add_actions, add_menus
from gui.window.drop_overlay import DropOverlay
from gui.window.dropped import (
    DroppedFolder,
    DroppedPictures,
    DroppedPlan,
    DroppedProject,
    DroppedRun,
    may_be_dropped,
    only_folder,
    only_plan,
    read_dropped,
)
from gui.window.folder_dialog import folder_dialog
from gui.window.icons import application_icon
from gui.window.message_bar import Level, MessageAction, MessageBar
from gui.window.settings import WindowSettings
from gui.window.splitter_memory import SplitterMemory
from gui.window.status_bar import WorkerStatusBar
from gui.window.step_rail import StepRail
from gui.window.steps import STEPS, step_named
from gui.window.theme import PAGE, SMALL

PageMaker = Callable[[], QWidget]
#: Lists commands that stand in no menu, such as a run to use; asked each time the command search opens.
CommandSource = Callable[[], Iterable[Command]]


class MainWindow(QMainWindow):
    """The one window of the program. Pages are made when they are first shown, or by `make_all_pages`."""

    first_painted = Signal()
    step_shown = Signal(str)  # the name of a step
    folder_chosen = Signal(object)  # Path
    sample_pictures_requested = Signal()
    pictures_dropped = Signal(object)  # tuple[Path | bytes, ...]
    project_dropped = Signal(object)  # Path: the folder of a project
    project_wished = Signal(object)  # ProjectWish
    run_dropped = Signal(object)  # Path: the folder of a run
    plan_dropped = Signal(object)  # Path: a file that is named as a freeze plan
    plan_save_requested = Signal()
    plan_open_requested = Signal()
    report_save_requested = Signal()
    undo_requested = Signal()
    redo_requested = Signal()
    settings_requested = Signal()
    tour_requested = Signal()
    glossary_requested = Signal(object)  # QWidget that has the focus, or None
    closed = Signal()

    def __init__(
        self, *, page_makers: Mapping[str, PageMaker], settings: WindowSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._page_makers = dict(page_makers)
        self._pages: dict[str, QWidget] = {}
        self._settings = settings
        self._painted = False
        self._tips = TeachingTips(self)
        self._borders = SplitterMemory(settings=settings, parent=self)
        self._sources: list[CommandSource] = []
        self.rail = StepRail()
        self.status = WorkerStatusBar()
        self._messages = MessageBar()
        self._stack = QStackedWidget()
        self._build()
        self._lay_out()
        self._menus = add_menus(self)
        self.actions_by_name = add_actions(self, self._menus, self)
        for step in STEPS:
            self._menus[step.name].aboutToShow.connect(partial(self.page, step.name))
        self._search = CommandSearch(commands=self.commands, parent=self)
        self._overlay = DropOverlay(parent=self)
        self.rail.step_chosen.connect(self._on_rail_step_chosen)

    # ------------------------------------------------------------------ pages and messages

    def page(self, name: str) -> QWidget:
        """Return the page of a step, made now if it was not shown before."""
        if name not in self._pages:
            page = self._page_makers[name]()
            page.setObjectName(f"page_{name}")
            page.setAccessibleName(step_named(name).title)
            _let_drops_through(page)
            self._pages[name] = page
            self._stack.addWidget(page)
            self._fill_menu(name, page)
            self._tips.teach(page)
            self._borders.watch(page)
        return self._pages[name]

    def make_all_pages(self) -> None:
        """Make the pages that were not shown yet."""
        for step in STEPS:
            self.page(step.name)

    def make_pages_when_idle(self) -> None:
        """Make the pages that were not shown yet, one for each round of the event loop."""
        waiting = [step.name for step in STEPS if step.name not in self._pages]
        if waiting:
            self.page(waiting[0])
            QTimer.singleShot(0, self, self.make_pages_when_idle)

    def add_command_source(self, source: CommandSource) -> None:
        """List the commands of `source` in the command search too."""
        self._sources.append(source)

    def refresh_commands(self) -> None:
        """List the commands anew, if the command search is open."""
        self._search.refresh()

    def commands(self) -> tuple[Command, ...]:
        """Return everything that can be done now, and what can't with the reason."""
        self.make_all_pages()
        return (*commands_of(self.menuBar()), *(command for source in self._sources for command in source()))

    def insert_menu(self, menu: QMenu, *, before: str) -> None:
        """Let a menu stand before an action, in the menu of that action."""
        action = self.actions_by_name[before]
        for around in self.menuBar().findChildren(QMenu):
            if action in around.actions():
                around.insertMenu(action, menu)

    def show_message(self, level: Level, sentence: str, hint: str = "", actions: Sequence[MessageAction] = ()) -> None:
        """Show a message in the strip above the page."""
        self._messages.show_message(level, sentence, hint, actions)

    # ------------------------------------------------------------------ what the actions call

    def show_step(self, name: str) -> None:
        """Show the page of a step."""
        self.rail.choose(name)

    def wish_of_project(self, wish: ProjectWish) -> None:
        """Wish for a new project, or that one be opened, saved or closed."""
        self.project_wished.emit(wish)

    def choose_folder(self) -> None:
        """Ask for a data folder; `folder_chosen` follows unless the user thinks better of it."""
        dialog = folder_dialog(self, tr("Open a folder of pictures"), self._settings.last_folder)
        dialog.fileSelected.connect(self._on_dialog_file_selected)
        dialog.open()

    def open_sample_pictures(self) -> None:
        """Wish for the sample pictures."""
        self.sample_pictures_requested.emit()

    def save_plan(self) -> None:
        """Wish to save the freeze plan."""
        self.plan_save_requested.emit()

    def open_plan(self) -> None:
        """Wish to open a freeze plan."""
        self.plan_open_requested.emit()

    def save_report(self) -> None:
        """Wish to save the report of the evaluation."""
        self.report_save_requested.emit()

    def find_command(self) -> None:
        """Open the command search."""
        self._search.open()

    def show_glossary(self) -> None:
        """Wish for the glossary at the word for what has the focus."""
        self.glossary_requested.emit(QApplication.focusWidget())

    def show_tour(self) -> None:
        """Wish for the tour."""
        self.tour_requested.emit()

    def ask_whats_this(self) -> None:
        """Let the user point at something to have it explained."""
        QWhatsThis.enterWhatsThisMode()

    def show_shortcuts(self) -> None:
        """List what every key does."""
        self.make_all_pages()
        ShortcutList(commands=commands_of(self.menuBar(), hidden_too=True), parent=self).show()

    def undo(self) -> None:
        """Wish that the last change be taken back."""
        self.undo_requested.emit()

    def redo(self) -> None:
        """Wish that what was taken back be done again."""
        self.redo_requested.emit()

    def show_settings(self) -> None:
        """Wish for the settings."""
        self.settings_requested.emit()

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    def open_log_folder(self) -> None:
        """Show the log files in the file manager."""
        folder = log_folder()
        folder.mkdir(parents=True, exist_ok=True)
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self.show_message(Level.INFORMATION, tr("The log files are in {folder}.", folder=folder))

    def show_about(self) -> None:
        """Say what this program is."""
        AboutDialog(parent=self).open()

    # ------------------------------------------------------------------ Qt's own events

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self, self.first_painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._overlay.resize(self.size())

    def closeEvent(self, event: QCloseEvent) -> None:
        self._settings.keep_geometry(self.saveGeometry())
        super().closeEvent(event)
        self.closed.emit()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if not may_be_dropped(event.mimeData()):
            return
        event.acceptProposedAction()
        folder = only_folder(event.mimeData())
        if folder is not None and opened_as(folder) is OpenedAs.PROJECT:
            self._overlay.announce("project", tr("Drop to open this project"))
        elif folder is not None and opened_as(folder) is OpenedAs.RUN:
            self._overlay.announce("train", tr("Drop to use this run"))
        elif folder is not None:
            self._overlay.announce("data", tr("Drop to open this folder as data"))
        elif only_plan(event.mimeData()) is not None:
            self._overlay.announce("layers", tr("Drop to open this freeze plan"))
        else:
            self._overlay.announce("predict", tr("Drop to classify"))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._overlay.hide()
        event.acceptProposedAction()
        dropped = read_dropped(event.mimeData())
        if isinstance(dropped, DroppedFolder):
            self.folder_chosen.emit(dropped.folder)
        elif isinstance(dropped, DroppedProject):
            self.project_dropped.emit(dropped.folder)
        elif isinstance(dropped, DroppedRun):
            self.run_dropped.emit(dropped.folder)
        elif isinstance(dropped, DroppedPlan):
            self.plan_dropped.emit(dropped.file)
        elif isinstance(dropped, DroppedPictures):
            self.pictures_dropped.emit(dropped.sources)
        else:
            self.show_message(Level.WARNING, dropped.reason)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.setWindowTitle("Frostline")
        self.setWindowIcon(application_icon())
        self.setAcceptDrops(True)
        # A screen of 1920 x 1080 at 200 % has 540 of these pixels, and the frame of the window takes some.
        self.setMinimumSize(900, 504)
        self.resize(1280, 800)
        if not self._settings.geometry.isEmpty():
            self.restoreGeometry(self._settings.geometry)
        self._messages.setObjectName("message_bar")
        self._stack.setObjectName("pages")

    def _lay_out(self) -> None:
        strip = QVBoxLayout()
        strip.setContentsMargins(PAGE, SMALL, PAGE, 0)
        strip.addWidget(self._messages)
        right = QVBoxLayout()
        right.setSpacing(0)
        right.addLayout(strip)
        right.addWidget(self._stack, 1)
        central = QWidget()
        row = QHBoxLayout(central)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(right, 1)
        self.setCentralWidget(central)
        self.setStatusBar(self.status)

    def _fill_menu(self, name: str, page: QWidget) -> None:
        """Put what a page offers into its menu; what is done there brings the page to the front."""
        self._menus[name].addActions(page.actions())
        for action in page.actions():
            if isinstance(action, PageAction):
                action.about_to_act.connect(partial(self.show_step, name))
            elif action.menu() is None:
                action.triggered.connect(lambda _checked=False: self.show_step(name))

    def _on_rail_step_chosen(self, name: str) -> None:
        self._stack.setCurrentWidget(self.page(name))
        self.step_shown.emit(name)

    def _on_dialog_file_selected(self, folder: str) -> None:
        self.folder_chosen.emit(Path(folder))


def _let_drops_through(page: QWidget) -> None:
    """Keep text fields from taking a dropped file as text, so that a drop anywhere reaches the window."""
    for kind in (QLineEdit, QPlainTextEdit):
        for field in page.findChildren(kind):
            field.setAcceptDrops(False)
