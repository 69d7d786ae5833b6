"""What each family of networks wants done to the colours first, as the weights of a 1x1 convolution.

Of all ways to subtract means, scale and swap channels, a convolution with bias is the one that every export format
keeps. It takes raw RGB from 0 to 255.
"""

from __future__ import annotations

import numpy as np

from core.network.backbones import CENTRED_BGR, PLUS_MINUS_ONE, STANDARDISED

#: Means of the ImageNet training pictures as `keras.applications.resnet` subtracts them: blue, green, red.
_MEANS_BGR = (103.939, 116.779, 123.68)
#: Mean and deviation of red, green and blue from 0 to 1, as Keras' EfficientNetV2 (B0 to B3) and ConvNeXt take them.
_MEANS_RGB, _DEVIATIONS_RGB = (0.485, 0.456, 0.406), (0.229, 0.224, 0.225)


def preprocessing_weights(kind: str) -> list[np.ndarray]:
    """Return kernel, float32 (1, 1, 3, 3), and bias, float32 (3,), of a preprocessing of `backbones`."""
    kernel, bias = {
        CENTRED_BGR: (np.eye(3)[::-1], -np.asarray(_MEANS_BGR)),
        PLUS_MINUS_ONE: (np.eye(3) / 127.5, -np.ones(3)),
        STANDARDISED: (
            np.diag(1 / (255 * np.asarray(_DEVIATIONS_RGB))),
            -np.asarray(_MEANS_RGB) / np.asarray(_DEVIATIONS_RGB),
        ),
    }[kind]
    return [kernel.astype(np.float32).reshape(1, 1, 3, 3), bias.astype(np.float32)]
