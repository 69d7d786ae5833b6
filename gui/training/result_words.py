"""What came of a training, in words: the facts of the result panel and the proof of freezing. Plain functions."""

from __future__ import annotations

from core.messages import RunFinished
from gui.language.translate import tr
from gui.training.fact_strip import Fact
from gui.training.progress_words import duration_in_words, percentage


def facts_of(result: RunFinished) -> list[Fact]:
    """Return the facts of a finished training, the most important first; of an old run some are not known any more."""
    seconds = result.seconds
    facts = [
        (
            tr("Best epoch"),
            tr("{best_epoch} of {epochs}", best_epoch=result.best_epoch, epochs=result.epochs),
            tr("The epoch whose weights were kept."),
        ),
        (
            tr("Validation accuracy"),
            accuracy_in_words(result.val_accuracy),
            tr("Of the pictures held out, at the best epoch."),
        ),
        (tr("Whole time"), duration_in_words(seconds.total), tr("From the ready worker to the saved model.")),
        (tr("Decoding"), duration_in_words(seconds.decode), tr("Reading the pictures.")),
        (tr("Features"), duration_in_words(seconds.extract), tr("Computing what lies below the frost line, once.")),
        (tr("Fitting"), duration_in_words(seconds.fit), tr("The epochs themselves.")),
    ]
    if result.images_extracted or result.images_reused:
        facts.append(
            (tr("Pictures"), _pictures(result), tr("Pictures whose features were computed, or found on disk."))
        )
    return facts


def _pictures(result: RunFinished) -> str:
    if not result.images_extracted and result.images_reused:
        return tr("all {images_reused} reused", images_reused=result.images_reused)
    if not result.images_reused:
        return tr("{images_extracted} computed", images_extracted=result.images_extracted)
    return tr(
        "{images_extracted} computed, {images_reused} reused",
        images_extracted=result.images_extracted,
        images_reused=result.images_reused,
    )


def accuracy_in_words(accuracy: float | None) -> str:
    """Return an accuracy as a percentage, or a dash when nothing was held out."""
    return "–" if accuracy is None else percentage(accuracy)


def frozen_layers_in_words(result: RunFinished) -> str:
    """Return the proof of freezing: how many of the frozen layers have the weights that they had before."""
    checked, changed = result.frozen_layers_checked, result.frozen_layers_changed
    if changed:
        return tr(
            "{changed} of {checked} frozen layers changed: don't rely on this model", changed=changed, checked=checked
        )
    if not checked:
        return tr("No layer was frozen, so there was none to check.")
    return tr("{checked} of {checked} frozen layers unchanged", checked=checked)
