"""What the Layers page says of how far layers moved, and of the proof that frozen ones did not. Plain functions."""

from __future__ import annotations

from collections.abc import Mapping

from gui.language.translate import tr
from gui.layers.map.movement import movement_in_words
from gui.layers.moved_run import MovedRun, furthest


def story_in_words(run: MovedRun | None, epoch: int, values: Mapping[str, float]) -> str:
    """Return what is shown, in a sentence or two: of which run, which epoch, and what moved furthest.

    epoch: its place among those of the run, counted from 1; 0 for none.
    """
    if run is None:
        return tr(
            "Nothing was trained yet. During a training and after it, each layer is coloured by how far it moved."
        )
    name = f"“{run.name}”"
    if not run.epochs:
        return (
            tr("{name} is on its way to its first epoch.", name=name)
            if run.running
            else tr("{name} has no epoch to show.", name=name)
        )
    if not values:
        return tr("{name} does not say how far its layers moved: it was trained before that was measured.", name=name)
    far = furthest(values)
    if far is None:
        return tr(
            "How far the head moved in epoch {epoch} of {name}. The whole backbone was frozen.",
            epoch=run.epochs[epoch - 1].epoch,
            name=name,
        )
    return tr(
        "How far each layer moved in epoch {epoch} of {name}, as a part of its weights. Furthest: {far}, {movement}.",
        epoch=run.epochs[epoch - 1].epoch,
        name=name,
        far=far[0],
        movement=movement_in_words(far[1]),
    )


def epoch_in_words(run: MovedRun | None, epoch: int) -> str:
    """Return the place on the slider: 'Epoch 3 of 20'; while training, of those that were finished."""
    if run is None or not run.epochs:
        return tr("No epoch yet")
    return tr("Epoch {epoch} of {epoch_2}", epoch=run.epochs[epoch - 1].epoch, epoch_2=run.epochs[-1].epoch)


def proof_in_words(run: MovedRun | None) -> str:
    """Return the proof of freezing: '106 of 106 frozen layers bit-identical'; '' when there is nothing to say."""
    if run is None or not (run.epochs or run.running):
        return ""
    if run.running:
        return tr("The frozen layers are compared bit by bit when the training is over.")
    if run.checked is None or run.changed is None:
        return tr("The frozen layers were not compared: the training did not come to its end.")
    if not run.checked:
        return tr("No layer was frozen, so there was none to compare.")
    if run.changed:
        return tr(
            "{changed} of {checked} frozen layers changed: don't rely on this model.",
            changed=run.changed,
            checked=run.checked,
        )
    return tr("{checked} of {checked} frozen layers bit-identical", checked=run.checked)


def is_broken(run: MovedRun | None) -> bool:
    """Return whether a layer changed that was frozen."""
    return run is not None and bool(run.changed)
