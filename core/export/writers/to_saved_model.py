"""Run as a process of its own, on TensorFlow: writes a SavedModel folder.

    python -m core.export.writers to_saved_model MODEL.keras FOLDER [--resize-inside]

`serve` takes pictures, float32 raw RGB (any, s, s, 3), with the resize rule inside (any, any, any, 3); `serve_bytes`
takes the content of JPEG and PNG files, string (any,), and carries out the resize rule itself. Both give float32
(any, classes). Neither turns a picture by its EXIF orientation: TensorFlow does not read it.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

import keras
import tensorflow

from core.export.writers.child_words import say_progress
from core.prediction.model_file import open_model_file

_PNG_START = b"\x89PNG"


def main() -> None:
    """Read the command line and write."""
    parser = argparse.ArgumentParser()
    parser.add_argument("model", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--resize-inside", action="store_true")
    arguments = parser.parse_args()
    say_progress("export", 0, 3)
    model = open_model_file(arguments.model)
    say_progress("export", 1, 3)
    write_saved_model(model, arguments.folder, resize_inside=arguments.resize_inside)
    say_progress("export", 3, 3)


def write_saved_model(model: keras.Model, folder: Path, *, resize_inside: bool = False) -> None:
    """Write `model` with its two endpoints into `folder`. `serving_default` is `serve`, as servers expect it."""
    size = int(model.inputs[0].shape[1])
    sides = (None, None) if resize_inside else (size, size)
    pictures = tensorflow.TensorSpec((None, *sides, 3), tensorflow.float32, name="image")
    contents = tensorflow.TensorSpec((None,), tensorflow.string, name="content")
    serve = _serve(model, size if resize_inside else 0)
    save_endpoints(model, folder, {"serve": (serve, pictures), "serve_bytes": (_serve_bytes(model, size), contents)})


def save_endpoints(model: keras.Model, folder: Path, endpoints: dict[str, tuple[Callable[[Any], Any], Any]]) -> None:
    """Write functions and what each takes, the first one as `serving_default` as well.

    Keras' own export would write every weight twice, and its archive of endpoints too.
    """
    module = tensorflow.Module()
    module.weights_of_the_model = [weight.value for weight in model.weights]
    signatures: dict[str, Any] = {}
    for name, (function, taken) in endpoints.items():
        setattr(module, name, _traced(function, taken))
        signatures[name] = _traced(_named(function), taken)
        signatures.setdefault("serving_default", signatures[name])
    tensorflow.saved_model.save(module, str(folder), signatures=signatures)


def _traced(function: Callable[[Any], Any], taken: Any) -> Any:
    # Not rewritten by TensorFlow, which would look for sources that may not be there.
    return tensorflow.function(function, input_signature=[taken], autograph=False)


def _named(function: Callable[[Any], Any]) -> Callable[[Any], dict[str, Any]]:
    return lambda taken: {"probabilities": function(taken)}


def _serve(model: keras.Model, size: int) -> Callable[[Any], Any]:
    def serve(image: Any) -> Any:
        pixels = _resized(_largest_square(image), size) if size else image
        return model(pixels, training=False)

    return serve


def _serve_bytes(model: keras.Model, size: int) -> Callable[[Any], Any]:
    def picture(content: Any) -> Any:
        return _resized(_largest_square(_decoded(content, size)), size)

    def serve_bytes(content: Any) -> Any:
        spec = tensorflow.TensorSpec((size, size, 3), tensorflow.float32)
        return model(tensorflow.map_fn(picture, content, fn_output_signature=spec), training=False)

    return serve_bytes


def _decoded(content: Any, size: int) -> Any:
    """Return a JPEG or PNG as float32 (height, width, 3); what is transparent comes to lie on white."""
    is_png = tensorflow.equal(tensorflow.strings.substr(content, 0, len(_PNG_START)), _PNG_START)
    return tensorflow.cond(is_png, lambda: _decoded_png(content), lambda: _decoded_jpeg(content, size))


def _decoded_png(content: Any) -> Any:
    layered = tensorflow.cast(tensorflow.io.decode_png(content, channels=4), tensorflow.float32)
    opacity = layered[..., 3:] / 255.0
    return tensorflow.floor(layered[..., :3] * opacity + 255.0 * (1.0 - opacity) + 0.5)


def _decoded_jpeg(content: Any, size: int) -> Any:
    """Decode at 1/2, 1/4 or 1/8 of the size where that is still at least `size`, which is part of the resize rule."""

    def shrunk(ratio: int) -> Callable[[], Any]:
        # The arithmetic of Pillow's decoder; TensorFlow's own default is a faster one.
        return lambda: tensorflow.cast(
            tensorflow.io.decode_jpeg(content, channels=3, ratio=ratio, dct_method="INTEGER_ACCURATE"),
            tensorflow.float32,
        )

    smaller_side = tensorflow.reduce_min(tensorflow.io.extract_jpeg_shape(content)[:2])
    halvings = tensorflow.reduce_sum(tensorflow.cast(smaller_side // size >= (2, 4, 8), tensorflow.int32))
    return tensorflow.switch_case(halvings, [shrunk(1), shrunk(2), shrunk(4), shrunk(8)])


def _largest_square(pictures: Any) -> Any:
    """Cut (..., height, width, 3) to the square of its centre."""
    shape = tensorflow.shape(pictures)
    height, width = shape[-3], shape[-2]
    edge = tensorflow.minimum(height, width)
    top, left = (height - edge) // 2, (width - edge) // 2
    return pictures[..., top : top + edge, left : left + edge, :]


def _resized(square: Any, size: int) -> Any:
    """Resize (..., edge, edge, 3) as Pillow does: the columns first, then the rows, with whole numbers after each."""
    for rows, columns in ((tensorflow.shape(square)[-3], size), (size, size)):
        resized = tensorflow.image.resize(square, (rows, columns), method="bilinear", antialias=True)
        square = tensorflow.clip_by_value(tensorflow.floor(resized + 0.5), 0.0, 255.0)
    return square
