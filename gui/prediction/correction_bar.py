"""Buttons for saying what a picture really is, and for training again with all that was said."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QMenu, QVBoxLayout, QWidget

from gui.language.translate import tr
from gui.prediction.predicted_picture import PredictedPicture
from gui.training.named_button import named_button
from gui.window.quiet_label import QuietLabel
from gui.window.theme import SMALL, SMALL_SCALE

#: More classes than that are not for a menu.
_MOST_IN_MENU = 30
_KEYS = 9


class CorrectionBar(QWidget):
    """A menu of classes, and the button for the next training. Keys 1 to 9 of a view choose the first nine classes."""

    class_chosen = Signal(str)
    folder_wanted = Signal()
    training_wanted = Signal()

    def __init__(self, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._classes: tuple[str, ...] = ()
        self._right = named_button("right_class", tr("&This is…"), "rename", read_as=tr("Say what this picture is"))
        self._open = named_button("open_folder_of_run", tr("Open its folder"), "folder_open")
        self._train = named_button("train_again", tr("Train &again with these"), "train")
        self._words = QuietLabel(scale=SMALL_SCALE)
        self._menu = QMenu(self._right)
        self._right.setMenu(self._menu)
        self._train.setToolTip(tr("Trains as before, with these pictures added and the same pictures held out"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SMALL)
        for widget in (self._right, self._words, self._open, self._train):
            column.addWidget(widget)
        self._menu.triggered.connect(lambda action: self.class_chosen.emit(action.data()) if action.data() else None)
        self._open.clicked.connect(self.folder_wanted)
        self._train.clicked.connect(self.training_wanted)

    def listen_to(self, view: QWidget) -> None:
        """Take the keys 1 to 9 that are pressed in a view."""
        view.installEventFilter(self)

    def show_state(
        self,
        *,
        pictures: Sequence[PredictedPicture],
        classes: tuple[str, ...],
        why_not: str,
        can_open: bool,
        count: int,
        is_training: bool,
    ) -> None:
        """Offer what can be done with the selected `pictures`; count: how many were corrected so far."""
        self.setVisible(bool(pictures) or count > 0)
        self._right.setEnabled(bool(pictures) and not why_not and bool(classes))
        many = len(pictures) > 1
        self._right.setText(tr("&These {count:,} are…", count=len(pictures)) if many else tr("&This is…"))
        corrected = pictures[0].right_class if len(pictures) == 1 else ""
        words = tr("Corrected: it is {corrected}. Undo takes it back.", corrected=corrected) if corrected else why_not
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._open.setVisible(can_open)
        self._train.setVisible(count > 0)
        self._train.setEnabled(not is_training and not why_not)
        self._train.setText(
            tr("Train &again with this") if count == 1 else tr("Train &again with these {count:,}", count=count)
        )
        if classes != self._classes:
            self._classes = classes
            self._fill_menu()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent) or not self._right.isEnabled():
            return False
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        number = event.key() - Qt.Key.Key_1
        if not plain or not 0 <= number < min(_KEYS, len(self._classes)):
            return False
        self.class_chosen.emit(self._classes[number])
        return True

    def _fill_menu(self) -> None:
        self._menu.clear()
        for number, name in enumerate(self._classes[:_MOST_IN_MENU]):
            shown = name.replace("&", "&&")
            action = self._menu.addAction(f"&{number + 1}  {shown}" if number < _KEYS else shown)
            action.setData(name)
        if len(self._classes) > _MOST_IN_MENU:
            self._menu.addSeparator()
            self._menu.addAction(tr("Another class…"), self._ask_for_class)

    def _ask_for_class(self) -> None:
        dialog = QInputDialog(self)
        dialog.setWindowTitle(tr("What is it?"))
        dialog.setLabelText(tr("Class"))
        dialog.setComboBoxItems(list(self._classes))
        dialog.setComboBoxEditable(False)
        dialog.textValueSelected.connect(partial(self._on_class_entered))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_class_entered(self, name: str) -> None:
        if name in self._classes:
            self.class_chosen.emit(name)
