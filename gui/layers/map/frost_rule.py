"""The frost line as a rule of the map: where it may lie, and what plan it makes. Plain functions, no widgets.

Dragging the line makes a plan of whole blocks: everything above it is thawed, everything below it frozen.
"""

from __future__ import annotations

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line, layers_up_to


def offered_cuts(network: NetworkDescription) -> tuple[str, ...]:
    """Return the cut points to which the line can be dragged, shallowest first.

    A cut point that makes the same plan as a deeper one is left out, since the line would not stay there: over the
    last block and over the pooling alike only the head learns.
    """

    def stays(cut: str) -> bool:
        return frost_line(FreezePlan(layers_above(cut, network), thaw_batch_norm=True), network) == cut

    return tuple(cut for cut in network.cut_points if stays(cut))


def layers_above(cut: str, network: NetworkDescription) -> frozenset[str]:
    """Return the names of the layers above a cut point that can be thawed."""
    below = layers_up_to(cut, network)
    return frozenset(layer.name for layer in network.layers if layer.can_be_thawed and layer.name not in below)


def neighbour(cut: str, cuts: tuple[str, ...], steps: int) -> str:
    """Return the cut `steps` towards the head (negative: towards the image), or the last one on that way."""
    return cuts[max(0, min(len(cuts) - 1, cuts.index(cut) + steps))]
