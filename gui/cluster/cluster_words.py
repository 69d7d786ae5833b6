"""What the window says of an extraction on a cluster, and where its store goes; plain functions."""

from __future__ import annotations

from pathlib import Path

from core.messages import FeaturesExtracted, NodesAtWork
from core.training.specification import TrainingSpecification
from gui.language.translate import counted, tr


def proposed_store(specification: TrainingSpecification, cut: str) -> Path:
    """Return where the store of these pictures goes: beside them, where all nodes see it, named by how it is made."""
    folder = specification.folder
    name = f"{specification.backbone} {cut} {specification.image_size}"
    return folder.with_name(f"{folder.name} features") / name


def nodes_in_words(at_work: NodesAtWork) -> str:
    """Return who computes and how fast: '2 nodes, 4 workers, 120 images/s'."""
    nodes = counted(len(at_work.nodes), "1 node", "{count:,} nodes")
    workers = counted(at_work.workers, "1 worker", "{count:,} workers")
    if at_work.images_per_second <= 0:
        return f"{nodes}, {workers}"
    return tr("{nodes}, {workers}, {pace:,.0f} images/s", nodes=nodes, workers=workers, pace=at_work.images_per_second)


def result_in_words(extracted: FeaturesExtracted) -> str:
    """Return what is in the store now: '244 images: 200 computed, 40 were there; 4 can't be used'."""
    images = counted(extracted.images, "1 image", "{count:,} images")
    there = extracted.images_reused + extracted.copies
    words = tr(
        "{images}: {computed:,} computed, {there:,} were there",
        images=images,
        computed=extracted.images_extracted,
        there=there,
    )
    if extracted.problems:
        words += tr("; {problems:,} can't be used", problems=extracted.problems)
    return words
