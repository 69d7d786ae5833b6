"""A small real ResNet50, built once for all tests of the network; and a real HTTP server that can misbehave."""

from __future__ import annotations

from collections.abc import Iterator

import keras
import pytest

from core.network.backbone import build_backbone, describe_backbone
from core.network.description import NetworkDescription
from tests.core.network.file_server import FileServer, serving


@pytest.fixture(scope="session")
def backbone() -> keras.Model:
    """ResNet50 at 32 pixels with random weights; tests must not change it."""
    return build_backbone(32, seed=1)


@pytest.fixture(scope="session")
def network(backbone: keras.Model) -> NetworkDescription:
    return describe_backbone(backbone)


@pytest.fixture
def file_server(monkeypatch: pytest.MonkeyPatch) -> Iterator[FileServer]:
    """A running server on a free port of this machine."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serving() as offered:
        yield offered
