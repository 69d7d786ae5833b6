"""Where the weights of the backbone come from: ImageNet, nowhere (random), or a file of the user's.

This is the answer to `PrepareWeights` and the first step of a training. Putting weights into a model is
`weights_file`'s concern.
"""

from __future__ import annotations

from pathlib import Path

from core.errors import UnusableInput
from core.job_control import JobControl
from core.network.backbones import DEFAULT
from core.network.saved_layers import open_saved_layers
from core.network.weights_cache import cached_imagenet_weights

IMAGENET, RANDOM = "imagenet", "random"


def prepare_weights(choice: str, control: JobControl, backbone: str = DEFAULT.name) -> Path | None:
    """Return the file with the chosen weights, whole and on this machine; None for random ones.

    choice: `imagenet` (downloaded into Keras' cache if need be; progress in bytes, as stage `weights`), `random`, or
    the path of a file, which must look like Keras weights; whether they fit the backbone is seen when they are loaded.

    Raises:
        WeightsUnavailable: the ImageNet weights can't be had.
        UnusableInput: the file can't be used.
        Stopped: the user asked for it.

    """
    if choice == RANDOM:
        return None
    if choice == IMAGENET:
        return cached_imagenet_weights(control, backbone)
    if not choice.strip():
        raise UnusableInput("No weights are chosen.", hint="Choose imagenet, random, or a file of Keras weights.")
    file = Path(choice).expanduser()
    with open_saved_layers(file):
        return file
