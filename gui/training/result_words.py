"""What came of a training, in words: the facts of the result panel and the proof of freezing. Plain functions."""

from __future__ import annotations

from core.messages import RunFinished
from gui.training.fact_strip import Fact
from gui.training.progress_words import duration_in_words, percentage


def facts_of(result: RunFinished) -> list[Fact]:
    """Return the facts of a finished training, the most important first; of an old run some are not known any more."""
    seconds = result.seconds
    facts = [
        ("Best epoch", f"{result.best_epoch} of {result.epochs}", "The epoch whose weights were kept."),
        ("Validation accuracy", accuracy_in_words(result.val_accuracy), "Of the pictures held out, at the best epoch."),
        ("Whole time", duration_in_words(seconds.total), "From the ready worker to the saved model."),
        ("Decoding", duration_in_words(seconds.decode), "Reading the pictures."),
        ("Features", duration_in_words(seconds.extract), "Computing what lies below the frost line, once."),
        ("Fitting", duration_in_words(seconds.fit), "The epochs themselves."),
    ]
    if result.images_extracted or result.images_reused:
        facts.append(("Pictures", _pictures(result), "Pictures whose features were computed, or found on disk."))
    return facts


def _pictures(result: RunFinished) -> str:
    if not result.images_extracted and result.images_reused:
        return f"all {result.images_reused} reused"
    if not result.images_reused:
        return f"{result.images_extracted} computed"
    return f"{result.images_extracted} computed, {result.images_reused} reused"


def accuracy_in_words(accuracy: float | None) -> str:
    """Return an accuracy as a percentage, or a dash when nothing was held out."""
    return "–" if accuracy is None else percentage(accuracy)


def frozen_layers_in_words(result: RunFinished) -> str:
    """Return the proof of freezing: how many of the frozen layers have the weights that they had before."""
    checked, changed = result.frozen_layers_checked, result.frozen_layers_changed
    if changed:
        return f"{changed} of {checked} frozen layers changed: don't rely on this model"
    if not checked:
        return "No layer was frozen, so there was none to check."
    return f"{checked} of {checked} frozen layers unchanged"
