"""Put a classifier together as a specification wants it: backbone, weights, head, freeze plan, frost line."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any

import keras

from core.backend_specific import gpu_names
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line, parse_spec, trainable_layers
from core.network.frost_line import freeze_layers
from core.network.head import attach_head
from core.network.weights import IMAGENET, prepare_weights
from core.network.weights_file import load_imagenet_weights, load_weights
from core.training.specification import TrainingSpecification


@dataclass(frozen=True)
class Classifier:
    """A classifier that is ready to be trained, with its layers frozen as the plan says.

    model: raw RGB (n, s, s, 3) -> probabilities (n, classes). trainable: names of the backbone's layers that learn.
    """

    model: keras.Model
    network: NetworkDescription
    trainable: frozenset[str]
    cut_layer: str

    @property
    def frozen(self) -> frozenset[str]:
        """The backbone's layers that could learn and don't: those whose digests are the proof of freezing."""
        return frozenset(
            layer.name for layer in self.network.layers if layer.can_be_thawed and layer.name not in self.trainable
        )

    @property
    def trainable_parameters(self) -> int:
        """Number of weights that learn, the head's included."""
        return sum(math.prod(weight.shape) for weight in self.model.trainable_weights)


def build_classifier(specification: TrainingSpecification, class_count: int, control: JobControl) -> Classifier:
    """Build the classifier; downloads the ImageNet weights if they are wanted and absent.

    Raises:
        UnusableInput: the SPEC names nothing, or the weights file does not fit.
        WeightsUnavailable: the ImageNet weights can't be had.

    """
    weights = prepare_weights(specification.weights, control)
    control.progress("build", 0, 1)
    backbone = build_backbone(specification.image_size, seed=specification.seed)
    if weights is not None:
        load = load_imagenet_weights if specification.weights == IMAGENET else load_weights
        load(weights, backbone)
    network = describe_backbone(backbone)
    plan = FreezePlan(parse_spec(specification.thaw, network), specification.thaw_batch_norm)
    trainable = trainable_layers(plan, network)
    model = attach_head(
        backbone,
        class_count,
        hidden=specification.hidden,
        dropout=specification.dropout,
        seed=specification.seed,
    )
    freeze_layers(model, network, trainable)
    control.progress("build", 1, 1)
    return Classifier(model=model, network=network, trainable=trainable, cut_layer=frost_line(plan, network))


def compile_for_training(model: keras.Model, specification: TrainingSpecification) -> None:
    """Compile `model` with the specification's optimizer.

    Compiled kernels (XLA) pay on a GPU; on a CPU they gain nothing and cost seconds at the first step.
    """
    model.compile(
        optimizer=_optimizer(specification),
        loss="sparse_categorical_crossentropy",
        metrics=["accuracy"],
        jit_compile="auto" if gpu_names() else False,
    )


def _optimizer(specification: TrainingSpecification) -> Any:
    rate = specification.learning_rate
    if specification.optimizer == "sgd":
        return keras.optimizers.SGD(rate, momentum=0.9)
    if specification.optimizer == "adamw":
        return keras.optimizers.AdamW(rate)
    return keras.optimizers.Adam(rate)
