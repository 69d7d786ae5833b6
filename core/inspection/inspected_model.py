"""The model that a person looks into: that of a run, or the backbone before any training.

The last backbone is kept, since one look follows another; that is state which outlives a call, allowed for the same
reason as in `core.prediction.model_shelf`: nothing can be told from it but the time.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, lru_cache
from pathlib import Path

import keras
import numpy as np

from core.inspection.passage import Passage
from core.job_control import JobControl
from core.messages import InspectLayer
from core.network.backbone import build_backbone, describe_backbone
from core.network.description import NetworkDescription
from core.network.same_draws import draw_as_tensorflow_does
from core.network.weights import IMAGENET, RANDOM, prepare_weights
from core.network.weights_cache import imagenet_file, imagenet_weights_if_cached
from core.network.weights_file import load_imagenet_weights, load_weights
from core.places import keras_models_folder
from core.prediction.model_shelf import warm_model


class InspectedModel:
    """A model and whose weights it has, in words."""

    def __init__(self, model: keras.Model, source: str) -> None:
        self.model = model
        self.source = source
        self._passage: Passage | None = None

    @cached_property
    def network(self) -> NetworkDescription:
        """The backbone of the model."""
        return describe_backbone(self.model)

    def passage_of(self, pixels: np.ndarray) -> Passage:
        """Return the way of a picture, uint8 (s, s, 3), through the backbone; that of the last picture is kept."""
        if self._passage is None or not np.array_equal(self._passage.pixels, pixels):
            self._passage = Passage(self.model, self.network, pixels)
        return self._passage


def model_to_inspect(request: InspectLayer, control: JobControl) -> InspectedModel:
    """Return the model that a request means.

    ImageNet weights that are not on this machine are not fetched for a look: random ones stand in, as `source` says.

    Raises:
        UnusableInput: the run or the weights file can't be used.

    """
    if request.run is not None:
        trained = warm_model(request.run)
        return _of_run(trained.model, request.run, trained.epoch)
    if request.weights == IMAGENET:
        file = _imagenet_weights(request.backbone)
        source = "ImageNet weights" if file else "random weights (the ImageNet weights are not on this machine yet)"
        return _untrained(load_imagenet_weights, file, request.backbone, request.image_size, request.seed, source)
    file = prepare_weights(request.weights, control, request.backbone)
    source = "random weights" if request.weights == RANDOM else f"weights of {Path(request.weights).name}"
    return _untrained(load_weights, file, request.backbone, request.image_size, request.seed, source)


def _imagenet_weights(backbone: str) -> Path | None:
    file = keras_models_folder() / imagenet_file(backbone).name
    try:
        status = file.stat()
    except OSError:
        return None
    return _whole_weights(backbone, file, status.st_mtime_ns, status.st_size)


@lru_cache(maxsize=1)
def _whole_weights(backbone: str, _file: Path, _changed: int, _size: int) -> Path | None:
    """Return the ImageNet weights if they are whole; the hash is taken once for each state of the file."""
    return imagenet_weights_if_cached(backbone)


@lru_cache(maxsize=1)
def _of_run(model: keras.Model, run: Path, epoch: int) -> InspectedModel:
    """Return the run's model; the network of a run in training stays, but what it makes of a picture changes."""
    moment = f", in training, after epoch {epoch}" if epoch else ""
    return InspectedModel(model, f"trained weights of {run.name}{moment}")


@lru_cache(maxsize=1)
def _untrained(
    load: Callable[[Path, keras.Model], None],
    file: Path | None,
    backbone: str,
    image_size: int,
    seed: int,
    source: str,
) -> InspectedModel:
    model = build_backbone(image_size, seed=seed, backbone=backbone)
    if file is not None:
        load(file, model)
    else:
        draw_as_tensorflow_does(model.layers)
    return InspectedModel(model, source)
