"""The lines of Python that open an export and classify a picture with it, for each format. No Keras, no Frostline.

They are what the window shows and copies and the model card prints, and the very lines that the check of an export
runs in a fresh process (`check_process`). They carry out the resize rule of `core.data.decode` with Pillow: turned
upright, what is transparent on white, the largest square of the centre, the bilinear filter. The model takes the raw
colours, 0 to 255.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from core.messages import ModelExported

_PICTURE = "picture.jpg"


@dataclass(frozen=True)
class LoadingSnippet:
    """Parts of one program.

    opening makes `model`; reading makes `pixels` of `file`, float32 (1, height, width, 3); answer makes
    `probabilities` of `pixels`, float32 (n, classes).
    """

    opening: str
    reading: str
    answer: str
    labels: Path

    @property
    def text(self) -> str:
        """The whole program, for the picture `picture.jpg` in the present folder."""
        names = f"open({str(self.labels)!r}, encoding='utf-8').read().splitlines()"
        shown = f"print(dict(zip({names}, map(float, probabilities[0]))))"
        return "\n".join((self.opening, self.reading.replace("open(file", f"open({_PICTURE!r}"), self.answer, shown))


@dataclass(frozen=True)
class _Runtime:
    """What differs between formats. `{path}` and `{classes}` are filled in."""

    modules: str
    opened: str
    answer: str


_RUNTIMES = {
    "keras": _Runtime("keras", "keras.saving.load_model({path})", "model.predict(pixels, verbose=0)"),
    "saved_model": _Runtime("tensorflow", "tensorflow.saved_model.load({path})", "model.serve(pixels).numpy()"),
    "onnx": _Runtime(
        "onnxruntime", "onnxruntime.InferenceSession({path})", "model.run(['probabilities'], {{'image': pixels}})[0]"
    ),
    "litert": _Runtime(
        "ai_edge_litert.interpreter",
        "ai_edge_litert.interpreter.Interpreter({path}).get_signature_runner()",
        "model(image=pixels)['probabilities']",
    ),
    "openvino": _Runtime(
        "openvino",
        "openvino.compile_model({path}, 'CPU', {{'INFERENCE_PRECISION_HINT': 'f32'}})",
        "model(pixels)['probabilities']",
    ),
    "torch": _Runtime(
        "torch", "torch.export.load({path}).module()", "model(torch.from_numpy(pixels)).detach().numpy()"
    ),
}


def snippet_of(
    format: str,  # noqa: A002
    destination: Path,
    labels: Path,
    *,
    image_size: int,
    resize_inside: bool = False,
) -> LoadingSnippet | None:
    """Return the lines for a model exported as `format` to `destination`; None for a format that has none."""
    if format not in _RUNTIMES:
        return None
    runtime, path = _RUNTIMES[format], repr(str(destination))
    opening = (
        f"import {runtime.modules}, numpy, PIL.Image, PIL.ImageOps",
        f"model = {runtime.opened.format(path=path)}",
    )
    reading = _square_picture(image_size) if not resize_inside else _whole_picture(image_size)
    answer = f"probabilities = {runtime.answer.format()}"
    return LoadingSnippet("\n".join(opening), "\n".join(reading), answer, labels)


def bytes_snippet_of(snippet: LoadingSnippet) -> LoadingSnippet:
    """Return the lines that give a SavedModel the content of a JPEG or PNG file, which it decodes itself."""
    return LoadingSnippet(
        snippet.opening,
        "pixels = numpy.array([open(file, 'rb').read()])",
        "probabilities = model.serve_bytes(pixels).numpy()",
        snippet.labels,
    )


def loading_snippet(exported: ModelExported) -> str:
    """Return the lines for an exported model; '' for a script, which has none."""
    snippet = snippet_of(
        exported.format,
        exported.destination,
        exported.labels,
        image_size=exported.image_size,
        resize_inside=exported.resize_inside,
    )
    return "" if snippet is None else snippet.text


def _square_picture(image_size: int) -> tuple[str, ...]:
    """Return the resize rule. Shrinking a JPEG while it is decoded (`draft`) is part of it."""
    size = (image_size, image_size)
    return (
        "picture = PIL.Image.open(file)",
        f"picture.draft(None, {size})",
        *_UPRIGHT_ON_WHITE,
        "edge = min(picture.size)",
        "left, top = (picture.width - edge) // 2, (picture.height - edge) // 2",
        f"square = picture.crop((left, top, left + edge, top + edge)).resize({size}, PIL.Image.BILINEAR)",
        "pixels = numpy.asarray(square, 'float32')[None]",
    )


def _whole_picture(image_size: int) -> tuple[str, ...]:
    """Return the lines for a model that resizes itself. Without `draft` it sees large JPEG files a little sharper."""
    return (
        "picture = PIL.Image.open(file)",
        f"picture.draft(None, {(image_size, image_size)})",
        *_UPRIGHT_ON_WHITE,
        "pixels = numpy.asarray(picture, 'float32')[None]",
    )


_UPRIGHT_ON_WHITE = (
    "picture = PIL.ImageOps.exif_transpose(picture).convert('RGBA')",
    "picture = PIL.Image.alpha_composite(PIL.Image.new('RGBA', picture.size, 'white'), picture).convert('RGB')",
)
