"""The OpenVINO engine: Keras' numbers in 32 bits, near them in 16, a sentence where it can't be, no word to others."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import keras
import numpy as np
import pytest

from core.errors import UnusableInput
from core.features.engine import computed_by, idle_gpu_notice, open_engine
from core.features.engine_openvino import sixteen_bit_precision
from core.features.openvino_graph import openvino_graph
from core.network.backbone import build_backbone
from core.quiet_openvino import import_openvino

ROOT = Path(__file__).parents[3]

#: Compares the engine in 32 bits with Keras on a backend of its own, and prints the relative deviation.
COMPARISON = """
import json, numpy
from core.features.deviation import Sample, deviation_from_keras
from core.features.engine import open_engine
from core.network.backbone import build_backbone
extractor = build_backbone(32)
pixels = numpy.random.default_rng(0).uniform(0, 255, (3, 32, 32, 3)).astype("float32")
features = open_engine("openvino", extractor).features(pixels)
print(json.dumps({"deviation": deviation_from_keras(Sample(pixels, features), extractor)}))
"""

SENDER = """
import sys
loaded = [name for name, module in sys.modules.items() if name.startswith("openvino_telemetry") and module]
print(f"loaded: {loaded}" if loaded else "the sender is not loaded")
"""


@pytest.fixture(scope="module")
def backbone() -> keras.Model:
    """ResNet50 at 32 pixels whose BatchNorm layers have statistics that show when they are mixed up."""
    model = build_backbone(32)
    generator = np.random.default_rng(0)
    for layer in model.layers:
        if isinstance(layer, keras.layers.BatchNormalization):
            gamma, beta, mean, variance = (weight.shape for weight in layer.get_weights())
            layer.set_weights(
                [
                    generator.uniform(0.5, 1.5, gamma),
                    generator.normal(0.0, 0.1, beta),
                    generator.normal(0.0, 0.1, mean),
                    generator.uniform(0.5, 1.5, variance),
                ]
            )
    return model


def pixels(count: int) -> np.ndarray:
    return np.random.default_rng(count).integers(0, 256, (count, 32, 32, 3)).astype(np.float32)


def deviation(features: np.ndarray, exact: np.ndarray) -> float:
    return float(np.linalg.norm(features - exact) / np.linalg.norm(exact))


@pytest.mark.parametrize("cut_layer", ["avg_pool", "conv4_block6_out", "conv3_block2_add", "pool1_pool"])
def test_in_32_bits_it_gives_the_numbers_of_keras_at_every_kind_of_line(backbone: keras.Model, cut_layer: str) -> None:
    extractor = keras.Model(backbone.input, backbone.get_layer(cut_layer).output)

    exact = open_engine("keras", extractor).features(pixels(4))
    features = open_engine("openvino", extractor).features(pixels(4))

    assert features.shape == exact.shape
    assert features.dtype == np.float32
    assert deviation(features, exact) < 1e-5


def test_batches_of_another_size_are_computed_as_well_and_earlier_results_stay(backbone: keras.Model) -> None:
    engine = open_engine("openvino", backbone)
    first = engine.features(pixels(4))
    kept = first.copy()

    second = engine.features(pixels(4)[::-1].copy())
    third = engine.features(pixels(4)[:1])

    np.testing.assert_array_equal(first, kept)
    np.testing.assert_allclose(second[::-1], first, rtol=1e-4, atol=1e-5)
    np.testing.assert_allclose(third, first[:1], rtol=1e-4, atol=1e-5)


def test_16_bits_are_near_the_exact_numbers_or_refused_in_a_sentence(backbone: keras.Model) -> None:
    able = import_openvino().Core().get_property("CPU", "OPTIMIZATION_CAPABILITIES")
    if not {"BF16", "FP16"} & set(able):
        with pytest.raises(UnusableInput, match="no arithmetic of 16 bits"):
            open_engine("openvino-16bit", backbone)
        return
    engine = open_engine("openvino-16bit", backbone)
    exact = open_engine("keras", backbone).features(pixels(4))

    assert 1e-5 < deviation(engine.features(pixels(4)), exact) < 0.05
    assert computed_by("openvino-16bit", backbone) in {"openvino bf16", "openvino f16"}


def test_the_precision_of_16_bits_is_one_that_the_processor_has() -> None:
    assert sixteen_bit_precision(["FP32", "BF16", "INT8"]) == "bf16"
    assert sixteen_bit_precision(["FP32", "FP16"]) == "f16"
    with pytest.raises(UnusableInput, match="no arithmetic of 16 bits"):
        sixteen_bit_precision(["FP32", "INT8", "WINOGRAD"])


def test_each_engine_has_a_name_of_its_own_in_the_recipe(backbone: keras.Model) -> None:
    assert computed_by("keras", backbone) == keras.config.backend()
    assert computed_by("openvino", backbone) == "openvino f32"
    mixed = build_backbone(32, policy="mixed_bfloat16")
    assert computed_by("keras", mixed) == f"{keras.config.backend()} bfloat16"


def test_a_gpu_that_is_left_idle_is_named() -> None:
    notice = idle_gpu_notice("openvino", ("NVIDIA H100",))

    assert notice == "OpenVINO computes on the processor, not on the NVIDIA H100, which the engine `keras` would use."
    assert idle_gpu_notice("keras", ("NVIDIA H100",)) is None
    assert idle_gpu_notice("openvino", ()) is None


def test_without_the_package_the_command_that_installs_it_is_named(
    backbone: keras.Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openvino", None)

    with pytest.raises(UnusableInput, match="OpenVINO is not installed") as refusal:
        computed_by("openvino", backbone)

    assert "pip install 'frostline[fast]'" in refusal.value.hint


def test_a_layer_without_translation_is_refused_by_name() -> None:
    image = keras.Input((8, 8, 3))
    model = keras.Model(image, keras.layers.SeparableConv2D(3, 3, name="unknown_one")(image))

    with pytest.raises(ValueError, match="unknown_one is a SeparableConv2D"):
        openvino_graph(model, 1)


def test_openvino_neither_writes_down_nor_reports_who_uses_it(tmp_path: Path) -> None:
    """In a process of its own: it is the import that writes an identifier into the home folder and sends an event."""
    quiet_by_itself = ("CI", "TF_BUILD", "JENKINS_URL")
    environment = {name: value for name, value in os.environ.items() if name not in quiet_by_itself}
    environment |= {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path), "LOCALAPPDATA": str(tmp_path)}
    environment["KERAS_HOME"] = str(tmp_path.parent / "keras of the quiet one")

    outcome = subprocess.run(
        [sys.executable, "-c", COMPARISON + SENDER],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode == 0, outcome.stderr[-3000:]
    assert outcome.stdout.splitlines()[-1] == "the sender is not loaded"
    assert not list(tmp_path.iterdir())
