"""Opens the window in German, in a process of its own, and prints what can be read in it, as JSON.

The language is found out once in a process, and constants of modules are said in it when they are imported.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator

os.environ["FROSTLINE_LANGUAGE"] = "de"

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QMenu,
    QTabWidget,
    QTreeView,
    QWidget,
)

from gui.app import create_window
from gui.glossary.terms import TERMS
from gui.language.translate import teach_qt
from gui.window.main_window import MainWindow


def main() -> int:
    """Print what can be read: words of the window by what has them, and the letters of each menu."""
    application = QApplication([])
    teach_qt()
    window = create_window()
    window.show()
    application.processEvents()
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
    number = QDoubleSpinBox(decimals=2, value=0.5)
    told = {
        "widgets": sorted({text for widget in window.findChildren(QWidget) for text in _texts_of(widget) if text}),
        "actions": {action.objectName(): action.text() for action in _actions(window) if action.objectName()},
        "letters": {menu.title(): _letters(menu) for menu in _menus(window)},
        "cancel": box.buttons()[0].text(),
        "half": number.text(),
        "terms": [term.title for term in TERMS],
    }
    print(json.dumps(told))
    window.close()
    return 0


def _texts_of(widget: QWidget) -> Iterator[str]:
    yield from (widget.windowTitle(), widget.toolTip(), widget.accessibleName(), widget.accessibleDescription())
    if isinstance(widget, QLabel | QAbstractButton):
        yield widget.text()
    if isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    if isinstance(widget, QComboBox):
        yield from (widget.itemText(row) for row in range(widget.count()))
    if isinstance(widget, QTabWidget):
        yield from (widget.tabText(tab) for tab in range(widget.count()))
    if isinstance(widget, QTreeView) and (model := widget.model()) is not None:
        columns = range(model.columnCount())
        yield from (str(model.headerData(column, Qt.Orientation.Horizontal) or "") for column in columns)


def _menus(window: MainWindow) -> list[QMenu]:
    menus = [action.menu() for action in window.menuBar().actions()]
    return [menu for menu in menus if isinstance(menu, QMenu)]


def _actions(window: MainWindow) -> list[QAction]:
    for menu in _menus(window):
        menu.aboutToShow.emit()
    return [action for menu in _menus(window) for action in menu.actions()]


def _letters(menu: QMenu) -> list[str]:
    texts = [action.text().replace("&&", "") for action in menu.actions()]
    return [text.split("&", 1)[1][0].lower() for text in texts if "&" in text]


if __name__ == "__main__":
    sys.exit(main())
