"""What can be done with a picture in any view of pictures: open it, show its folder, copy where it is.

The view's context menu shows them, with the mouse and with the keyboard's menu key.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QAbstractItemView

from gui.data.thumbnail_model import FILE_ROLE
from gui.language.translate import tr
from gui.window.icons import themed_icon


def add_picture_actions(view: QAbstractItemView, *, opens: bool = True) -> None:
    """Give `view`, whose rows say their file as `FILE_ROLE`, these actions.

    opens: activating a row opens its picture.
    """
    view.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)
    if opens:
        view.activated.connect(_open)
    open_ = _add(view, "open_picture", tr("Open picture"), "picture", lambda: _open(view.currentIndex()))
    folder = _add(
        view, "show_picture_folder", tr("Show in its folder"), "folder_open", lambda: _open_folder(view.currentIndex())
    )
    copy = _add(view, "copy_picture_path", tr("Copy path"), "paste", lambda: _copy(view.currentIndex()))
    for action, keys in (
        (open_, QKeySequence("Ctrl+Shift+V")),
        (folder, QKeySequence("Ctrl+Shift+R")),
        (copy, QKeySequence(QKeySequence.StandardKey.Copy)),
    ):
        action.setShortcut(keys)
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
    selection = view.selectionModel()
    selection.currentChanged.connect(lambda current, _previous: _enable(view, current.isValid()))
    view.model().modelReset.connect(lambda: _enable(view, False))
    _enable(view, False)


def _add(view: QAbstractItemView, name: str, text: str, icon: str, act: Callable[[], None]) -> QAction:
    action = QAction(text, view)
    if icon:
        action.setIcon(themed_icon(icon))
    action.setObjectName(name)
    action.triggered.connect(lambda _checked=False: act())
    view.addAction(action)
    return action


def _enable(view: QAbstractItemView, enabled: bool) -> None:
    for action in view.actions():
        if action.objectName() in {"open_picture", "show_picture_folder", "copy_picture_path"}:
            action.setEnabled(enabled)


def _file(index: QModelIndex) -> Path | None:
    file = index.data(FILE_ROLE)
    return file if isinstance(file, Path) else None


def _open(index: QModelIndex) -> None:
    """Open the picture with the program that the desktop has for it."""
    if (file := _file(index)) is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _open_folder(index: QModelIndex) -> None:
    if (file := _file(index)) is not None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(file.parent)))


def _copy(index: QModelIndex) -> None:
    if (file := _file(index)) is not None:
        QGuiApplication.clipboard().setText(str(file))
