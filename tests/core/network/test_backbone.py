"""The backbone is Keras' own ResNet50 with preprocessing inside, and its description is true."""

from __future__ import annotations

import keras
import numpy as np

from core.network.backbone import build_backbone, describe_network
from core.network.description import NetworkDescription


def test_description_has_the_layers_and_parameters_of_keras_resnet50(network: NetworkDescription) -> None:
    reference = keras.applications.ResNet50(include_top=False, weights=None, input_shape=(32, 32, 3), pooling="avg")

    described = {layer.name: layer for layer in network.layers if layer.stage != "input"}

    assert list(described) == [layer.name for layer in reference.layers[1:]]
    for layer in reference.layers[1:]:
        assert described[layer.name].parameters == layer.count_params()
        assert described[layer.name].output_shape == layer.output.shape[1:]
        assert described[layer.name].kind == type(layer).__name__
    assert sum(layer.parameters for layer in described.values()) == 23_587_712


def test_blocks_and_stages_are_those_of_resnet50(network: NetworkDescription) -> None:
    blocks_of_stage = [[name for name in network.blocks if name.startswith(stage)] for stage in network.stages]

    assert network.stages == ("conv1", "conv2", "conv3", "conv4", "conv5")
    assert [len(blocks) for blocks in blocks_of_stage] == [0, 3, 4, 6, 3]


def test_cut_points_are_the_ends_of_blocks(network: NetworkDescription) -> None:
    assert network.cut_points == ("image", "pool1_pool", *(f"{name}_out" for name in network.blocks), "avg_pool")


def test_multiply_adds_are_those_of_the_literature() -> None:
    """3.8 to 4.1 billion for one image of 224 x 224, without the top (He et al. 2015, table 1, counts 3.8)."""
    network = describe_network(224)

    assert 3.8e9 < sum(layer.multiply_adds for layer in network.layers) < 4.1e9


def test_preprocessing_is_that_of_keras_applications(backbone: keras.Model) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, (2, 32, 32, 3)).astype(np.float32)
    ours = keras.Model(backbone.input, backbone.get_layer("preprocessing").output).predict(pixels, verbose=0)

    theirs = keras.applications.resnet.preprocess_input(pixels.copy())

    np.testing.assert_allclose(ours, theirs, atol=1e-4)


def test_random_weights_repeat_for_a_seed_and_differ_between_seeds(backbone: keras.Model) -> None:
    name = "conv3_block2_2_conv"
    again, other = build_backbone(32, seed=1), build_backbone(32, seed=2)

    kernel = backbone.get_layer(name).get_weights()[0]

    np.testing.assert_array_equal(kernel, again.get_layer(name).get_weights()[0])
    assert not np.allclose(kernel, other.get_layer(name).get_weights()[0])
