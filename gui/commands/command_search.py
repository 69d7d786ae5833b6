"""The command search (Ctrl+K): a panel over the window that lists what can be done, found by typing, done by Enter.

It knows nothing of what there is to do: it is handed the commands each time it opens.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QRectF, Qt
from PySide6.QtGui import QAccessible, QAccessibleEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QListView, QVBoxLayout, QWidget

from gui.commands.command import Command
from gui.commands.command_delegate import CommandDelegate
from gui.commands.command_model import COMMAND_ROLE, CommandModel, FoundCommands, spoken
from gui.language.translate import tr
from gui.window.quiet_label import QuietLabel
from gui.window.search_field import search_field
from gui.window.theme import MEDIUM, PAGE, SMALL, SMALL_SCALE, card_surface, hairline

_WIDTH, _HEIGHT = 640, 460
_HINT = tr("Enter does it  ·  Up and Down choose  ·  Esc closes")
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}


class CommandSearch(QFrame):
    """Lies over its parent while it is open; goes when something was done, at Esc, or when the focus goes elsewhere."""

    def __init__(self, *, commands: Callable[[], Sequence[Command]], parent: QWidget) -> None:
        super().__init__(parent)
        self._list_commands = commands
        self._covered = parent
        self._before: QWidget | None = None
        self._commands = CommandModel(parent=self)
        self._found = FoundCommands(commands=self._commands, parent=self)
        self._typed = search_field(
            "command_words", read_as=tr("Search for a command"), hint=tr("What do you want to do?")
        )
        self._list = QListView()
        self._nothing = QuietLabel(tr("Nothing is called that. Try other words: a menu, a layer, a run."))
        self._build()
        self._lay_out()
        self._typed.textChanged.connect(self._on_text_changed)
        self._list.clicked.connect(lambda _index: self._carry_out())
        self._list.selectionModel().currentChanged.connect(lambda *_: self._tell_current())
        self.hide()

    def open(self) -> None:
        """Open with all commands that there are now, and an empty field."""
        focus = QApplication.focusWidget()
        if not self.isVisible():
            self._before = focus
        self._commands.show_commands(self._list_commands())
        self._typed.clear()
        self._on_text_changed("")
        self._place()
        self.raise_()
        self.show()
        self._typed.setFocus(Qt.FocusReason.PopupFocusReason)

    def refresh(self) -> None:
        """List anew what can be done, for what is typed already; nothing while it is closed."""
        if self.isVisible():
            self._commands.show_commands(self._list_commands())
            self._on_text_changed(self._typed.text())

    def close_search(self) -> None:
        """Go, and give the focus back to what had it."""
        if self.isHidden():
            return
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self._covered)
        self.hide()
        if had_focus and self._before is not None and self._before.isVisible():
            self._before.setFocus(Qt.FocusReason.PopupFocusReason)

    # ------------------------------------------------------------------ building

    def _build(self) -> None:
        self.setObjectName("command_search")
        self.setAccessibleName(tr("Command search"))
        self._typed.installEventFilter(self)
        self._list.setObjectName("command_list")
        self._list.setAccessibleName(tr("Commands"))
        self._list.setModel(self._found)
        self._list.setItemDelegate(CommandDelegate(parent=self._list))
        self._list.setFrameShape(QFrame.Shape.NoFrame)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setMouseTracking(True)
        self._list.installEventFilter(self)
        self._covered.installEventFilter(self)

    def _lay_out(self) -> None:
        self._nothing.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        hint = QuietLabel(_HINT, scale=SMALL_SCALE)
        hint.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, SMALL)
        column.setSpacing(SMALL)
        column.addWidget(self._typed)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        column.addWidget(hint)

    def _place(self) -> None:
        room = self._covered.size()
        width, height = min(_WIDTH, room.width() - 2 * PAGE), min(_HEIGHT, room.height() - 2 * PAGE)
        self.setGeometry((room.width() - width) // 2, min(3 * PAGE, (room.height() - height) // 2), width, height)

    # ------------------------------------------------------------------ answers

    def _on_text_changed(self, typed: str) -> None:
        self._found.show_matching(typed)
        self._nothing.setVisible(self._found.rowCount() == 0)
        self._choose(0)
        self._list.scrollToTop()

    def _choose(self, row: int) -> None:
        index = self._found.index(max(0, min(row, self._found.rowCount() - 1)), 0)
        if index.isValid():
            self._list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self._list.scrollTo(index)

    def _carry_out(self) -> None:
        command = self._list.currentIndex().data(COMMAND_ROLE)
        if isinstance(command, Command) and not command.why_not:
            self.close_search()
            command.carry_out()

    def _tell_current(self) -> None:
        """Let screen readers say the chosen command, although the focus stays in the field."""
        command = self._list.currentIndex().data(COMMAND_ROLE)
        self._typed.setAccessibleDescription(spoken(command) if isinstance(command, Command) else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self._typed, QAccessible.Event.DescriptionChanged))

    # ------------------------------------------------------------------ Qt's own events

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._covered and event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched in (self._typed, self._list):
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _is_ours(event):
                event.accept()
                return True
            if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._obey(event):
                return True
            if event.type() == QEvent.Type.FocusOut and self._focus_is_elsewhere():
                self.close_search()
        return super().eventFilter(watched, event)

    def _obey(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_search()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._carry_out()
        elif key in _STEPS:
            self._choose(self._list.currentIndex().row() + _STEPS[key])
        else:
            return False
        return True

    def _focus_is_elsewhere(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and focus is not self and not self.isAncestorOf(focus)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(hairline(self.palette()))
        painter.setBrush(card_surface(self.palette()))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 10, 10)


def _is_ours(event: QKeyEvent) -> bool:
    key = Qt.Key(event.key())
    return key in _STEPS or key in (Qt.Key.Key_Escape, Qt.Key.Key_Return, Qt.Key.Key_Enter)
