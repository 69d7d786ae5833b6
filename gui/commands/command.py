"""A thing that can be done right now, as data, and how those of a menu bar are listed. No widgets of its own."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from gui.commands.page_action import NEEDS, ButtonAction, PageAction
from gui.language.translate import tr

_NOT_NOW = tr("This can't be done right now.")
#: An action with this property is not listed: it opens the list itself, or only says that a menu is empty.
NOT_LISTED = "not_listed"


@dataclass(frozen=True)
class Command:
    """Something to carry out. where: the menu or the list that it comes from. why_not: '' when it is possible."""

    title: str
    where: str
    carry_out: Callable[[], object]
    keys: str = ""
    icon: QIcon | None = None
    why_not: str = ""
    also: str = ""  # other words by which it is found


def commands_of(bar: QMenuBar, *, hidden_too: bool = False) -> Iterator[Command]:
    """List what stands in the menus of `bar` now; those that fill themselves when they open are filled.

    hidden_too: also what there is nothing for at the moment, such as the correction of labels without an evaluation.
    """
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu):
            yield from _commands_in(menu, plain(action.text()), hidden_too)


def _commands_in(menu: QMenu, where: str, hidden_too: bool) -> Iterator[Command]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _commands_in(inner, f"{where} / {plain(action.text())}", hidden_too)
        elif action.text() and (hidden_too or (action.isVisible() and not action.property(NOT_LISTED))):
            yield _command(action, where)


def _command(action: QAction, where: str) -> Command:
    if isinstance(action, ButtonAction):
        action.follow()
    return Command(
        title=plain(action.text()),
        where=where,
        carry_out=partial(_trigger, action),
        keys=action.shortcut().toString(QKeySequence.SequenceFormat.NativeText),
        icon=action.icon(),
        why_not="" if action.isEnabled() else _why_not(action),
        also=action.statusTip(),
    )


def _trigger(action: QAction) -> None:
    action.trigger()


def _why_not(action: QAction) -> str:
    reason = action.why_not() if isinstance(action, PageAction) else str(action.property(NEEDS) or "")
    return reason or _NOT_NOW


def plain(text: str) -> str:
    """Return the words of an action without the mark of its letter, the digit that is only one, and dots."""
    words = re.sub(r"^&\d\s+", "", text)
    return words.replace("&&", "\0").replace("&", "").replace("\0", "&").removesuffix("…")
