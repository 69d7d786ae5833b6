"""The model that a person looks into: that of a run, or the backbone before any training.

The last backbone is kept, since one look follows another; that is state which outlives a call, allowed for the same
reason as in `core.prediction.model_shelf`: nothing can be told from it but the time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import keras

from core.job_control import JobControl
from core.messages import InspectLayer
from core.network.backbone import build_backbone
from core.network.weights import IMAGENET, RANDOM, prepare_weights
from core.network.weights_cache import imagenet_weights_if_cached
from core.network.weights_file import load_imagenet_weights, load_weights
from core.prediction.model_shelf import warm_model


@dataclass(frozen=True)
class InspectedModel:
    """A model and whose weights it has, in words."""

    model: keras.Model
    source: str
    _probes: dict[str, Any] = field(default_factory=dict, repr=False)

    def outputs_of(self, layer: str) -> Any:
        """Return a compiled function: raw RGB float32 (1, s, s, 3) -> that layer's output; kept for the next look."""
        if layer not in self._probes:
            probe = keras.Model(self.model.inputs[0], self.model.get_layer(layer).output)
            probe.compile(jit_compile=False)
            self._probes[layer] = probe.predict_on_batch
        return self._probes[layer]


def model_to_inspect(request: InspectLayer, control: JobControl) -> InspectedModel:
    """Return the model that a request means.

    ImageNet weights that are not on this machine are not fetched for a look: random ones stand in, as `source` says.

    Raises:
        UnusableInput: the run or the weights file can't be used.

    """
    if request.run is not None:
        return _of_run(warm_model(request.run).model, request.run)
    if request.weights == IMAGENET:
        file = imagenet_weights_if_cached()
        source = "ImageNet weights" if file else "random weights (the ImageNet weights are not on this machine yet)"
        return _backbone(load_imagenet_weights, file, request.image_size, request.seed, source)
    file = prepare_weights(request.weights, control)
    source = "random weights" if request.weights == RANDOM else f"weights of {Path(request.weights).name}"
    return _backbone(load_weights, file, request.image_size, request.seed, source)


@lru_cache(maxsize=1)
def _of_run(model: keras.Model, run: Path) -> InspectedModel:
    return InspectedModel(model, f"trained weights of {run.name}")


@lru_cache(maxsize=1)
def _backbone(
    load: Callable[[Path, keras.Model], None], file: Path | None, image_size: int, seed: int, source: str
) -> InspectedModel:
    backbone = build_backbone(image_size, seed=seed)
    if file is not None:
        load(file, backbone)
    return InspectedModel(backbone, source)
