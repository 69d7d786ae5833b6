"""Which layers of the backbone may learn: the freeze plan, its written form (SPEC), and the frost line.

Plain functions over a `NetworkDescription`; no Keras, so that the window, the command line and the training
share one rule. Applying a plan to a model's layers is `core.network.frost_line`'s work.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from core.errors import UnusableInput
from core.network.description import LayerDescription, NetworkDescription

#: Of a name that is unknown, so much is said.
_LONGEST_NAME = 80


class FreezeState(Enum):
    """The state of a layer, a block or a stage."""

    FROZEN = "frozen"
    TRAINABLE = "trainable"
    MIXED = "mixed"


@dataclass(frozen=True)
class FreezePlan:
    """The layers that the user thawed (by name; only layers that can learn), and the switch for BatchNorm.

    With `thaw_batch_norm` off, which is the default, BatchNorm layers stay frozen whole even inside thawed
    blocks: a small data set would ruin their statistics (keras#9214).
    """

    thawed: frozenset[str] = frozenset()
    thaw_batch_norm: bool = False


def trainable_layers(plan: FreezePlan, network: NetworkDescription) -> frozenset[str]:
    """Return the names of the layers whose weights will really learn under `plan`."""
    return frozenset(
        layer.name
        for layer in network.layers
        if layer.name in plan.thawed and layer.can_be_thawed and (plan.thaw_batch_norm or not layer.is_batch_norm)
    )


def frost_line(plan: FreezePlan, network: NetworkDescription) -> str:
    """Return the name of the cut point at which the frost line lies: the deepest one with all below it frozen."""
    learning = trainable_layers(plan, network)
    inputs = _inputs_by_name(network)
    below: set[str] = set()
    reached = network.cut_points[0]
    for cut in network.cut_points:
        if _add_layers_up_to(cut, inputs, below) & learning:
            break
        reached = cut
    return reached


def layers_up_to(name: str, network: NetworkDescription) -> frozenset[str]:
    """Return the names of `name` and of every layer that it is computed from."""
    return frozenset(_add_layers_up_to(name, _inputs_by_name(network), set()))


def _inputs_by_name(network: NetworkDescription) -> dict[str, tuple[str, ...]]:
    return {layer.name: layer.inputs for layer in network.layers}


def _add_layers_up_to(name: str, inputs: dict[str, tuple[str, ...]], found: set[str]) -> set[str]:
    """Add `name` and every layer that it is computed from to `found`; return those that were not yet in it."""
    added: set[str] = set()
    waiting = [name]
    while waiting:
        current = waiting.pop()
        if current not in found:
            found.add(current)
            added.add(current)
            waiting.extend(inputs[current])
    return added


def group_state(layers: tuple[LayerDescription, ...], plan: FreezePlan) -> FreezeState:
    """Return the state of a group of layers (a layer, a block, a stage) as the user set it.

    BatchNorm layers that the switch keeps frozen count as the user thawed them; `trainable_layers` has what
    really learns. A group without anything to thaw is frozen.
    """
    states = {layer.name in plan.thawed for layer in layers if layer.can_be_thawed}
    if states == {True}:
        return FreezeState.TRAINABLE
    return FreezeState.MIXED if len(states) == 2 else FreezeState.FROZEN


def parse_spec(text: str, network: NetworkDescription) -> frozenset[str]:
    """Return the layers that a SPEC thaws.

    SPEC: `head` (nothing of the backbone), `all`, a stage (`conv5`), a stage and all above (`conv4+`), a block
    (`conv5_block3`), a layer (`conv5_block3_2_conv`), or several of these with commas between them.

    Raises:
        UnusableInput: a part of the text names nothing in the network.

    """
    thawed: set[str] = set()
    parts = [part.strip() for part in text.split(",") if part.strip()]
    if not parts:
        raise UnusableInput("The list of layers to thaw is empty.", hint="Write 'head' to thaw nothing but the head.")
    for part in parts:
        thawed |= _layers_of_part(part, network)
    return frozenset(thawed)


def _layers_of_part(part: str, network: NetworkDescription) -> set[str]:
    can_learn = [layer for layer in network.layers if layer.can_be_thawed]
    if part == "head":
        return set()
    if part == "all":
        return {layer.name for layer in can_learn}
    if part.endswith("+") and part[:-1] in network.stages:
        stages = network.stages[network.stages.index(part[:-1]) :]
        return {layer.name for layer in can_learn if layer.stage in stages}
    found = {layer.name for layer in can_learn if part in (layer.stage, layer.block, layer.name)}
    if not found:
        raise UnusableInput(_why_unknown(part, network), hint="`frostline layers` lists every name.")
    return found


def _why_unknown(part: str, network: NetworkDescription) -> str:
    part = part[:_LONGEST_NAME]  # of a plan's file, which may say anything
    if any(part in (layer.name, layer.stage) for layer in network.layers):
        return f"'{part}' has no weights, so there is nothing in it to thaw."
    example = f"a stage ({network.stages[-1]}), a block ({network.blocks[-1]}) or a layer"
    return f"'{part}' names nothing in this network: expected head, all, {example}."


def format_spec(thawed: frozenset[str], network: NetworkDescription) -> str:
    """Return the shortest SPEC that `parse_spec` reads back as `thawed`."""
    if not thawed:
        return "head"
    whole_from = _lowest_stage_of_whole_top(thawed, network)
    if whole_from == network.stages[0]:
        return "all"
    parts: list[str] = []
    covered: tuple[str, ...] = ()
    if whole_from is not None:
        covered = network.stages[network.stages.index(whole_from) :]
    for stage in network.stages:
        if stage not in covered:
            parts += _parts_of_stage(stage, thawed, network)
    if whole_from is not None:
        parts.append(whole_from if len(covered) == 1 else f"{whole_from}+")
    return ",".join(parts)


def _lowest_stage_of_whole_top(thawed: frozenset[str], network: NetworkDescription) -> str | None:
    lowest: str | None = None
    for stage in reversed(network.stages):
        if not _names(network, stage=stage) <= thawed:
            break
        lowest = stage
    return lowest


def _parts_of_stage(stage: str, thawed: frozenset[str], network: NetworkDescription) -> list[str]:
    if _names(network, stage=stage) <= thawed:
        return [stage]
    parts: list[str] = []
    for layer in network.layers:
        if layer.stage != stage or layer.name not in thawed:
            continue
        whole_block = bool(layer.block) and _names(network, block=layer.block) <= thawed
        part = layer.block if whole_block else layer.name
        if part not in parts:
            parts.append(part)
    return parts


def _names(network: NetworkDescription, *, stage: str | None = None, block: str | None = None) -> frozenset[str]:
    return frozenset(
        layer.name
        for layer in network.layers
        if layer.can_be_thawed and (layer.stage == stage if stage is not None else layer.block == block)
    )
