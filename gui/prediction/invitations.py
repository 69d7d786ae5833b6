"""What the place for pictures says while no picture is in it, as a title and a hint."""

from __future__ import annotations

from PySide6.QtGui import QKeySequence

from gui.language.translate import tr

#: Title and hint of the pages that use a model, while there is none.
NO_MODEL = (tr("There is no model yet"), tr("Train one on the Train page, or open a model (above, right)."))
NONE_LEFT = (tr("No picture is left"), tr("Show more of them: all classes, sure or not, unlike or not."))


def ready_in_words() -> tuple[str, str]:
    """Return how pictures get here once there is a model."""
    hint = tr("From a folder or a browser, one or many. Or paste one with {paste_keys}.", paste_keys=paste_keys())
    return tr("Drop pictures here"), hint


def paste_keys() -> str:
    """Return the keys that paste, as this desktop writes them."""
    return QKeySequence(QKeySequence.StandardKey.Paste).toString(QKeySequence.SequenceFormat.NativeText)
