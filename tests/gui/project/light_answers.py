"""An answering function for the workers of a whole window without Keras: what is light is real, the network is small.

Training, predicting and the rest are answered as `scripted_answers` says.
"""

from __future__ import annotations

from scripted_answers import answer as scripted_answer  # type: ignore[import-not-found]

from core.job_control import JobControl
from core.messages import (
    DescribeNetwork,
    DrawSamplePictures,
    Event,
    NetworkDescribed,
    Request,
    SaveProjectAs,
    ScanFolder,
    SeeToLeftovers,
)
from core.network.description import LayerDescription, NetworkDescription
from core.worker.answers import answer_request

_REAL = (ScanFolder, SeeToLeftovers, SaveProjectAs, DrawSamplePictures)


def answer(request: Request, control: JobControl) -> Event:
    if isinstance(request, DescribeNetwork):
        return NetworkDescribed(network=small_network(request.image_size, request.backbone))
    if isinstance(request, _REAL):
        return answer_request(request, control)
    answered: Event = scripted_answer(request, control)
    return answered


def small_network(image_size: int, backbone: str) -> NetworkDescription:
    """Return a chain of two blocks in two stages, under the names that every network has for its ends."""
    names = ["image", "preprocessing"]
    layers = [_layer("image", "InputLayer", "input", ()), _layer("preprocessing", "Conv2D", "input", ("image",))]
    for stage in ("conv4", "conv5"):
        for kind, suffix in (("Conv2D", "1_conv"), ("ReLU", "out")):
            name = f"{stage}_block1_{suffix}"
            layers.append(_layer(name, kind, stage, (names[-1],), f"{stage}_block1"))
            names.append(name)
    layers.append(_layer("avg_pool", "GlobalAveragePooling2D", "pooling", (names[-1],)))
    cuts = ("image", "preprocessing", "conv4_block1_out", "conv5_block1_out", "avg_pool")
    return NetworkDescription(layers=tuple(layers), cut_points=cuts, image_size=image_size, backbone=backbone)


def _layer(name: str, kind: str, stage: str, inputs: tuple[str, ...], block: str = "") -> LayerDescription:
    thawed = 64 if kind == "Conv2D" and block else 0
    shape = (8,) if stage == "pooling" else (4, 4, 8)
    return LayerDescription(
        name=name,
        kind=kind,
        stage=stage,
        block=block,
        inputs=inputs,
        output_shape=shape,
        parameters=thawed,
        trainable_parameters=thawed,
        multiply_adds=1000,
    )
