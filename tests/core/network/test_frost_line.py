"""Cutting at any line changes no number, and freezing sets exactly the flags of the plan."""

from __future__ import annotations

import keras
import numpy as np
import pytest

from core.network.backbone import build_backbone
from core.network.description import NetworkDescription
from core.network.freeze_plan import FreezePlan, parse_spec, trainable_layers
from core.network.frost_line import cut_model, digest_below, freeze_layers, layer_digests
from core.network.head import attach_head, set_normalization


@pytest.fixture(scope="module")
def classifier() -> keras.Model:
    return attach_head(build_backbone(32, seed=3), 3, hidden=8, dropout=0.5)


def computed(model: keras.Model, rows: np.ndarray) -> np.ndarray:
    """Compute layer by layer: compiling a network for one batch takes five times as long."""
    return np.asarray(keras.ops.convert_to_numpy(model(rows, training=False)))


def test_both_halves_together_compute_what_the_whole_does_at_every_line(
    classifier: keras.Model, network: NetworkDescription
) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (2, 32, 32, 3)).astype(np.float32)
    whole = computed(classifier, pixels)

    for line in network.cut_points[1::4]:
        halves = cut_model(classifier, line)
        together = computed(halves.tail, computed(halves.extractor, pixels))
        np.testing.assert_allclose(together, whole, atol=1e-5, err_msg=line)


def test_halves_share_layers_with_the_whole(classifier: keras.Model) -> None:
    halves = cut_model(classifier, "conv5_block2_out")

    assert halves.tail.get_layer("predictions") is classifier.get_layer("predictions")
    assert halves.extractor.get_layer("conv1_conv") is classifier.get_layer("conv1_conv")


@pytest.mark.parametrize("thaw_batch_norm", [False, True])
def test_keras_flags_are_those_of_the_plan(
    classifier: keras.Model, network: NetworkDescription, thaw_batch_norm: bool
) -> None:
    plan = FreezePlan(parse_spec("conv3_block1,conv5+", network), thaw_batch_norm)
    expected = trainable_layers(plan, network)

    freeze_layers(classifier, network, expected)

    flags = {layer.name for layer in classifier.layers if layer.trainable and layer.name in layers_of(network)}
    assert flags == expected
    assert not classifier.get_layer("preprocessing").trainable
    assert not classifier.get_layer("head_normalization").trainable
    assert classifier.get_layer("predictions").trainable


def test_a_digest_changes_with_any_weight_of_its_layer_and_no_other(network: NetworkDescription) -> None:
    model = build_backbone(32, seed=4)
    names = layers_of(network)
    before = layer_digests(model, names)
    layer = model.get_layer("conv5_block3_3_bn")
    weights = layer.get_weights()
    weights[2][7] += 1e-6

    layer.set_weights(weights)
    after = layer_digests(model, names)

    assert {name for name in before if before[name] != after[name]} == {"conv5_block3_3_bn"}
    assert digest_below(before, network, "conv5_block2_out") == digest_below(after, network, "conv5_block2_out")
    assert digest_below(before, network, "conv5_block3_out") != digest_below(after, network, "conv5_block3_out")


def test_normalised_features_have_mean_zero_and_variance_one_whatever_their_scale(classifier: keras.Model) -> None:
    generator = np.random.default_rng(0)
    features = generator.normal(generator.uniform(-50, 50, 2048), generator.uniform(1, 900, 2048), (300, 2048))
    features = features.astype(np.float32)

    set_normalization(classifier, features)
    normalised = np.asarray(classifier.get_layer("head_normalization")(features))

    np.testing.assert_allclose(normalised.mean(axis=0), 0.0, atol=1e-3)
    assert np.median(normalised.std(axis=0)) == pytest.approx(1.0, abs=1e-2)


def test_a_feature_that_never_varies_stays_zero(classifier: keras.Model) -> None:
    features = np.random.default_rng(0).random((50, 2048), np.float32)
    features[:, 5] = 3.0

    set_normalization(classifier, features)
    normalised = np.asarray(classifier.get_layer("head_normalization")(features))

    assert np.abs(normalised[:, 5]).max() < 1e-3
    assert np.isfinite(normalised).all()


def layers_of(network: NetworkDescription) -> frozenset[str]:
    return frozenset(layer.name for layer in network.layers)
