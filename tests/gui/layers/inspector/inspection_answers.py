"""Answers of a worker without Keras that looks into layers; the name of the run says how a look goes.

`endless`: until it is stopped. `damaged`: the model can't be used. A picture named `broken` can't be used either.
Each look is noted in a file, so that a test can see which ones were made.
"""

from __future__ import annotations

import os
from pathlib import Path

from core.errors import UnusableInput
from core.job_control import JobControl
from core.messages import Event, InspectLayer, LayerInspected, Nothing, Request, SmallPicture, WeightHistogram

LOOKS_FILE = "looks.txt"
EDGE = 8


def answer(request: Request, control: JobControl) -> Event:
    return _inspect(request, control) if isinstance(request, InspectLayer) else Nothing()


def _inspect(request: InspectLayer, control: JobControl) -> Event:
    word = "" if request.run is None else request.run.name
    with (Path(os.environ["FROSTLINE_HOME"]) / LOOKS_FILE).open("a") as looks:
        looks.write(f"{request.layer}\n")
    if word == "endless":
        control.stop_requested.wait()
        control.raise_if_stopped()
    if word == "damaged":
        raise UnusableInput(f"{request.run} is damaged.", hint="Train again.")
    is_broken = isinstance(request.image, Path) and request.image.stem == "broken"
    shows_picture = request.image is not None and not is_broken
    edge = 1 if request.layer == "avg_pool" else EDGE
    channels = 2048 if request.layer == "avg_pool" else 64
    return LayerInspected(
        layer=request.layer,
        source=f"trained weights of {word}" if word else "ImageNet weights",
        configuration=(("kernel size", "3 x 3"), ("strides", "1 x 1")) if "conv" in request.layer else (),
        histograms=_histograms(request.layer),
        filters=tuple(_picture(number, 7) for number in range(64)) if request.layer == "conv1_conv" else (),
        activations=tuple(_picture(number, edge) for number in range(request.channels)) if shows_picture else (),
        channels=channels if shows_picture else 0,
        picture_edge=EDGE if shows_picture else 0,
        picture=_colour_of(request.image) * EDGE * EDGE if shows_picture else b"",
        picture_problem="The picture can't be used: it is broken." if is_broken else "",
    )


def _histograms(layer: str) -> tuple[WeightHistogram, ...]:
    names = {"conv": ("kernel", "bias"), "bn": ("gamma", "beta", "moving mean", "moving variance")}
    found = names.get(layer.rpartition("_")[2], ("predictions: kernel",) if layer == "head" else ())
    return tuple(_histogram(name, spread=len(layer) + place) for place, name in enumerate(found))


def _histogram(name: str, *, spread: int) -> WeightHistogram:
    """Return a histogram whose largest value tells the length of the layer's name and the place of the weight."""
    edges = tuple(spread * (2 * number / 10 - 1) for number in range(11))
    counts = (0, 1, 2, 5, 9, 10, 8, 4, 1, 0)
    return WeightHistogram(weight=name, shape=(4, 10), edges=edges, counts=counts, mean=0.0, deviation=spread / 4)


def _picture(number: int, edge: int) -> SmallPicture:
    pixels = bytes((number, 128, 255 - number)) * edge * edge
    return SmallPicture(number=number, strength=100.0 - number, width=edge, height=edge, pixels=pixels)


def _colour_of(image: Path | bytes | None) -> bytes:
    """Return a colour that tells one picture from another."""
    return bytes((len(str(image)) % 256, 10, 20))
