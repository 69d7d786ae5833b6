"""What the Layers page says of a freeze plan, in numbers and in words. Plain functions, no widgets."""

from __future__ import annotations

from dataclasses import dataclass

from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, format_spec, frost_line, trainable_layers
from core.network.plan_cost import plan_cost
from gui.language.translate import counted, tr
from gui.layers.presets import preset_of


@dataclass(frozen=True)
class ParameterTotals:
    """The backbone's weights: those that learn, those that stay, and those that merely follow the data.

    following: moving statistics of thawed BatchNorm layers; they are not trained, but they do change.
    """

    trainable: int
    frozen: int
    following: int

    @property
    def total(self) -> int:
        """All weights of the backbone."""
        return self.trainable + self.frozen + self.following


def parameter_totals(plan: FreezePlan, network: NetworkDescription) -> ParameterTotals:
    """Return how the weights of the backbone are divided under `plan`."""
    learning = trainable_layers(plan, network)
    thawed = [layer for layer in network.layers if layer.name in learning]
    trainable = sum(layer.trainable_parameters for layer in thawed)
    following = sum(layer.parameters - layer.trainable_parameters for layer in thawed)
    total = sum(layer.parameters for layer in network.layers)
    return ParameterTotals(trainable=trainable, frozen=total - trainable - following, following=following)


def frost_line_in_words(plan: FreezePlan, network: NetworkDescription) -> str:
    """Return where the frost line lies and what that saves, in a sentence or two."""
    line = frost_line(plan, network)
    if line == network.cut_points[0]:
        return tr(
            "The frost line lies below the first layer: the whole network is computed for every image in every epoch."
        )
    if line == network.cut_points[-1]:
        return tr(
            "Everything up to {line}, the whole backbone, is computed once for each image. "
            "Epochs train the head alone and take moments.",
            line=line,
        )
    cost = plan_cost(network, plan, images=1)
    saved = 1.0 - cost.epoch_with_store / cost.epoch_without_store
    return tr(
        "Everything up to {line} is computed once for each image: {saved:.0%} of the work of every epoch is saved.",
        line=line,
        saved=saved,
    )


def batch_norm_in_words(plan: FreezePlan, network: NetworkDescription) -> str:
    """Return what happens to the BatchNorm layers under `plan`, in a sentence; '' when none was thawed."""
    count = sum(layer.is_batch_norm and layer.name in plan.thawed for layer in network.layers)
    if not count:
        return ""
    if plan.thaw_batch_norm:
        return counted(
            count,
            "1 BatchNorm layer learns too, and its statistics follow your pictures.",
            "{count} BatchNorm layers learn too, and their statistics follow your pictures.",
        )
    return counted(
        count,
        "1 BatchNorm layer in the thawed part stays frozen.",
        "{count} BatchNorm layers in the thawed part stay frozen.",
    )


def change_in_words(before: frozenset[str], after: frozenset[str], network: NetworkDescription) -> str:
    """Return the name of a change for the Edit menu: 'thaw conv5', 'freeze conv5_block3'."""
    preset = preset_of(after, network)
    thawed, frozen = after - before, before - after
    if thawed and not frozen:
        return tr("thaw {short}", short=_short(thawed, network))
    if frozen and not thawed:
        return tr("freeze {short}", short=_short(frozen, network))
    return tr("choose {title}", title=preset.title) if preset is not None else tr("choose layers")


def _short(names: frozenset[str], network: NetworkDescription) -> str:
    spec = format_spec(names, network)
    return spec if spec.count(",") < 2 else tr("{count} layers", count=len(names))
