"""Export as OpenVINO IR: an .xml with the graph and a .bin with the weights beside it, read from the ONNX graph.

OpenVINO reads ONNX by itself, without its converter, which reports its use; `quiet_openvino` is the door. Its reader
passes over ONNX's antialiasing, so the resize rule is put in front here: OpenVINO has Pillow's filter itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from core.export.writers.onnx_graph import IMAGE, as_text
from core.quiet_openvino import import_openvino

_BLACK, _WHITE = 0.0, 255.0


def write_openvino_file(onnx_model: Any, file: Path, *, resize_inside: bool, facts: Mapping[str, Any]) -> None:
    """Write an `onnx.ModelProto` that takes squares to `file` (.xml) and its weights beside it (.bin).

    facts: what the file says of itself, under `frostline` in its runtime information (`rt_info`).

    Raises:
        OSError: the file can't be written.

    """
    openvino = import_openvino()
    model = openvino.Core().read_model(onnx_model.SerializeToString(), b"")
    if resize_inside:
        model = _with_resize_rule(openvino, model)
    for key, value in facts.items():
        model.set_rt_info(as_text(value), ["frostline", key])
    try:
        openvino.save_model(model, str(file), compress_to_fp16=False)
    except RuntimeError as error:
        if "iostream" in str(error):  # All that it says when the disk takes no more.
            raise OSError(None, "there is no room left") from error
        raise


def _with_resize_rule(openvino: Any, model: Any) -> Any:
    """Return `model` for pictures of any height and width, float32 (any, any, any, 3)."""
    (before,) = model.get_parameters()
    size = before.get_partial_shape()[1].get_length()
    image = openvino.opset13.parameter([-1, -1, -1, 3], np.float32, name=IMAGE)
    image.output(0).set_names({IMAGE})
    for target in before.output(0).get_target_inputs():
        target.replace_source_output(_square_and_small(openvino.opset13, image, size).output(0))
    return openvino.Model(model.get_results(), [image], "frostline")


def _square_and_small(operations: Any, image: Any, size: int) -> Any:
    def numbers(*values: int) -> Any:
        return operations.constant(np.asarray(values, dtype=np.int64))

    shape = operations.shape_of(image)
    sides = operations.gather(shape, numbers(1, 2), numbers(0))
    edge = operations.reduce_min(sides, numbers(0), keep_dims=True)
    start = operations.divide(operations.subtract(sides, edge), numbers(2))
    stop = operations.add(start, edge)
    square = operations.slice(image, start, stop, numbers(1, 1), numbers(1, 2))
    # Whole numbers of 8 bits, as Pillow's pixels are between its two passes.
    coloured = operations.convert(operations.transpose(square, numbers(0, 3, 1, 2)), "u8")
    small = operations.interpolate(
        coloured, numbers(size, size), "bilinear_pillow", "sizes", axes=numbers(2, 3), antialias=True
    )
    limited = operations.clamp(operations.convert(small, "f32"), _BLACK, _WHITE)
    return operations.transpose(limited, numbers(0, 2, 3, 1))
