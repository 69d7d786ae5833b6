"""What can be done on a page, as actions that its menu, the command search and the keyboard share with its buttons.

A page adds them to itself (`QWidget.actions`), in the order of its menu; the window puts them there. Which there are is
each page's own affair.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QHelpEvent, QKeySequence
from PySide6.QtWidgets import QAbstractButton, QToolTip, QWidget

from gui.window.icons import themed_icon

#: Under this property an action keeps what must be so before it can be carried out, as a sentence.
NEEDS = "needs"

#: Under this property a widget keeps the line that its tool tip ends with: where to read more.
LEARN_MORE = "learn_more"

_TELLS_OF_POSSIBILITY = frozenset(
    {QEvent.Type.EnabledChange, QEvent.Type.ShowToParent, QEvent.Type.HideToParent, QEvent.Type.Show, QEvent.Type.Hide}
)


class PageAction(QAction):
    """An action that brings its page to the front before it acts."""

    about_to_act = Signal()

    def __init__(
        self, text: str, act: Callable[[], object], *, name: str, shortcut: str = "", icon: str = "", parent: QObject
    ) -> None:
        super().__init__(text, parent)
        self.setObjectName(name)
        self.setShortcut(QKeySequence(shortcut))
        if icon:
            self.setIcon(themed_icon(icon))
        self._act = act
        self.triggered.connect(self._on_triggered)

    def _on_triggered(self, _checked: bool) -> None:
        self.about_to_act.emit()
        self._act()

    def why_not(self) -> str:
        """Return what must be so before it can be carried out."""
        return str(self.property(NEEDS) or "")


@dataclass(frozen=True)
class ButtonDescription:
    """A button as an action: its object name, the words and keys of the action.

    needs: what must be so before it can be pressed; '': the tool tip of the button that can't be pressed says it.
    stays: it acts behind the page on show rather than bringing its own to the front.
    on_its_page: its keys hold only while the focus is on its page.
    """

    name: str
    text: str
    shortcut: str = ""
    needs: str = ""
    stays: bool = False
    on_its_page: bool = False


#: Between two groups of a menu.
SEPARATOR = None


class ButtonAction(PageAction):
    """Presses a button, and can be carried out whenever that can be pressed."""

    def __init__(self, description: ButtonDescription, *, button: QAbstractButton, page: QWidget) -> None:
        super().__init__(
            description.text,
            button.click,
            name=f"{description.name}_command",
            shortcut=description.shortcut,
            parent=page,
        )
        self._description, self._button, self._page = description, button, page
        self.setIcon(button.icon())
        self.setProperty(NEEDS, description.needs)
        if description.on_its_page:
            self.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self.setCheckable(button.isCheckable())
        if button.isCheckable():
            button.toggled.connect(self.setChecked)
        self._watch()
        self.follow()

    @property
    def button(self) -> QAbstractButton:
        """The button that it presses."""
        return self._button

    def follow(self) -> None:
        """Be possible exactly if the button could be pressed on its page."""
        self.setEnabled(self._button.isEnabled() and self._button.isVisibleTo(self._page))
        if self.isCheckable():
            self.setChecked(self._button.isChecked())

    def why_not(self) -> str:
        """Return what must be so before it can be carried out."""
        return self._description.needs or self._button.toolTip()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _TELLS_OF_POSSIBILITY:
            self.follow()
        elif isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and watched is self._button:
            QToolTip.showText(event.globalPos(), self._tip_with_keys(), self._button)
            return True
        return super().eventFilter(watched, event)

    def _tip_with_keys(self) -> str:
        words = self._button.toolTip() or self._button.accessibleName()
        keys = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        if keys and not words.endswith(f"({keys})"):
            words = f"{words} ({keys})"
        more = self._button.property(LEARN_MORE)
        return f"{words}\n{more}" if more else words

    def _watch(self) -> None:
        """Hear of the button and of all that it lies in, since what lies in something hidden can't be pressed."""
        widget: QWidget | None = self._button
        while widget is not None and widget is not self._page:
            widget.installEventFilter(self)
            widget = widget.parentWidget()

    def _on_triggered(self, _checked: bool) -> None:
        if not self._description.stays:
            self.about_to_act.emit()
        self.follow()
        if self.isEnabled():
            self._act()
            self.follow()


def offer_buttons(page: QWidget, descriptions: Sequence[ButtonDescription | None]) -> None:
    """Add an action for each of these buttons of `page` to it; None parts two groups."""
    for description in descriptions:
        if description is None:
            offer_separator(page)
            continue
        button = page.findChild(QAbstractButton, description.name)
        assert button is not None, description.name
        page.addAction(ButtonAction(description, button=button, page=page))


def offer_separator(page: QWidget) -> None:
    """Part what was added to `page` from what follows."""
    separator = QAction(page)
    separator.setSeparator(True)
    page.addAction(separator)
