"""The layers as a tree of text: stages, blocks, layers, with the state of each."""

from __future__ import annotations

from collections.abc import Sequence

from core.command_line.layer_events import FROZEN, TRAINABLE, LayerListed, LayersSummed
from core.command_line.text_table import table

_MIXED = "partly trainable"


def layer_tree(summed: LayersSummed) -> list[str]:
    """Return the tree and the sums, a line each."""
    rows: list[list[str]] = []
    opened: tuple[str, str] = ("", "")
    for layer in summed.listed:
        rows += _headings(layer, opened, summed.listed)
        opened = (layer.stage, layer.block)
        rows.append(_row(layer, depth=bool(layer.stage) + bool(layer.block)))
    return [
        *table(("layer", "type", "output", "parameters", "state"), rows, right=frozenset({3})),
        "",
        *_sums(summed),
    ]


def _headings(layer: LayerListed, opened: tuple[str, str], layers: Sequence[LayerListed]) -> list[list[str]]:
    rows = []
    if layer.stage and layer.stage != opened[0]:
        rows.append(_heading(layer.stage, 0, [one for one in layers if one.stage == layer.stage]))
    if layer.block and layer.block != opened[1]:
        rows.append(_heading(layer.block, 1, [one for one in layers if one.block == layer.block]))
    return rows


def _heading(name: str, depth: int, members: Sequence[LayerListed]) -> list[str]:
    states = {one.state for one in members} & {FROZEN, TRAINABLE}
    state = _MIXED if len(states) == 2 else "".join(states)
    return [f"{'  ' * depth}{name}", "", "", f"{sum(one.parameters for one in members):,}", state]


def _row(layer: LayerListed, depth: int) -> list[str]:
    shape = " x ".join("any" if size is None else str(size) for size in layer.output_shape)
    state = layer.state if layer.parameters else ""
    return [
        f"{'  ' * depth}{layer.layer}",
        layer.kind,
        shape,
        f"{layer.parameters:,}" if layer.parameters else "",
        state,
    ]


def _without_weights(summed: LayersSummed) -> int:
    return summed.layers - summed.frozen_layers - summed.trainable_layers - summed.fixed_layers


def _sums(summed: LayersSummed) -> list[str]:
    lines = [
        f"{summed.layers:,} layers: {summed.frozen_layers:,} frozen, {summed.trainable_layers:,} trainable, "
        f"{summed.fixed_layers:,} fixed, {_without_weights(summed):,} without weights",
        f"{summed.parameters:,} parameters, {summed.trainable_parameters:,} of them trainable",
    ]
    return lines if summed.cut_layer is None else [*lines, f"Frost line at {summed.cut_layer}"]
