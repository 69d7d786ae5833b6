"""What the model card of an export is made from: the run's record, its network, and a measure of it."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path

from core.export.card import CardFacts, evaluation_for_card
from core.export.snippets import loading_snippet
from core.export.write_model import ModelToWrite
from core.job_control import JobControl
from core.messages import ModelExported
from core.network.backbone import describe_backbone
from core.network.description import FEATURES_LAYER


def card_facts(wanted: ModelToWrite, exported: ModelExported, run: Path, control: JobControl) -> CardFacts:
    """Return the facts of a card. Measures the run on its held-out images, from stored features where they are.

    Raises Stopped.
    """
    trained = wanted.trained
    names = {layer.name for layer in trained.model.layers}
    return CardFacts(
        exported=exported,
        class_names=trained.class_names,
        image_size=trained.image_size,
        loading_lines=_lines_beside_the_card(exported),
        record=trained.record,
        evaluation=evaluation_for_card(run, control),
        network=describe_backbone(trained.model) if FEATURES_LAYER in names else None,
        precision=wanted.precision,
        resize_inside=wanted.resize_inside,
    )


def _lines_beside_the_card(exported: ModelExported) -> str:
    """Return the lines that load an export from the folder of its card, with which it may be handed on to anybody."""
    folder = exported.destination if exported.labels.parent == exported.destination else exported.destination.parent
    return loading_snippet(
        dataclasses.replace(
            exported,
            destination=Path(os.path.relpath(exported.destination, folder)),
            labels=Path(os.path.relpath(exported.labels, folder)),
        )
    )
