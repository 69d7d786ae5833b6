"""What can be corrected about the pictures selected in a view: actions in its context menu, with their shortcuts.

The files are only touched by the actions that say so; what each does is the histories' work.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QMenu, QMessageBox

from core.data.file_names import SIDECAR
from core.data.new_names import why_no_class, why_no_file
from gui.data.correction_history import CorrectionHistory
from gui.data.disk_changes import DiskChanges
from gui.data.name_dialog import NameDialog
from gui.data.thumbnail_strip import ThumbnailStrip
from gui.language.translate import tr
from gui.session import Session
from gui.window.icons import themed_icon

#: A menu of more classes than that is no help: their names are typed.
_MOST_IN_MENU = 30


class CorrectionActions(QObject):
    """Adds the actions to a strip of pictures and keeps them in line with its selection."""

    def __init__(
        self,
        *,
        strip: ThumbnailStrip,
        session: Session,
        history: CorrectionHistory,
        disk: DiskChanges,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._strip, self._session, self._history, self._disk = strip, session, history, disk
        self._menu = QMenu(tr("Count as another class"), strip)
        self._add_separator()
        self._exclude = self._add("exclude_pictures", tr("Leave out"), "close", "Del", self._on_exclude)
        self._include = self._add("include_pictures", tr("Include again"), "undo", "Ins", self._on_include)
        self._change = self._menu.menuAction()
        self._change.setObjectName("change_class")
        self._change.setIcon(themed_icon("data"))
        strip.addAction(self._change)
        shortcut = QShortcut(QKeySequence("R"), strip, self._pop_up_classes)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        self._add_separator()
        self._trash = self._add("trash_pictures", tr("Move to trash…"), "trash", "Shift+Del", self._on_trash)
        self._rename = self._add("rename_picture", tr("Rename or move on disk…"), "rename", "F2", self._on_rename)
        self._menu.aboutToShow.connect(self._fill_menu)
        strip.selectionModel().selectionChanged.connect(self._on_selection_changed)
        strip.model().modelReset.connect(self._on_selection_changed)
        history.corrected.connect(self._on_selection_changed)
        self._on_selection_changed()

    # ------------------------------------------------------------------ building

    def _add(self, name: str, text: str, icon: str, shortcut: str, act: Callable[[], None]) -> QAction:
        action = QAction(text, self._strip)
        if icon:
            action.setIcon(themed_icon(icon))
        action.setObjectName(name)
        action.setShortcut(QKeySequence(shortcut))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(act)
        self._strip.addAction(action)
        return action

    def _add_separator(self) -> None:
        separator = QAction(self._strip)
        separator.setSeparator(True)
        self._strip.addAction(separator)

    def _fill_menu(self) -> None:
        """Offer the classes as they are now, and a new one."""
        self._menu.clear()
        classes = self._classes()
        if len(classes) > _MOST_IN_MENU:
            self._menu.addAction(tr("Type a class…"), self._ask_for_class)
            return
        for name in classes:
            self._menu.addAction(name.replace("&", "&&"), partial(self._on_class, name))
        self._menu.addSeparator()
        self._menu.addAction(tr("New class…"), self._ask_for_class)

    def _classes(self) -> list[str]:
        scan = self._session.scan
        return [one.class_name for one in scan.classes] if scan is not None else []

    # ------------------------------------------------------------------ answers

    def _on_selection_changed(self, *_: object) -> None:
        files = self._strip.selected_files()
        left_out = self._strip.excluded_among(files)
        self._exclude.setEnabled(len(left_out) < len(files))
        self._include.setEnabled(bool(left_out))
        self._change.setEnabled(bool(files))
        self._trash.setEnabled(bool(files))
        # A collected picture lies in a hidden place, under a name that is its digest.
        self._rename.setEnabled(len(files) == 1 and SIDECAR not in files[0].parts)

    def _on_exclude(self) -> None:
        self._history.exclude(self._strip.selected_files())

    def _on_include(self) -> None:
        self._history.include(self._strip.selected_files())

    def _on_class(self, class_name: str) -> None:
        self._history.change_class(self._strip.selected_files(), class_name)

    def _pop_up_classes(self) -> None:
        if self._change.isEnabled():
            corner = self._strip.visualRect(self._strip.currentIndex()).center()
            self._menu.popup(self._strip.viewport().mapToGlobal(corner if corner != QPoint() else QPoint(8, 8)))

    def _ask_for_class(self) -> None:
        classes = self._classes()
        self._ask(
            NameDialog(
                title=tr("Another class"),
                label=tr("The pictures count as members of the class:"),
                name="",
                why_not=lambda name: why_no_class(name, classes),
                known=classes,
                parent=self._strip,
            ),
            "new_class",
            self._on_class,
        )

    def _on_trash(self) -> None:
        """Ask first: it is the one thing here that touches files, and many may be selected."""
        files = self._strip.selected_files()
        number = files[0].name if len(files) == 1 else tr("{count:,} pictures", count=len(files))
        question = tr("Move {number} to the trash?", number=number)
        box = QMessageBox(QMessageBox.Icon.Question, tr("Move to trash"), question, parent=self._strip)
        box.setObjectName("confirm_trash")
        box.setInformativeText(tr("The files leave the folder. To keep them and not learn from them, leave them out."))
        move = box.addButton(tr("Move to trash"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        move.clicked.connect(lambda _checked=False: self._disk.trash(files))
        box.finished.connect(box.deleteLater)
        box.open()

    def _on_rename(self) -> None:
        (file,) = self._strip.selected_files()
        folder = self._session.folder
        if folder is not None and file.is_relative_to(folder):
            name = file.relative_to(folder).as_posix()
            dialog = NameDialog(
                title=tr("Rename or move on disk"),
                label=tr("Its name inside {name}. The file itself is renamed or moved:", name=folder.name),
                name=name,
                why_not=partial(why_no_file, folder, file),
                parent=self._strip,
            )
            dialog.select(len(name) - len(file.name), len(file.stem))
            self._ask(dialog, "new_name", lambda new: self._disk.rename(file, folder / new))

    def _ask(self, dialog: NameDialog, name: str, answer: Callable[[str], None]) -> None:
        dialog.setObjectName(name)
        dialog.named.connect(answer)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
