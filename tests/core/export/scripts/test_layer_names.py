from __future__ import annotations

import pytest

from core.export.scripts.layer_names import keras_beginnings, torchvision_beginnings


@pytest.mark.parametrize(
    ("spec", "in_keras", "in_torchvision"),
    [
        ("head", (), ()),
        ("all", ("",), ("",)),
        ("conv5", ("conv5_",), ("layer4.",)),
        ("conv4+", ("conv4_", "conv5_"), ("layer3.", "layer4.")),
        ("conv1", ("conv1_",), ("conv1", "bn1")),
        ("conv1_bn", ("conv1_bn",), ("bn1",)),
        ("conv2_block3", ("conv2_block3_",), ("layer1.2.",)),
        ("conv5_block3_2_conv, conv2", ("conv5_block3_2_conv", "conv2_"), ("layer4.2.conv2", "layer1.")),
        ("conv5_block1_0_bn", ("conv5_block1_0_bn",), ("layer4.0.downsample.1",)),
        ("conv3_block1_0_conv,head", ("conv3_block1_0_conv",), ("layer2.0.downsample.0",)),
        ("conv2_block1_3_bn", ("conv2_block1_3_bn",), ("layer1.0.bn3",)),
    ],
)
def test_a_spec_becomes_beginnings_of_names(
    spec: str, in_keras: tuple[str, ...], in_torchvision: tuple[str, ...]
) -> None:
    assert keras_beginnings(spec) == in_keras
    assert torchvision_beginnings(spec) == in_torchvision
