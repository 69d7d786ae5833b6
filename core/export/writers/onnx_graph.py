"""A trained model as an ONNX graph, written layer by layer from the Keras graph.

No converter is used: tf2onnx knows one backend, and PyTorch's exporter another. What a kind of layer becomes is said in
`onnx_layers`. The graph takes raw RGB, float32 (any, s, s, 3), and gives `probabilities`, float32 (any, classes); with
the resize rule inside it takes pictures of any height and width.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import keras
import numpy as np
from onnx import TensorProto, helper

from core.errors import FrostlineError
from core.export.writers.onnx_layers import GraphBuilder, translation_of
from core.job_control import JobControl

IMAGE, PROBABILITIES = "image", "probabilities"
#: The first in which Resize knows antialiasing; and the version of the file format of its time.
_OPSET, _IR_VERSION = 18, 8


def onnx_model(model: keras.Model, control: JobControl, *, resize_inside: bool, facts: Mapping[str, Any]) -> Any:
    """Return an `onnx.ModelProto` of `model`. Reports Progress of the stage `export`, a unit for each layer.

    facts: what the file says of itself (`metadata_props`); whatever is not text is written as JSON.

    Raises:
        FrostlineError: the model has a layer that has no translation.
        Stopped: the user asked for it.

    """
    graph, size = GraphBuilder(), int(model.inputs[0].shape[1])
    pixels = _square_and_small(graph, size) if resize_inside else IMAGE
    made = {id(model.inputs[0]): graph.node("Transpose", [pixels], "channels_first", perm=[0, 3, 1, 2])}
    layers = [one for one in model.operations if not isinstance(one, keras.layers.InputLayer)]
    for number, layer in enumerate(layers):
        control.raise_if_stopped()
        control.progress("export", number, len(layers))
        try:
            made[id(layer.output)] = translation_of(layer)(graph, layer, [made[id(one)] for one in _inputs_of(layer)])
        except ValueError as error:
            raise FrostlineError(
                f"This model can't be written layer by layer: {error}.",
                hint="Export it as .keras, SavedModel, LiteRT or .pt2.",
                kind="export_unsupported",
            ) from error
    graph.node("Identity", [made[id(model.outputs[0])]], PROBABILITIES)
    sides: list[Any] = ["height", "width"] if resize_inside else [size, size]
    written = helper.make_model(
        helper.make_graph(
            graph.nodes,
            "frostline",
            [helper.make_tensor_value_info(IMAGE, TensorProto.FLOAT, ["batch", *sides, 3])],
            [helper.make_tensor_value_info(PROBABILITIES, TensorProto.FLOAT, ["batch", int(model.output_shape[1])])],
            graph.constants,
        ),
        opset_imports=[helper.make_opsetid("", _OPSET)],
        producer_name="frostline",
    )
    written.ir_version = _IR_VERSION
    helper.set_model_props(written, {key: as_text(value) for key, value in facts.items()})
    return written


def _inputs_of(layer: Any) -> list[Any]:
    return layer.input if isinstance(layer.input, list) else [layer.input]


def as_text(value: Any) -> str:
    """Return a fact as text: text itself, anything else as JSON."""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _square_and_small(graph: GraphBuilder, size: int) -> str:
    """Write the resize rule for pictures (batch, any, any, 3): the centred square, antialiased, whole numbers."""
    shape = graph.node("Shape", [IMAGE], "resize/shape")
    height, width = (
        graph.node("Gather", [shape, graph.numbers((axis,), f"resize/axis{axis}")], f"resize/side{axis}")
        for axis in (1, 2)
    )
    edge = graph.node("Min", [height, width], "resize/edge")
    two, small = graph.numbers((2,), "resize/two"), graph.numbers((size,), "resize/edge_of_network")
    for value, name in ((0.0, "black"), (0.5, "half"), (255.0, "white")):
        graph.constant(np.float32(value), f"resize/{name}")
    starts, ends = [], []
    for name, side in (("top", height), ("left", width)):
        start = graph.node("Div", [graph.node("Sub", [side, edge], f"resize/{name}/spare"), two], f"resize/{name}")
        starts.append(start)
        ends.append(graph.node("Add", [start, edge], f"resize/{name}/end"))
    start, end = (
        graph.node("Concat", both, f"resize/{name}", axis=0) for name, both in (("start", starts), ("end", ends))
    )
    square = graph.node("Slice", [IMAGE, start, end, graph.numbers((1, 2), "resize/sides")], "resize/square")
    square = graph.node("Transpose", [square], "resize/channels_first", perm=[0, 3, 1, 2])
    batch = graph.node("Gather", [shape, graph.numbers((0,), "resize/axis0")], "resize/batch")
    # As Pillow does: the columns first, then the rows, with whole numbers after each.
    narrow = _resized(graph, square, "resize/narrow", [batch, graph.numbers((3,), "resize/three"), edge, small])
    small_pixels = _resized(graph, narrow, "resize/small", [batch, graph.numbers((3,), "resize/rgb"), small, small])
    return graph.node("Transpose", [small_pixels], "resize/channels_last", perm=[0, 2, 3, 1])


def _resized(graph: GraphBuilder, pixels: str, name: str, sizes: list[str]) -> str:
    resized = graph.node(
        "Resize",
        [pixels, "", "", graph.node("Concat", sizes, f"{name}/sizes", axis=0)],
        f"{name}/resized",
        mode="linear",
        antialias=1,
        coordinate_transformation_mode="half_pixel",
    )
    whole = graph.node("Floor", [graph.node("Add", [resized, "resize/half"], f"{name}/half")], f"{name}/whole")
    return graph.node("Clip", [whole, "resize/black", "resize/white"], f"{name}/pixels")
