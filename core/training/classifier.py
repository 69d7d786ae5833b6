"""Put a classifier together as a specification wants it: backbone, weights, head, freeze plan, frost line."""

from __future__ import annotations

import math
from dataclasses import dataclass

import keras

from core.backend_specific import mixed_precision_policy
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.backbone_with_weights import backbone_with_weights
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, frost_line, parse_spec, trainable_layers
from core.network.frost_line import freeze_layers
from core.network.head import attach_head
from core.network.same_draws import draw_as_tensorflow_does
from core.training.phases import TrainingPhase
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
    """Build the classifier, frozen as the specification says; downloads the ImageNet weights if they are absent.

    Raises:
        UnusableInput: the SPEC names nothing, or the weights file does not fit.
        WeightsUnavailable: the ImageNet weights can't be had.

    """
    backbone = backbone_with_weights(
        specification.backbone,
        specification.weights,
        specification.image_size,
        specification.seed,
        control,
        policy=mixed_precision_policy() if specification.mixed_precision else "float32",
    )
    network = describe_backbone(backbone)
    model = _with_head(backbone, specification, class_count)
    draw_as_tensorflow_does(model.layers[len(backbone.layers) :])
    classifier = _frozen_as(model, network, specification.thaw, specification.thaw_batch_norm)
    control.progress("build", 1, 1)
    return classifier


def _with_head(backbone: keras.Model, specification: TrainingSpecification, class_count: int) -> keras.Model:
    return attach_head(
        backbone,
        class_count,
        hidden=specification.hidden,
        dropout=specification.dropout,
        seed=specification.seed,
    )


def in_full_precision(model: keras.Model, specification: TrainingSpecification) -> keras.Model:
    """Return the classifier as a model that computes in 32 bits, which runs alike on every machine.

    One that was trained so already is returned as it is.
    """
    if not specification.mixed_precision:
        return model
    backbone = build_backbone(specification.image_size, backbone=specification.backbone)
    portable = _with_head(backbone, specification, int(model.output_shape[-1]))
    portable.set_weights(model.get_weights())
    return portable


def in_phase(classifier: Classifier, phase: TrainingPhase) -> Classifier:
    """Freeze and thaw the layers of the classifier's model as a phase wants it; models must be compiled anew then.

    Raises:
        UnusableInput: the phase's SPEC names nothing.

    """
    return _frozen_as(classifier.model, classifier.network, phase.thaw, phase.thaw_batch_norm)


def _frozen_as(model: keras.Model, network: NetworkDescription, thaw: str, thaw_batch_norm: bool) -> Classifier:
    plan = FreezePlan(parse_spec(thaw, network), thaw_batch_norm)
    trainable = trainable_layers(plan, network)
    freeze_layers(model, network, trainable)
    return Classifier(model=model, network=network, trainable=trainable, cut_layer=frost_line(plan, network))
