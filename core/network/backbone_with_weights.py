"""A backbone as every use of it begins: built, and its weights loaded or drawn."""

from __future__ import annotations

import keras

from core.job_control import JobControl
from core.network.backbone import build_backbone
from core.network.same_draws import draw_as_tensorflow_does
from core.network.weights import IMAGENET, prepare_weights
from core.network.weights_file import load_imagenet_weights, load_weights


def backbone_with_weights(
    backbone: str, weights: str, image_size: int, seed: int, control: JobControl, *, policy: str = "float32"
) -> keras.Model:
    """Return the backbone of this name; downloads the ImageNet weights if they are absent.

    weights, seed: as of a training's specification. policy: of the layers' arithmetic, as Keras names it.
    Reports Progress of stage `weights`, and the beginning of stage `build`.

    Raises:
        UnusableInput: the weights file does not fit.
        WeightsUnavailable: the ImageNet weights can't be had.

    """
    file = prepare_weights(weights, control, backbone)
    control.progress("build", 0, 1)
    model = build_backbone(image_size, seed=seed, policy=policy, backbone=backbone)
    if file is None:
        draw_as_tensorflow_does(model.layers)
    else:
        (load_imagenet_weights if weights == IMAGENET else load_weights)(file, model)
    return model
