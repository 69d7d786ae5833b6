"""What a SPEC thaws, as the beginnings of layers' names: in Keras' ResNet50, and in torchvision's."""

from __future__ import annotations

import re

#: The stem of ResNet50, as `core.network.backbones` names it.
_STEM = "conv1"

_STAGES = (_STEM, "conv2", "conv3", "conv4", "conv5")
_LAYER = re.compile(r"conv([2-5])_block(\d+)_([0-3])_(conv|bn)")
_BLOCK = re.compile(r"conv([2-5])_block(\d+)")


def keras_beginnings(spec: str) -> tuple[str, ...]:
    """Return how the names of the thawed layers begin in `keras.applications.ResNet50`; () for none, ('',) for all."""
    beginnings: list[str] = []
    for part in _parts(spec):
        if part == "all":
            return ("",)
        if part.endswith("+"):
            beginnings += [f"{stage}_" for stage in _STAGES[_STAGES.index(part[:-1]) :]]
        elif part != "head":
            beginnings.append(f"{part}_" if part in _STAGES or _BLOCK.fullmatch(part) else part)
    return tuple(dict.fromkeys(beginnings))


def torchvision_beginnings(spec: str) -> tuple[str, ...]:
    """Return how the names of the same layers begin in `torchvision.models.resnet50`."""
    found = (_torchvision_beginnings_of(one) for one in keras_beginnings(spec))
    return tuple(dict.fromkeys(name for names in found for name in names))


def _torchvision_beginnings_of(beginning: str) -> tuple[str, ...]:
    if beginning == "":
        return ("",)
    layer = _LAYER.fullmatch(beginning)
    if layer:
        stage, block, position, kind = layer.groups()
        inside = f"downsample.{int(kind == 'bn')}" if position == "0" else f"{kind}{position}"
        return (f"layer{int(stage) - 1}.{int(block) - 1}.{inside}",)
    block_or_stage = _BLOCK.match(beginning)
    if block_or_stage:
        return (f"layer{int(block_or_stage[1]) - 1}.{int(block_or_stage[2]) - 1}.",)
    if beginning.startswith(_STEM):
        # The stem: conv1_ is both of its layers, conv1_conv and conv1_bn one each.
        return {"conv1_conv": ("conv1",), "conv1_bn": ("bn1",)}.get(beginning, ("conv1", "bn1"))
    return (f"layer{int(beginning[len('conv')]) - 1}.",)


def _parts(spec: str) -> list[str]:
    return [part.strip() for part in spec.split(",") if part.strip()]
