"""Looking into layers: true histograms, filters and activations, of the backbone and of a trained run."""

from __future__ import annotations

from pathlib import Path

import keras
import numpy as np
import pytest
from PIL import Image

from core.data.decode import decode_image
from core.errors import UnusableInput
from core.inspection.inspect_layer import inspect_layer
from core.inspection.pictures import channel_pictures, filter_pictures
from core.job_control import JobControl
from core.messages import InspectLayer, LayerInspected
from core.network.backbone import build_backbone
from core.network.head import attach_head
from core.network.same_draws import draw_as_tensorflow_does


@pytest.fixture(scope="module")
def picture(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("picture") / "noise.png"
    Image.fromarray(np.random.default_rng(0).integers(0, 256, (40, 50, 3)).astype(np.uint8)).save(file)
    return file


def look(layer: str, image: Path | None = None) -> LayerInspected:
    return inspect_layer(InspectLayer(layer=layer, weights="random", seed=1, image_size=32, image=image), JobControl())


@pytest.fixture(scope="module")
def backbone() -> keras.Model:
    """The network into which `look` looks, made once more."""
    made = build_backbone(32, seed=1)
    draw_as_tensorflow_does(made.layers)
    return made


def test_histogram_counts_every_value_of_every_weight(backbone: keras.Model) -> None:
    seen = look("conv4_block2_2_conv")
    kernel = backbone.get_layer("conv4_block2_2_conv").get_weights()[0]

    histogram = seen.histograms[0]

    assert [one.weight for one in seen.histograms] == ["kernel", "bias"]
    assert histogram.shape == kernel.shape
    assert sum(histogram.counts) == kernel.size
    assert histogram.mean == pytest.approx(float(kernel.mean()), abs=1e-7)
    assert (histogram.edges[0], histogram.edges[-1]) == pytest.approx((float(kernel.min()), float(kernel.max())))
    assert seen.source == "random weights"


def test_configuration_is_keras_own_in_words() -> None:
    terms = dict(look("conv4_block2_2_conv").configuration)

    assert terms["kernel size"] == "3 x 3"
    assert terms["filters"] == "256"
    assert terms["use bias"] == "yes"
    # Whether a layer learns is for the freeze plan to say; how its weights began is long past.
    assert not {"name", "trainable", "kernel initializer"} & set(terms)


def test_the_stem_shows_its_64_filters_in_red_green_blue(backbone: keras.Model) -> None:
    seen = look("conv1_conv")
    kernel = backbone.get_layer("conv1_conv").get_weights()[0]

    assert sorted(one.number for one in seen.filters) == list(range(64))
    strongest = seen.filters[0]
    pixels = np.frombuffer(strongest.pixels, np.uint8).reshape(7, 7, 3).astype(int)
    # The network reads blue, green, red, so the picture's red is the kernel's last input channel.
    brighter = kernel[:, :, 2, strongest.number] > kernel[:, :, 0, strongest.number] + 0.01
    assert (pixels[..., 0] >= pixels[..., 2])[brighter].all()
    assert not look("conv2_block1_1_conv").filters


def test_activations_are_those_of_the_model_and_the_strongest_channels_come_first(
    picture: Path, backbone: keras.Model
) -> None:
    seen = look("conv2_block3_out", picture)
    probe = keras.Model(backbone.input, backbone.get_layer("conv2_block3_out").output)
    expected = probe.predict_on_batch(decode_image(picture, 32)[None].astype(np.float32))[0]

    strengths = [one.strength for one in seen.activations]

    assert seen.channels == expected.shape[-1] == 256
    assert len(seen.activations) == 16
    assert strengths == sorted(strengths, reverse=True)
    for one in seen.activations:
        assert one.strength == pytest.approx(float(np.abs(expected[..., one.number]).mean()), rel=1e-4)
        assert (one.width, one.height, len(one.pixels)) == (8, 8, 8 * 8 * 3)


def test_pooled_features_are_shown_as_single_pixels(picture: Path) -> None:
    seen = look("avg_pool", picture)

    assert seen.channels == 2048
    assert {(one.width, one.height) for one in seen.activations} == {(1, 1)}


def test_the_picture_comes_back_as_the_network_saw_it(picture: Path) -> None:
    seen = look("conv1_conv", picture)

    assert seen.picture_edge == 32
    assert seen.picture == decode_image(picture, 32).tobytes()


def test_a_picture_that_can_not_be_used_is_told_beside_the_weights(tmp_path: Path) -> None:
    broken = tmp_path / "broken.jpg"
    broken.write_bytes(b"not a picture")

    seen = look("conv2_block1_1_conv", broken)

    assert "broken.jpg" in seen.picture_problem
    assert seen.histograms
    assert not seen.activations


def test_names_of_weights_are_said_in_words() -> None:
    assert [one.weight for one in look("conv1_bn").histograms] == ["gamma", "beta", "moving mean", "moving variance"]


@pytest.fixture(scope="module")
def trained(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("trained") / "insects.keras"
    attach_head(build_backbone(32, seed=3), 5, hidden=8).save(file)
    return file


def test_weights_of_a_trained_model_are_its_own(trained: Path, picture: Path) -> None:
    seen = inspect_layer(InspectLayer(layer="conv1_conv", run=trained, image=picture), JobControl())
    kernel = build_backbone(32, seed=3).get_layer("conv1_conv").get_weights()[0]

    assert "insects.keras" in seen.source
    assert seen.histograms[0].mean == pytest.approx(float(kernel.mean()), abs=1e-7)
    assert seen.channels == 64


def test_the_head_shows_all_its_weights_the_last_layer_first(trained: Path, picture: Path) -> None:
    seen = inspect_layer(InspectLayer(layer="head", run=trained, image=picture), JobControl())

    assert [one.weight for one in seen.histograms[:3]] == [
        "predictions: kernel",
        "predictions: bias",
        "head_hidden: kernel",
    ]
    assert seen.histograms[0].shape == (8, 5)
    assert dict(seen.configuration)["activation"] == "softmax"
    assert not seen.activations


def test_a_backbone_without_a_head_says_so() -> None:
    with pytest.raises(UnusableInput, match="no head yet"):
        look("head")


def test_a_layer_that_is_not_there_is_named() -> None:
    with pytest.raises(UnusableInput, match="conv9"):
        look("conv9")


def test_missing_imagenet_weights_are_not_fetched_for_a_look() -> None:
    seen = inspect_layer(InspectLayer(layer="conv1_conv", image_size=32), JobControl())

    assert "not on this machine" in seen.source


def test_a_dead_channel_and_an_empty_filter_give_pictures_all_the_same() -> None:
    activations = np.zeros((4, 4, 2), np.float32)

    assert len(channel_pictures(activations, 5)) == 2
    assert set(filter_pictures(np.zeros((3, 3, 3, 1), np.float32))[0].pixels) == {127}
