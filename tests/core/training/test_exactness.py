"""Training the tail on stored features gives what training the whole network on images gives.

The comparison is written as a user would write it: the whole Keras model, the images in memory, `fit`. Only the order
of the images and the seed are the same on both sides. The line below the last stage is compared on ResNet50 itself, the
others, which differ in where the graph is cut and not in what it is, on a small one.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from dataclasses import replace
from pathlib import Path

import keras
import numpy as np
import pytest

from core.data.decode import decode_image
from core.job_control import JobControl
from core.network.frost_line import layer_digests
from core.training.batches import LabelledRows, class_balancing_weights, epoch_order
from core.training.classifier import Classifier, build_classifier
from core.training.fitting import Fitting, PhaseWork, fit_phase
from core.training.material import gather_material, normalize_head
from core.training.optimization import compile_for_training
from core.training.phases import planned_phases
from core.training.specification import TrainingSpecification
from core.training.training_data import TrainingData, read_training_data
from tests.core.small_resnet import LAST_BLOCK, LAST_CONVOLUTION, resnet50_being_small

SPECIFICATION = TrainingSpecification(
    folder=Path(), run=Path(), weights="random", image_size=32, epochs=2, batch_size=7, learning_rate=1e-3, seed=5
)


def trained_through_the_line(specification: TrainingSpecification, data: TrainingData) -> tuple[Classifier, Fitting]:
    control = JobControl()
    classifier = build_classifier(specification, len(data.class_names), control)
    digests = layer_digests(classifier.model, frozenset(layer.name for layer in classifier.network.layers))
    material = gather_material(specification, classifier, digests, data, control)
    normalize_head(classifier.model, material)
    (phase,) = planned_phases(specification)
    work = PhaseWork(
        specification=specification,
        phase=phase,
        all_epochs=phase.last_epoch,
        classifier=classifier,
        learner=material.learner(classifier.model),
        training=LabelledRows(material.training, data.training.labels),
        validation=LabelledRows(material.validation, data.validation.labels),
    )
    fitting = fit_phase(work, control)
    fitting.best.put_into(classifier.model)
    return classifier, fitting


def trained_naively(
    specification: TrainingSpecification, data: TrainingData, normalisation: list[np.ndarray]
) -> tuple[Classifier, list[float], list[list[np.ndarray]]]:
    """Return the classifier with the loss of each epoch and the weights after each."""
    classifier = build_classifier(specification, len(data.class_names), JobControl())
    classifier.model.get_layer("head_normalization").set_weights(normalisation)
    images = np.stack([decode_image(file, specification.image_size) for file in data.training.files])
    images, labels = images.astype(np.float32), data.training.labels
    weights = class_balancing_weights(labels, len(data.class_names)) if specification.class_weights else None
    compile_for_training(classifier.model, specification)
    keras.utils.set_random_seed(specification.seed)
    losses, weights_after = [], []
    for epoch in range(specification.epochs):
        order = epoch_order(len(labels), specification.seed, epoch)
        history = classifier.model.fit(
            images[order],
            labels[order],
            sample_weight=None if weights is None else weights[order],
            batch_size=specification.batch_size,
            shuffle=False,
            verbose=0,
        )
        losses.append(history.history["loss"][0])
        weights_after.append(classifier.model.get_weights())
    return classifier, losses, weights_after


@pytest.fixture
def network(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let ResNet50 be the real one or a small one for a test."""
    with resnet50_being_small() if request.param == "small" else nullcontext():
        yield


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("network", "thaw", "options"),
    [
        ("small", "head", {"class_weights": True, "hidden": 16}),
        ("real", "conv5", {"thaw_batch_norm": True, "optimizer": "sgd"}),
        ("small", "conv4_block1_2_conv,conv5_block1", {"optimizer": "adamw"}),
        ("small", "all", {"epochs": 1, "batch_size": 15}),
    ],
    indirect=["network"],
)
def test_tail_on_stored_features_learns_what_the_whole_network_learns(
    stripes: Path, tmp_path: Path, thaw: str, options: dict[str, object]
) -> None:
    specification = replace(SPECIFICATION, folder=stripes, run=tmp_path, thaw=thaw, validation_split=0.0, **options)  # type: ignore[arg-type]
    data = read_training_data(specification, JobControl())

    ours, fitting = trained_through_the_line(specification, data)
    normalisation = ours.model.get_layer("head_normalization").get_weights()
    naive, naive_losses, naive_weights = trained_naively(specification, data, normalisation)

    assert (ours.cut_layer == "image") == (thaw == "all")
    np.testing.assert_allclose([epoch.loss for epoch in fitting.history], naive_losses, rtol=2e-4)
    assert largest_difference(ours.model.get_weights(), naive_weights[fitting.best.epoch - 1]) < 2e-4
    assert layer_digests(ours.model, ours.frozen) == layer_digests(naive.model, naive.frozen)


@pytest.mark.usefixtures("network")
@pytest.mark.parametrize(
    ("network", "thaw_batch_norm"), [("small", False), ("small", True)], indirect=["network"], ids=["kept", "thawed"]
)
def test_batch_norm_of_thawed_layers_moves_only_where_the_switch_is_on(
    stripes: Path, tmp_path: Path, thaw_batch_norm: bool
) -> None:
    """Gamma, beta, moving mean and moving variance, through `fit` itself; by default none of them moves a bit."""
    specification = replace(
        SPECIFICATION, folder=stripes, run=tmp_path, thaw=LAST_BLOCK, thaw_batch_norm=thaw_batch_norm
    )
    data = read_training_data(specification, JobControl())
    before = build_classifier(specification, len(data.class_names), JobControl()).model

    trained, _ = trained_through_the_line(specification, data)

    thawed = [f"{LAST_BLOCK}_{number}_bn" for number in (1, 2, 3)]
    for name in thawed:
        pairs = zip(before.get_layer(name).get_weights(), trained.model.get_layer(name).get_weights(), strict=True)
        moved = [not np.array_equal(old, new) for old, new in pairs]
        assert moved == [thaw_batch_norm] * 4, name
    moved_kernel = before.get_layer(LAST_CONVOLUTION).get_weights()[0]
    assert not np.array_equal(moved_kernel, trained.model.get_layer(LAST_CONVOLUTION).get_weights()[0])


def largest_difference(some: list[np.ndarray], others: list[np.ndarray]) -> float:
    return max(float(np.abs(one - other).max()) for one, other in zip(some, others, strict=True))
