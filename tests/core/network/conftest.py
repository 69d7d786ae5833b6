"""A small real ResNet50, built once for all tests of the network."""

from __future__ import annotations

import keras
import pytest

from core.network.backbone import build_backbone, describe_backbone
from core.network.description import NetworkDescription


@pytest.fixture(scope="session")
def backbone() -> keras.Model:
    """ResNet50 at 32 pixels with random weights; tests must not change it."""
    return build_backbone(32, seed=1)


@pytest.fixture(scope="session")
def network(backbone: keras.Model) -> NetworkDescription:
    return describe_backbone(backbone)
