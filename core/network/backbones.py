"""The networks that can be a backbone: a registry with one entry for each, and no Keras, so that a window can list it.

An entry says what can't be read off the network: which picture values it expects, how its layers' names tell its
blocks, and what its ImageNet file is called. All else (stages, cut points, costs, the map) is found in its graph.
How it is built is `backbone`'s concern.
"""

from __future__ import annotations

from dataclasses import dataclass

from core.errors import UnusableInput

#: Colours as each family wants them; see `core.network.preprocessing`.
CENTRED_BGR, PLUS_MINUS_ONE, STANDARDISED = "centred-bgr", "plus-minus-one", "standardised"


@dataclass(frozen=True, kw_only=True)
class Backbone:
    r"""A network of keras.applications, called `name` there.

    about: what it is good for, in a few words. keras_name: the name that Keras gives the model.
    preprocessing: `centred-bgr` (minus the means of ImageNet, blue first), `plus-minus-one`, or `standardised`.
    blocks: pairs of a pattern of layer names and the block that such a layer belongs to (`\1` as in `re`). The stage
    is the pattern's group `stage`; without one it is told by how often the picture was halved.
    stem, top: the stages before the first block and after the last one.
    weights_module, weights_key, weights_file: where keras.applications keeps the hash of the file without the top, and
    the file's name.
    includes_preprocessing: Keras' own builder adds preprocessing unless it is told not to.
    draws_alike: whether random weights of a seed are the same on every backend, see `same_draws`.
    head_epsilon: what the head's normalisation adds to the variance of each feature. It must be small against that of
    features of random weights, too: with those, MobileNetV3 shrinks its features to about 1e-11.
    """

    name: str
    about: str
    keras_name: str
    preprocessing: str
    blocks: tuple[tuple[str, str], ...]
    weights_module: str
    weights_key: str
    weights_file: str
    stem: str = "stem"
    top: str = "top"
    includes_preprocessing: bool = False
    draws_alike: bool = True
    head_epsilon: float = 1e-7


_RESIDUAL_BLOCKS = ((r"(?P<stage>conv\d+)_(block\d+)_.+", r"\1_\2"),)
_RESNET_FILE = "{}_weights_tf_dim_ordering_tf_kernels_notop.h5"

BACKBONES: tuple[Backbone, ...] = (
    Backbone(
        name="ResNet50",
        about="the classic: sound, well understood, 23.6 million weights",
        keras_name="resnet50",
        preprocessing=CENTRED_BGR,
        blocks=_RESIDUAL_BLOCKS,
        weights_module="resnet",
        weights_key="resnet50",
        weights_file=_RESNET_FILE.format("resnet50"),
        stem="conv1",
    ),
    Backbone(
        name="ResNet50V2",
        about="ResNet50 with normalisation before each convolution, 23.6 million weights",
        keras_name="resnet50v2",
        preprocessing=PLUS_MINUS_ONE,
        blocks=_RESIDUAL_BLOCKS,
        weights_module="resnet",
        weights_key="resnet50v2",
        weights_file=_RESNET_FILE.format("resnet50v2"),
        stem="conv1",
    ),
    Backbone(
        name="ResNet101",
        about="twice as deep as ResNet50 and twice as slow, 42.7 million weights",
        keras_name="resnet101",
        preprocessing=CENTRED_BGR,
        blocks=_RESIDUAL_BLOCKS,
        weights_module="resnet",
        weights_key="resnet101",
        weights_file=_RESNET_FILE.format("resnet101"),
        stem="conv1",
    ),
    Backbone(
        name="EfficientNetV2B0",
        about="small, and more exact on ImageNet than ResNet50, 5.9 million weights",
        keras_name="efficientnetv2-b0",
        preprocessing=STANDARDISED,
        blocks=((r"((?P<stage>block\d+)[a-z])_.+", r"\1"),),
        weights_module="efficientnet_v2",
        weights_key="b0",
        weights_file="efficientnetv2-b0_notop.h5",
        includes_preprocessing=True,
        draws_alike=False,
    ),
    Backbone(
        name="MobileNetV3Large",
        about="made for telephones: the quickest here, 3.0 million weights",
        keras_name="MobileNetV3Large",
        preprocessing=PLUS_MINUS_ONE,
        blocks=((r"(expanded_conv(?:_\d+)?)_[a-z].*", r"\1"),),
        weights_module="mobilenet_v3",
        weights_key="large_224_1.0_float",
        weights_file="weights_mobilenet_v3_large_224_1.0_float_no_top_v2.h5",
        includes_preprocessing=True,
        head_epsilon=1e-30,
    ),
    Backbone(
        name="ConvNeXtTiny",
        about="a modern network, more exact on ImageNet and slower on a CPU, 27.8 million weights",
        keras_name="convnext_tiny",
        preprocessing=STANDARDISED,
        blocks=((r"convnext_tiny_(?P<stage>stage_\d+)_(block_\d+)_.+", r"\1_\2"),),
        weights_module="convnext",
        weights_key="convnext_tiny",
        weights_file="convnext_tiny_notop.h5",
        includes_preprocessing=True,
    ),
)

DEFAULT = BACKBONES[0]
NAMES: tuple[str, ...] = tuple(one.name for one in BACKBONES)


def backbone_called(name: str) -> Backbone:
    """Return the backbone of that name, whatever its capitals.

    Raises:
        UnusableInput: there is none.

    """
    for one in BACKBONES:
        if one.name.lower() == name.lower():
            return one
    raise UnusableInput(f"There is no backbone '{name}'.", hint=f"There are: {', '.join(NAMES)}.")
