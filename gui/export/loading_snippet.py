"""The five lines of Python that open an exported model and classify a picture with it, for each format.

They need nothing of Frostline. The picture is made square as in training: turned upright, cut to its middle, resized
with Pillow's bilinear filter (`core.data.decode`); the model takes the raw colours, 0 to 255.
"""

from __future__ import annotations

from core.messages import ModelExported

_IMPORTED = {"keras": "keras", "saved_model": "tensorflow"}
_OPENED = {
    "keras": "keras.saving.load_model({path})",
    "saved_model": "tensorflow.saved_model.load({path})",
}
_SIZE = {
    "keras": "model.input_shape[1:3]",
    "saved_model": "model.signatures['serve'].inputs[0].shape[1:3]",
}
_ANSWER = {
    "keras": "model.predict(pixels)[0]",
    "saved_model": "model.serve(pixels).numpy()[0]",
}


def loading_snippet(exported: ModelExported) -> str:
    """Return the lines for an exported model; '' for a format that has none."""
    if exported.format not in _IMPORTED:
        return ""
    labels = f"open({str(exported.labels)!r}, encoding='utf-8').read().splitlines()"
    return "\n".join(
        (
            f"import {_IMPORTED[exported.format]}, numpy, PIL.Image, PIL.ImageOps",
            f"model = {_OPENED[exported.format].format(path=repr(str(exported.destination)))}",
            "picture = PIL.ImageOps.exif_transpose(PIL.Image.open('picture.jpg')).convert('RGB')",
            f"pixels = numpy.float32([PIL.ImageOps.fit(picture, {_SIZE[exported.format]}, PIL.Image.BILINEAR)])",
            f"print(dict(zip({labels}, {_ANSWER[exported.format]})))",
        )
    )
