"""Weights of a ResNet50 arrive bit by bit from every form in which Keras saves them."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import h5py
import keras
import numpy as np
import pytest
from keras.src.legacy.saving import legacy_h5_format

from core.job_control import JobControl
from core.network.backbone import build_backbone
from core.network.description import PREPROCESSING_LAYER
from core.network.head import attach_head
from core.network.weights import prepare_weights
from core.network.weights_file import load_weights

pytestmark = pytest.mark.filterwarnings("ignore:You are saving your model as an HDF5 file")


def draw_weights(model: keras.Model, seed: int) -> None:
    """Give every weight, moving statistics included, a value of its own."""
    generator = np.random.default_rng(seed)
    for weight in model.weights:
        weight.assign(generator.uniform(0.1, 1.0, weight.shape).astype(np.float32))


@pytest.fixture(scope="module")
def with_top() -> keras.Model:
    model = keras.applications.ResNet50(weights=None, input_shape=(32, 32, 3), classes=1000)
    draw_weights(model, seed=1)
    return model


@pytest.fixture(scope="module")
def target() -> keras.Model:
    return build_backbone(32, seed=3)


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Path]:
    """A place for a large file, whose suffix the test chooses; nothing of it stays."""
    yield tmp_path / "weights"
    for left in tmp_path.iterdir():
        left.unlink()


def without_top(model: keras.Model, pooling: str | None) -> keras.Model:
    output = model.get_layer("avg_pool").output if pooling else model.get_layer("conv5_block3_out").output
    return keras.Model(model.input, output, name="resnet50")


def nested(model: keras.Model) -> keras.Model:
    """A user's own classifier: ResNet50 as one layer between others, with a head of BatchNorm and convolution."""
    classifier = keras.Sequential(
        [
            keras.Input((32, 32, 3)),
            keras.layers.Rescaling(1.0),
            without_top(model, None),
            keras.layers.Conv2D(8, 1),
            keras.layers.BatchNormalization(),
            keras.layers.GlobalAveragePooling2D(),
            keras.layers.Dense(2),
        ]
    )
    classifier.compile("adam", "sparse_categorical_crossentropy")
    return classifier


def forget_names(file: Path) -> None:
    """Take the layers' names out of a .weights.h5: older versions of Keras didn't write them."""
    with h5py.File(file, "r+") as opened:
        groups: list[h5py.Group] = []
        opened.visititems(lambda _path, member: groups.append(member))
        for group in groups:
            group.attrs.pop("name", None)


def save_weights(model: keras.Model, file: Path) -> Path:
    saved = file.with_name("saved.weights.h5")
    model.save_weights(saved)
    return saved


def save_nameless_weights(model: keras.Model, file: Path) -> Path:
    saved = save_weights(model, file)
    forget_names(saved)
    return saved


def save_keras(model: keras.Model, file: Path) -> Path:
    saved = file.with_name("saved.keras")
    model.save(saved)
    return saved


def save_nameless_keras(model: keras.Model, file: Path) -> Path:
    saved, weights = save_keras(model, file), file.with_name("model.weights.h5")
    with zipfile.ZipFile(saved) as archive:
        archive.extract("model.weights.h5", weights.parent)
        config = archive.read("config.json")
    forget_names(weights)
    with zipfile.ZipFile(saved, "w") as archive:
        archive.writestr("config.json", config)
        archive.write(weights, "model.weights.h5")
    return saved


def save_legacy_model(model: keras.Model, file: Path) -> Path:
    saved = file.with_name("saved.h5")
    model.save(saved)
    return saved


def save_legacy_weights(model: keras.Model, file: Path) -> Path:
    """The form in which the ImageNet weights are published."""
    saved = file.with_name("saved.h5")
    with h5py.File(saved, "w") as opened:
        legacy_h5_format.save_weights_to_hdf5_group(opened, model)
    return saved


def assert_loaded(target: keras.Model, source: keras.Model, saved: Path) -> None:
    """Given a target with other weights, when `saved` is loaded, then every weight is that of `source`."""
    draw_weights(target, seed=9)
    preprocessing = target.get_layer(PREPROCESSING_LAYER).get_weights()
    assert prepare_weights(str(saved), JobControl()) == saved

    load_weights(saved, target)

    layers = [layer for layer in target.layers if layer.weights and layer.name != PREPROCESSING_LAYER]
    assert len(layers) == 106
    for layer in layers:
        for got, expected in zip(layer.get_weights(), source.get_layer(layer.name).get_weights(), strict=True):
            assert got.tobytes() == expected.tobytes(), layer.name
    for got, expected in zip(target.get_layer(PREPROCESSING_LAYER).get_weights(), preprocessing, strict=True):
        assert got.tobytes() == expected.tobytes()


Save = Callable[[keras.Model, Path], Path]
ALL_FORMS = [
    save_weights,
    save_nameless_weights,
    save_keras,
    save_nameless_keras,
    save_legacy_model,
    save_legacy_weights,
]


@pytest.mark.parametrize("save", ALL_FORMS)
def test_a_whole_resnet50_is_loaded_without_its_top(
    with_top: keras.Model, target: keras.Model, file: Path, save: Save
) -> None:
    assert_loaded(target, with_top, save(with_top, file))


@pytest.mark.parametrize(("save", "pooling"), [(save_weights, None), (save_keras, "avg"), (save_legacy_weights, None)])
def test_a_resnet50_without_top_is_loaded(
    with_top: keras.Model, target: keras.Model, file: Path, save: Save, pooling: str | None
) -> None:
    assert_loaded(target, with_top, save(without_top(with_top, pooling), file))


@pytest.mark.parametrize("save", [save_nameless_weights, save_keras, save_nameless_keras, save_legacy_model])
def test_a_resnet50_inside_a_users_own_classifier_is_loaded(
    with_top: keras.Model, target: keras.Model, file: Path, save: Save
) -> None:
    assert_loaded(target, with_top, save(nested(with_top), file))


@pytest.mark.parametrize("save", [save_weights, save_legacy_weights])
def test_weights_of_frozen_layers_keep_their_places(
    with_top: keras.Model, target: keras.Model, file: Path, save: Save
) -> None:
    half_frozen = without_top(with_top, "avg")
    frozen = list(half_frozen.layers[::2])
    for layer in frozen:
        layer.trainable = False

    saved = save(half_frozen, file)
    for layer in frozen:
        layer.trainable = True

    assert_loaded(target, with_top, saved)


@pytest.mark.parametrize("save", [save_weights, save_keras])
def test_frostlines_own_model_is_loaded_without_its_head(target: keras.Model, file: Path, save: Save) -> None:
    source = build_backbone(32, seed=5)
    draw_weights(source, seed=6)

    assert_loaded(target, source, save(attach_head(source, 4), file))


def test_half_precision_is_widened_exactly(with_top: keras.Model, target: keras.Model, file: Path) -> None:
    saved = save_legacy_weights(with_top, file)
    with h5py.File(saved, "r+") as opened:
        values = opened["conv1_conv/conv1_conv/kernel"][()].astype(np.float16)
        del opened["conv1_conv/conv1_conv/kernel"]
        opened["conv1_conv/conv1_conv/kernel"] = values

    load_weights(saved, target)

    assert target.get_layer("conv1_conv").get_weights()[0].tobytes() == values.astype(np.float32).tobytes()
