"""What the network looks like, as plain data: its layers, their connections, where they stand.

No Keras here: the window, the freeze plan and the frost line work from this description alone.
It is made from the real model by `core.network.backbone`.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Stages that every network has: image and preprocessing (never thawed) before all others, the pooling after them.
#: Between these stand the backbone's own. The new head comes after them and is described apart.
INPUT, POOLING, HEAD = "input", "pooling", "head"

#: Layers that every network has, the first, second and last of it. The features are what the head is given.
IMAGE_LAYER, PREPROCESSING_LAYER, FEATURES_LAYER = "image", "preprocessing", "avg_pool"


@dataclass(frozen=True, kw_only=True)
class LayerDescription:
    """One layer. Shapes leave out the batch; `block` is '' outside the residual blocks.

    name: Keras' own layer name (`conv5_block3_2_conv`).
    kind: Keras' class name (`Conv2D`).
    stage: `input`, `pooling`, or one of the backbone's own (ResNet50: `conv1`, the stem, to `conv5`).
    block: `conv5_block3`, or ''.
    parameters: number of weights, moving statistics included.
    trainable_parameters: number of weights that thawing would let learn; 0 where there is nothing to thaw.
    multiply_adds: multiplications of a forward pass of one image.
    details: what a reader wants to know of its configuration, as (term, value) pairs.
    """

    name: str
    kind: str
    stage: str
    block: str
    inputs: tuple[str, ...]
    output_shape: tuple[int, ...]
    parameters: int
    trainable_parameters: int
    multiply_adds: int
    details: tuple[tuple[str, str], ...] = ()

    @property
    def can_be_thawed(self) -> bool:
        """Whether there is anything in this layer that could learn."""
        return self.trainable_parameters > 0

    @property
    def is_batch_norm(self) -> bool:
        """Whether this is a batch normalisation, which a freeze plan treats with care."""
        return self.kind == "BatchNormalization"


@dataclass(frozen=True, kw_only=True)
class NetworkDescription:
    """All layers of the backbone in topological order, image first; the head is not among them.

    cut_points: names of the layers at which the frost line may lie, shallowest first: the input, the stem's
    output, each residual block's output, and the pooled features. backbone: its name in `core.network.backbones`.
    """

    layers: tuple[LayerDescription, ...]
    cut_points: tuple[str, ...]
    image_size: int
    backbone: str = "ResNet50"

    def layer(self, name: str) -> LayerDescription:
        """Return the layer of that name; KeyError when there is none."""
        for layer in self.layers:
            if layer.name == name:
                return layer
        raise KeyError(name)

    @property
    def stages(self) -> tuple[str, ...]:
        """The stages that can be thawed (`conv1` ... `conv5`), shallowest first."""
        return tuple(dict.fromkeys(layer.stage for layer in self.layers if layer.can_be_thawed))

    @property
    def blocks(self) -> tuple[str, ...]:
        """The residual blocks, shallowest first."""
        return tuple(dict.fromkeys(layer.block for layer in self.layers if layer.block))
