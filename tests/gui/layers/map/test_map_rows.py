"""The rows of the map come from the graph: blocks, stages, skip connections, sizes. Nothing is known beforehand."""

from __future__ import annotations

import dataclasses
import itertools

import pytest
from PySide6.QtGui import QFont, QPalette
from pytestqt.qtbot import QtBot

from core.network.description import LayerDescription, NetworkDescription
from gui.layers.map.columns import measure_choice
from gui.layers.map.layout import lay_out, share_of_width
from gui.layers.map.map_words import count_in_words, figures_of_layer, figures_of_row, output_of_row
from gui.layers.map.row_geometry import Detail, LineHeights, height_for_layers, row_geometry
from gui.layers.map.rows import MapRow, Skip, build_rows
from gui.layers.map.style import map_style
from gui.layers.tree_node import build_tree

LINES = LineHeights(block=16.0, layer=14.0)


@pytest.fixture
def rows(network: NetworkDescription) -> tuple[MapRow, ...]:
    return build_rows(build_tree(network), network)


def test_rows_are_image_stem_blocks_pooling_and_head(rows: tuple[MapRow, ...], network: NetworkDescription) -> None:
    names = [row.node.name for row in rows]
    assert names == ["input", "conv1", *network.blocks, "pooling", "head"]
    assert {row.stage.name for row in rows if row.stage is not None} == {"conv2", "conv3", "conv4", "conv5"}


def test_every_layer_of_the_network_is_in_exactly_one_row(
    rows: tuple[MapRow, ...], network: NetworkDescription
) -> None:
    drawn = [one.node.name for row in rows for one in row.layers]
    assert sorted(drawn) == sorted(layer.name for layer in network.layers)


def test_first_block_of_a_stage_projects_and_the_others_pass_on(rows: tuple[MapRow, ...]) -> None:
    for row in rows:
        if row.stage is None:
            assert row.skip == Skip.NONE
        elif row.node.name.endswith("block1"):
            assert row.skip == Skip.PROJECTION
            assert [one.node.name.removeprefix(row.node.name) for one in row.layers if one.on_skip] == [
                "_0_conv",
                "_0_bn",
            ]
        else:
            assert row.skip == Skip.IDENTITY
            assert not any(one.on_skip for one in row.layers)


def test_every_cut_point_of_the_network_is_the_top_of_a_row(
    rows: tuple[MapRow, ...], network: NetworkDescription
) -> None:
    assert tuple(row.cut for row in rows if row.cut) == network.cut_points


def test_another_network_is_drawn_by_its_own_graph(network: NetworkDescription) -> None:
    # Given a network of one block whose skip connection passes through a pooling, which can not learn
    def layer(name: str, kind: str, block: str, inputs: tuple[str, ...], channels: int) -> LayerDescription:
        stage = "input" if name == "picture" else "first"
        return LayerDescription(
            name=name, kind=kind, stage=stage, block=block, inputs=inputs, output_shape=(8, 8, channels),
            parameters=10, trainable_parameters=10 if kind == "Conv2D" else 0, multiply_adds=0,
        )  # fmt: skip

    tiny = NetworkDescription(
        layers=(
            layer("picture", "InputLayer", "", (), 3),
            layer("a_conv", "Conv2D", "a", ("picture",), 12),
            layer("a_second", "Conv2D", "a", ("a_conv",), 12),
            layer("a_short", "AveragePooling2D", "a", ("picture",), 12),
            layer("a_sum", "Add", "a", ("a_second", "a_short"), 12),
        ),
        cut_points=("picture", "a_sum"),
        image_size=8,
    )
    picture, block, head = build_rows(build_tree(tiny), tiny)
    assert picture.node.name == "input"
    assert head.node.is_head
    assert block.skip == Skip.PROJECTION
    assert [one.node.name for one in block.layers if one.on_skip] == ["a_short"]
    assert block.merging_layer is not None
    assert block.merging_layer.node.name == "a_sum"


def test_wider_means_more_channels_and_higher_a_finer_grid(
    qtbot: QtBot, rows: tuple[MapRow, ...], network: NetworkDescription
) -> None:
    columns = measure_choice(rows, map_style(QPalette(), QFont())).whole
    layout = lay_out(rows, columns, 16.0)
    slots = {slot.row.node.name: slot for slot in layout.slots}
    assert slots["conv2_block1"].height > slots["conv3_block1"].height > slots["conv5_block1"].height
    assert share_of_width(64, 2048) < share_of_width(512, 2048) < share_of_width(2048, 2048) == 1.0
    assert layout.slots[0].row.node.name == "head"
    for upper, lower in itertools.pairwise(layout.slots):
        assert upper.bottom == lower.top


def test_a_finer_image_makes_higher_blocks(qtbot: QtBot, network: NetworkDescription) -> None:
    def height(described: NetworkDescription) -> float:
        rows = build_rows(build_tree(described), described)
        columns = measure_choice(rows, map_style(QPalette(), QFont())).whole
        return next(slot.height for slot in lay_out(rows, columns, 16.0).slots if slot.row.node.name == "conv5_block3")

    finer = tuple(
        dataclasses.replace(
            layer, output_shape=(*(2 * size for size in layer.output_shape[:-1]), layer.output_shape[-1])
        )
        for layer in network.layers
    )
    assert height(dataclasses.replace(network, layers=finer)) > height(network)


def test_detail_grows_with_the_room(qtbot: QtBot, rows: tuple[MapRow, ...]) -> None:
    columns = measure_choice(rows, map_style(QPalette(), QFont())).whole
    block = next(row for row in rows if row.node.name == "conv5_block1")
    needed = height_for_layers(len(block.layers), LINES)
    details = [row_geometry(block, columns, 2048, LINES, height).detail for height in (28, needed / 2, needed + 1)]
    assert details == [Detail.BLOCK, Detail.SILHOUETTES, Detail.LAYERS]


def test_nothing_in_an_open_block_overlaps(qtbot: QtBot, rows: tuple[MapRow, ...]) -> None:
    columns = measure_choice(rows, map_style(QPalette(), QFont())).whole
    for row in rows:
        if len(row.layers) < 2:
            continue
        geometry = row_geometry(row, columns, 2048, LINES, height_for_layers(max(6, len(row.layers)), LINES) + 1)
        lines = [geometry.header, *(place.line for place in geometry.layers)]
        for number, line in enumerate(lines):
            assert line.height() >= LINES.layer
            assert not any(line.intersects(other) for other in lines[number + 1 :])
        main = [place.bar for place, one in zip(geometry.layers, row.layers, strict=True) if not one.on_skip]
        assert all(geometry.block.contains(bar) for bar in main)
        skip = [place.bar for place, one in zip(geometry.layers, row.layers, strict=True) if one.on_skip]
        assert all(bar.right() <= columns.skips.right and bar.left() >= geometry.block.right() for bar in skip)


@pytest.mark.parametrize("width", [300.0, 480.0, 1000.0, 2500.0])
def test_columns_follow_one_another_at_every_width(qtbot: QtBot, rows: tuple[MapRow, ...], width: float) -> None:
    columns = measure_choice(rows, map_style(QPalette(), QFont())).fitting(width)
    spans = (columns.stage, columns.words, columns.blocks, columns.skips, columns.shapes)
    for left, right in itertools.pairwise(spans):
        assert left.right == right.left
    assert columns.width >= width - 3


def test_words_beside_the_blocks(rows: tuple[MapRow, ...]) -> None:
    by_name = {row.node.name: row for row in rows}
    assert figures_of_row(by_name["conv5_block1"]) == "6.1 M"
    assert figures_of_row(by_name["pooling"]) == ""
    assert output_of_row(by_name["conv4_block2"], 0) == "14 × 14 × 1024"
    assert output_of_row(by_name["head"], 0) == "your classes"
    assert output_of_row(by_name["head"], 2) == "2 classes"
    stem = {one.node.name: figures_of_layer(one) for one in by_name["conv1"].layers}
    assert stem["conv1_conv"] == "7 × 7, stride 2"
    assert stem["pool1_pool"] == "3 × 3, stride 2"
    assert stem["conv1_relu"] == "relu"
    assert stem["conv1_bn"] == ""


@pytest.mark.parametrize(
    ("count", "words"), [(12, "12"), (9_728, "9.7 k"), (72_000, "72 k"), (1_121_792, "1.1 M"), (23_500_000, "24 M")]
)
def test_counts_are_short(count: int, words: str) -> None:
    assert count_in_words(count) == words
