"""What the Layers page says of how far layers moved, and of the proof that frozen ones did not. Plain functions."""

from __future__ import annotations

from collections.abc import Mapping

from gui.layers.map.movement import movement_in_words
from gui.layers.moved_run import MovedRun, furthest


def story_in_words(run: MovedRun | None, epoch: int, values: Mapping[str, float]) -> str:
    """Return what is shown, in a sentence or two: of which run, which epoch, and what moved furthest.

    epoch: its place among those of the run, counted from 1; 0 for none.
    """
    if run is None:
        return "Nothing was trained yet. During a training and after it, each layer is coloured by how far it moved."
    name = f"“{run.name}”"
    if not run.epochs:
        return f"{name} is on its way to its first epoch." if run.running else f"{name} has no epoch to show."
    if not values:
        return f"{name} does not say how far its layers moved: it was trained before that was measured."
    far = furthest(values)
    if far is None:
        return (
            f"How far the head moved in epoch {run.epochs[epoch - 1].epoch} of {name}. The whole backbone was frozen."
        )
    return (
        f"How far each layer moved in epoch {run.epochs[epoch - 1].epoch} of {name}, as a part of its weights. "
        f"Furthest: {far[0]}, {movement_in_words(far[1])}."
    )


def epoch_in_words(run: MovedRun | None, epoch: int) -> str:
    """Return the place on the slider: 'Epoch 3 of 20'; while training, of those that were finished."""
    if run is None or not run.epochs:
        return "No epoch yet"
    return f"Epoch {run.epochs[epoch - 1].epoch} of {run.epochs[-1].epoch}"


def proof_in_words(run: MovedRun | None) -> str:
    """Return the proof of freezing: '106 of 106 frozen layers bit-identical'; '' when there is nothing to say."""
    if run is None or not (run.epochs or run.running):
        return ""
    if run.running:
        return "The frozen layers are compared bit by bit when the training is over."
    if run.checked is None or run.changed is None:
        return "The frozen layers were not compared: the training did not come to its end."
    if not run.checked:
        return "No layer was frozen, so there was none to compare."
    if run.changed:
        return f"{run.changed} of {run.checked} frozen layers changed: don't rely on this model."
    return f"{run.checked} of {run.checked} frozen layers bit-identical"


def is_broken(run: MovedRun | None) -> bool:
    """Return whether a layer changed that was frozen."""
    return run is not None and bool(run.changed)
