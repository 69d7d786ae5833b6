"""What will be trained, in words, from the freeze plan and the network; plain functions, no widgets."""

from __future__ import annotations

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, trainable_layers
from gui.language.translate import tr
from gui.layers.plan_words import frost_line_in_words


def spec_of_plan(plan: FreezePlan, network: NetworkDescription | None) -> str:
    """Return the SPEC of a plan. Before the network is described nothing can have been thawed: then it is `head`."""
    return format_spec(plan.thawed, network) if network is not None else "head"


def plan_in_words(plan: FreezePlan, network: NetworkDescription | None) -> str:
    """Return one to three sentences: what learns, and where the frost line lies."""
    learning = trainable_layers(plan, network) if network is not None else frozenset()
    if network is None:
        return tr("The new head learns; the whole backbone is frozen.")
    if not learning:
        return tr("Only the new head learns. {frost_line}", frost_line=frost_line_in_words(plan, network))
    spec = format_spec(plan.thawed, network).replace(",", ", ")
    layers = tr("1 layer") if len(learning) == 1 else tr("{count} layers", count=len(learning))
    return tr(
        "The new head and {layers} of the backbone learn ({spec}). {frost_line}",
        layers=layers,
        spec=spec,
        frost_line=frost_line_in_words(plan, network),
    )
