"""The freeze plans that have a name of their own in the list of presets, as SPECs over any network."""

from __future__ import annotations

from dataclasses import dataclass

from core.network.description import NetworkDescription
from core.network.freeze_plan import parse_spec
from gui.language.translate import tr

CUSTOM_TITLE = tr("Custom")


@dataclass(frozen=True)
class Preset:
    """A named SPEC, with what it is good for."""

    title: str
    spec: str
    purpose: str


def presets(network: NetworkDescription) -> tuple[Preset, ...]:
    """Return the presets, from the most frozen to the least."""
    deepest, before = network.stages[-1], network.stages[-2]
    return (
        Preset(tr("Head only"), "head", tr("Few pictures, or a first try: an epoch takes moments")),
        Preset(deepest, deepest, tr("Some hundred pictures a class, unlike those of ImageNet")),
        Preset(tr("{before} and above", before=before), f"{before}+", tr("Many pictures, and time")),
        Preset(tr("All layers"), "all", tr("Very many pictures; the slowest")),
    )


def preset_of(thawed: frozenset[str], network: NetworkDescription) -> Preset | None:
    """Return the preset that thaws exactly these layers, or None for a custom choice."""
    return next((one for one in presets(network) if parse_spec(one.spec, network) == thawed), None)
