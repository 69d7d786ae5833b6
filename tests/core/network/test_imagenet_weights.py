"""The ImageNet file is read as keras.applications itself reads it: in the order of the layers, whatever their names."""

from __future__ import annotations

from pathlib import Path

import h5py
import keras
import numpy as np
from keras.src.legacy.saving import legacy_h5_format

from core.network.backbone import build_backbone
from core.network.description import PREPROCESSING_LAYER
from core.network.weights_file import load_imagenet_weights


def test_the_published_form_is_loaded_exactly_and_gives_the_features_of_keras_own_resnet50(tmp_path: Path) -> None:
    file = tmp_path / "resnet50_notop.h5"
    published = keras.applications.ResNet50(include_top=False, weights=None, input_shape=(32, 32, 3), pooling="avg")
    with h5py.File(file, "w") as opened:
        legacy_h5_format.save_weights_to_hdf5_group(opened, published)
    backbone = build_backbone(32, seed=7)
    pixels = np.random.default_rng(0).integers(0, 256, (2, 32, 32, 3)).astype(np.float32)

    load_imagenet_weights(file, backbone)
    ours = keras.ops.convert_to_numpy(backbone(pixels))
    theirs = keras.ops.convert_to_numpy(published(keras.applications.resnet.preprocess_input(pixels.copy())))

    np.testing.assert_allclose(ours, theirs, rtol=1e-4, atol=1e-5)
    for layer in (one for one in published.layers if one.weights):
        for got, expected in zip(backbone.get_layer(layer.name).get_weights(), layer.get_weights(), strict=True):
            assert got.tobytes() == expected.tobytes(), layer.name
    assert backbone.get_layer(PREPROCESSING_LAYER).get_weights()[0][0, 0, 0, 2] == 1.0
