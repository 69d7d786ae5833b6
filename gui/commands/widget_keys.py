"""The keys that hold inside one part of a page and are no actions, so that the list of shortcuts has them too. Data."""

from __future__ import annotations

from gui.language.translate import tr

#: Where, which keys, what they do.
WIDGET_KEYS: tuple[tuple[str, str, str], ...] = (
    (tr("Everywhere"), tr("Tab, Shift+Tab"), tr("Go to the next control, or the one before")),
    (tr("Everywhere"), tr("Alt with a letter"), tr("Open the menu, or press what has that letter underlined")),
    (tr("Everywhere"), tr("F6, Shift+F6"), tr("Go to the next part of the Data page, or the one before")),
    (tr("Command search"), tr("Up, Down, Enter, Esc"), tr("Choose a command, carry it out, close")),
    (tr("Layer map"), tr("Up, Down"), tr("Go to the block above or below; with Shift they are added to the selection")),
    (tr("Layer map"), tr("Right, Left"), tr("Go into a block, or out of it")),
    (tr("Layer map"), tr("Alt+Up, Alt+Down"), tr("Move the frost line by a block")),
    (tr("Layer map"), tr("Space"), tr("Freeze or thaw what is selected")),
    (tr("Layer map"), tr("Enter"), tr("Show the layers of a block")),
    (tr("Layer map"), "Ctrl+A", tr("Select all")),
    (tr("Layer tree"), tr("Space"), tr("Freeze or thaw the selected rows")),
    (tr("Layer tree"), tr("Right, Left"), tr("Unfold or fold a stage or a block")),
    (tr("Pictures on the Data page"), "R", tr("Count the selected pictures as another class")),
    (tr("Galleries of pictures"), tr("Enter"), tr("Show why a picture is called what it is, or open it")),
    (tr("Pictures on the Predict page"), tr("1 to 9"), tr("Say which class a picture really has")),
)
