"""Each network of the registry is built flat, computes what Keras' own computes, and is described and cut by one rule.

Networks are dear to build: what all share is tested on all, what the same code does for several on the unlike ones.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

import h5py
import keras
import numpy as np
import onnxruntime
import pytest
from keras.src.legacy.saving import legacy_h5_format

from core.errors import UnusableInput
from core.export.writers.onnx_graph import onnx_model
from core.features.openvino_graph import openvino, openvino_graph
from core.job_control import JobControl
from core.network.backbone import build_backbone, describe_backbone
from core.network.backbones import BACKBONES, Backbone, backbone_called
from core.network.flat_graph import has_flat_graph
from core.network.freeze_plan import FreezePlan, format_spec, frost_line, parse_spec
from core.network.frost_line import cut_model
from core.network.head import attach_head, set_normalization
from core.network.weights_file import load_imagenet_weights, load_weights

_SIZE = 32
_OTHERS = BACKBONES[1:]
_MOBILE, _CONVNEXT = backbone_called("MobileNetV3Large"), backbone_called("ConvNeXtTiny")
#: Those with other layers than a residual network's.
_UNLIKE = (backbone_called("EfficientNetV2B0"), _MOBILE, _CONVNEXT)
_BLOCKS = {"ResNet50V2": 16, "ResNet101": 33, "EfficientNetV2B0": 21, "MobileNetV3Large": 15, "ConvNeXtTiny": 18}


@cache
def built(name: str) -> keras.Model:
    return build_backbone(_SIZE, seed=3, backbone=name)


@cache
def published(name: str) -> keras.Model:
    """Return Keras' own network, with preprocessing where it has it inside."""
    build = getattr(keras.applications, name)
    network: keras.Model = build(include_top=False, weights=None, input_shape=(_SIZE, _SIZE, 3), pooling="avg")
    return network


@pytest.fixture(scope="module", autouse=True)
def networks_given_back() -> Iterator[None]:
    yield
    built.cache_clear()
    published.cache_clear()


@pytest.fixture(scope="module")
def pixels() -> np.ndarray:
    return np.random.default_rng(0).integers(0, 256, (2, _SIZE, _SIZE, 3)).astype(np.float32)


def each(backbones: tuple[Backbone, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("backbone", backbones, ids=lambda one: one.name)


def computed(model: keras.Model, pixels: np.ndarray) -> np.ndarray:
    """Compute layer by layer: compiling a network for one batch takes five times as long."""
    return np.asarray(keras.ops.convert_to_numpy(model(pixels, training=False)))


def keras_own_features(backbone: Backbone, pixels: np.ndarray) -> np.ndarray:
    prepared = pixels.copy()
    if backbone.name == "ResNet50V2":
        prepared = keras.applications.resnet_v2.preprocess_input(prepared)
    return computed(published(backbone.name), prepared)


def relative_difference(one: np.ndarray, other: np.ndarray) -> float:
    return float(np.max(np.abs(one - other)) / np.max(np.abs(other)))


@each((backbone_called("ResNet50V2"), _MOBILE, _CONVNEXT))
def test_imagenet_files_are_read_as_keras_writes_them_and_give_its_features(
    backbone: Backbone, pixels: np.ndarray, tmp_path: Path
) -> None:
    file = tmp_path / backbone.weights_file
    with h5py.File(file, "w") as opened:
        legacy_h5_format.save_weights_to_hdf5_group(opened, published(backbone.name))
    model = build_backbone(_SIZE, seed=7, backbone=backbone.name)

    load_imagenet_weights(file, model)

    assert relative_difference(computed(model, pixels), keras_own_features(backbone, pixels)) < 1e-5


def test_a_file_of_the_users_own_is_matched_by_name(pixels: np.ndarray, tmp_path: Path) -> None:
    """ConvNeXt has what is hard: scales of another shape than ours, and a layer whose name Keras made up."""
    backbone = backbone_called("ConvNeXtTiny")
    file = tmp_path / "mine.weights.h5"
    published(backbone.name).save_weights(file)
    model = build_backbone(_SIZE, seed=7, backbone=backbone.name)

    load_weights(file, model)

    assert relative_difference(computed(model, pixels), keras_own_features(backbone, pixels)) < 1e-5


def test_a_file_of_another_network_is_refused_by_the_name_of_the_one_that_is_wanted(tmp_path: Path) -> None:
    file = tmp_path / "mobile.weights.h5"
    published("MobileNetV3Large").save_weights(file)

    with pytest.raises(UnusableInput, match="doesn't fit ConvNeXtTiny"):
        load_weights(file, built("ConvNeXtTiny"))


@each(_OTHERS)
def test_no_layer_has_a_name_that_counts_on_and_stages_and_blocks_follow_each_other(backbone: Backbone) -> None:
    network = describe_backbone(built(backbone.name))
    places = [(layer.stage, layer.block) for layer in network.layers]
    changes = [place for place, before in zip(places, [None, *places], strict=False) if place != before]

    assert has_flat_graph(built(backbone.name))
    assert network.backbone == backbone.name
    assert len(network.blocks) == _BLOCKS[backbone.name]
    assert len(changes) == len(set(changes))


@each((_MOBILE,))
def test_the_frost_line_may_lie_at_the_end_of_each_block_and_the_halves_compute_the_whole(
    backbone: Backbone, pixels: np.ndarray
) -> None:
    model = built(backbone.name)
    network = describe_backbone(model)
    last_block = network.blocks[-1]
    line = frost_line(FreezePlan(parse_spec(last_block, network)), network)

    halves = cut_model(model, line)
    through_both = computed(halves.tail, computed(halves.extractor, pixels))

    assert {network.layer(name).block for name in network.cut_points} >= set(network.blocks)
    assert network.layer(line).block != last_block
    np.testing.assert_allclose(through_both, computed(model, pixels), rtol=1e-4, atol=1e-12)


@each(_OTHERS)
def test_a_spec_names_stages_of_every_network(backbone: Backbone) -> None:
    network = describe_backbone(built(backbone.name))
    for stage in network.stages:
        thawed = parse_spec(f"{stage}+", network)
        assert parse_spec(format_spec(thawed, network), network) == thawed


@each((_MOBILE, _CONVNEXT))
def test_onnx_gives_the_same_probabilities(backbone: Backbone, pixels: np.ndarray) -> None:
    model = attach_head(built(backbone.name), 3)
    set_normalization(model, computed(built(backbone.name), pixels))
    written = onnx_model(model, JobControl(), resize_inside=False, facts={})

    session = onnxruntime.InferenceSession(written.SerializeToString(), providers=["CPUExecutionProvider"])
    (probabilities,) = session.run(None, {"image": pixels})

    np.testing.assert_allclose(probabilities, computed(model, pixels), atol=1e-4)


@each(_UNLIKE)
def test_openvino_computes_the_same_features(backbone: Backbone, pixels: np.ndarray) -> None:
    model = built(backbone.name)
    compiled = openvino.Core().compile_model(openvino_graph(model, 2), "CPU", {"INFERENCE_PRECISION_HINT": "f32"})

    assert relative_difference(compiled(pixels)[0], computed(model, pixels)) < 1e-4


@each((_CONVNEXT,))
def test_the_model_opens_with_plain_keras_in_safe_mode(backbone: Backbone, pixels: np.ndarray, tmp_path: Path) -> None:
    model = attach_head(built(backbone.name), 3)
    model.save(tmp_path / "model.keras")

    opened = keras.saving.load_model(tmp_path / "model.keras")

    np.testing.assert_allclose(computed(opened, pixels), computed(model, pixels), atol=1e-6)
    assert describe_backbone(opened).backbone == backbone.name


def test_names_are_found_whatever_their_capitals_and_others_are_refused_with_the_list() -> None:
    assert backbone_called("convnexttiny").name == "ConvNeXtTiny"
    with pytest.raises(UnusableInput, match="no backbone 'VGG16'") as refused:
        backbone_called("VGG16")
    assert "MobileNetV3Large" in refused.value.hint
