"""The keys that hold inside one part of a page and are no actions, so that the list of shortcuts has them too. Data."""

from __future__ import annotations

#: Where, which keys, what they do.
WIDGET_KEYS: tuple[tuple[str, str, str], ...] = (
    ("Everywhere", "Tab, Shift+Tab", "Go to the next control, or the one before"),
    ("Everywhere", "Alt with a letter", "Open the menu, or press what has that letter underlined"),
    ("Everywhere", "F6, Shift+F6", "Go to the next part of the Data page, or the one before"),
    ("Command search", "Up, Down, Enter, Esc", "Choose a command, carry it out, close"),
    ("Layer map", "Up, Down", "Go to the block above or below; with Shift they are added to the selection"),
    ("Layer map", "Right, Left", "Go into a block, or out of it"),
    ("Layer map", "Alt+Up, Alt+Down", "Move the frost line by a block"),
    ("Layer map", "Space", "Freeze or thaw what is selected"),
    ("Layer map", "Enter", "Show the layers of a block"),
    ("Layer map", "Ctrl+A", "Select all"),
    ("Layer tree", "Space", "Freeze or thaw the selected rows"),
    ("Layer tree", "Right, Left", "Unfold or fold a stage or a block"),
    ("Pictures on the Data page", "R", "Count the selected pictures as another class"),
    ("Galleries of pictures", "Enter", "Show why a picture is called what it is, or open it"),
    ("Pictures on the Predict page", "1 to 9", "Say which class a picture really has"),
)
