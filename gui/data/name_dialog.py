"""A small dialog that asks for a name, and says while it is typed why a name can't be taken.

Which names can be is its caller's knowledge.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCompleter, QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from gui.window.theme import MEDIUM, SMALL, accents

_WIDTH = 460


class NameDialog(QDialog):
    """Can only be accepted with a name that is suitable; `named` has it, without blanks around it.

    why_not: returns why a name can't be taken, in a sentence; '' where it can. known: names that are offered while a
    part of them is typed.
    """

    named = Signal(str)

    def __init__(
        self,
        *,
        title: str,
        label: str,
        name: str,
        why_not: Callable[[str], str],
        known: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._why_not = why_not
        self.setWindowTitle(title)
        self._label = QLabel(label)
        self._label.setWordWrap(True)
        self._edit = QLineEdit(name)
        self._edit.setObjectName("name_edit")
        self._edit.setAccessibleName(label)
        if known:
            completer = QCompleter(list(known), self._edit)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            self._edit.setCompleter(completer)
        self._why = QLabel()
        self._why.setObjectName("why_not")
        self._why.setWordWrap(True)
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, parent=self
        )
        # Or Enter would cancel while the name can't be taken.
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setObjectName("take_name")
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setObjectName("keep_name")
        self._buttons.button(QDialogButtonBox.StandardButton.Cancel).setAutoDefault(False)
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setDefault(True)
        self._lay_out()
        for button in reversed(self._buttons.buttons()):  # They were there before the field.
            self.setTabOrder(self._edit, button)
        self._edit.textChanged.connect(self._on_edit_text_changed)
        self._edit.returnPressed.connect(self._show_why_not)
        self._edit.selectAll()
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.accepted.connect(lambda: self.named.emit(self._name))
        self._allow(not why_not(self._name))

    def select(self, start: int, length: int) -> None:
        """Select a part of the name, to be typed over."""
        self._edit.setSelection(start, length)

    def accept(self) -> None:
        """Close with the name, unless it can't be taken."""
        self._show_why_not()
        if not self._why.text():
            super().accept()

    @property
    def _name(self) -> str:
        return self._edit.text().strip()

    def _lay_out(self) -> None:
        palette = self._why.palette()
        palette.setColor(self._why.foregroundRole(), accents(palette).error)
        self._why.setPalette(palette)
        # Room for two lines, so that the dialog does not jump while somebody types.
        self._why.setMinimumHeight(2 * self._why.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(MEDIUM, MEDIUM, MEDIUM, MEDIUM)
        column.setSpacing(SMALL)
        for part in (self._label, self._edit, self._why, self._buttons):
            column.addWidget(part)
        self.resize(_WIDTH, self.sizeHint().height())

    def _on_edit_text_changed(self, _text: str) -> None:
        self._show_why_not()

    def _show_why_not(self) -> None:
        why = self._why_not(self._name)
        self._why.setText(why)
        self._edit.setAccessibleDescription(why)
        self._allow(not why)

    def _allow(self, allowed: bool) -> None:
        self._buttons.button(QDialogButtonBox.StandardButton.Ok).setEnabled(allowed)
