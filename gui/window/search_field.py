"""A field to type what is looked for, whose button to clear it has a name too."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QToolButton

from gui.language.translate import tr


def search_field(name: str, *, read_as: str, hint: str) -> QLineEdit:
    """Return a field of the object name `name`; screen readers read `read_as`, `hint` is shown while it is empty."""
    field = QLineEdit(clearButtonEnabled=True)
    field.setObjectName(name)
    field.setAccessibleName(read_as)
    field.setPlaceholderText(hint)
    field.setAcceptDrops(False)  # What is dropped on the window is for the window.
    for button in field.findChildren(QToolButton):
        button.setAccessibleName(tr("Clear what was typed"))
    return field
